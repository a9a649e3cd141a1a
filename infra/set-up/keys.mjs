// One-shot: the folder that all roles share. Puts the vault's master key there, readable by Netral's user alone, and makes the first access keys.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run, say, secret, setting } from './said.mjs';

const require = createRequire(import.meta.url);

/** Never over another: what is sealed with that one could not be opened again. */
export const placeMasterKey = (file, key) => {
  if (existsSync(file)) {
    if (readFileSync(file, 'utf8').trimEnd() !== key) throw new Error(`${file}: another master key stands there; restore the secret that belongs to this vault`);
    return 'stands';
  }
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${key}\n`, { mode: 0o600, flush: true });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return 'placed';
};

const main = async () => {
  process.umask(0o077);
  const folder = setting('NETRAL_DATA_DIR');
  say(`master key: ${placeMasterKey(setting('NETRAL_MASTER_KEY_FILE'), secret('MASTER_KEY_SECRET_FILE'))}`);
  const { ensureKeys } = require('../../dist/libs/http/src/access/keys.js');
  say(`access keys: ${ensureKeys(folder, Date.now()) ? `made, in ${join(folder, 'secrets', 'keys.json')}` : 'stand'}`);
};

if (process.argv[1] === new URL(import.meta.url).pathname) await run('keys', main);

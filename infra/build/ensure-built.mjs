// Builds only what changed: a hash of every source file and of what decides how they are compiled is kept beside the output.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const stamp = join(dist, '.sources.sha256');

const sources = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /\.(ts|json|html|css|svg)$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });

const fingerprint = () => {
  const hash = createHash('sha256');
  for (const path of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', ...sources('apps'), ...sources('libs')].sort())
    hash.update(path).update('\0').update(readFileSync(join(root, path))).update('\0');
  return hash.digest('hex');
};

/** Compiles apps and libs into dist/ unless it holds just that already. Leaves with the compiler's exit code if it fails. */
export const ensureBuilt = ({ quiet = false } = {}) => {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  if (!quiet) process.stderr.write('Membangun Netral (sekali saja sampai sumbernya berubah) · Building Netral (once, until its sources change) …\n');
  rmSync(dist, { recursive: true, force: true });
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  if (!existsSync(nest)) {
    process.stderr.write('Belum terpasang: jalankan `npm ci` · Not installed yet: run `npm ci`\n');
    process.exit(69);
  }
  const { status } = spawnSync(process.execPath, [nest, 'build', 'standalone'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt();

// Builds only what changed: a hash of every source file and of what decides how they are compiled is kept beside the output.
// The code and the page are stamped apart, so that a change of one does not build the other.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './build-lock.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const stamp = join(dist, '.sources.sha256');
const PAGE = 'apps/dashboard';
const pageStamp = join(dist, '.page.sha256');

const sources = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /\.(ts|mts|mjs|svelte|json|html|css|svg)$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });

const fingerprint = (paths) => {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) hash.update(path).update('\0').update(readFileSync(join(root, path))).update('\0');
  return hash.digest('hex');
};
const codeSources = () => ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', ...sources('apps').filter((path) => !path.startsWith(`${PAGE}/`)), ...sources('libs')];
const pageSources = () => ['package-lock.json', ...sources(PAGE)];
const isStamped = (file, wanted) => existsSync(file) && readFileSync(file, 'utf8') === wanted;

/** Removes what was compiled, but not the page. */
const clearCode = () => {
  for (const entry of existsSync(dist) ? readdirSync(dist) : [])
    if (entry !== 'apps' && join(dist, entry) !== pageStamp) rmSync(join(dist, entry), { recursive: true, force: true });
  for (const entry of existsSync(join(dist, 'apps')) ? readdirSync(join(dist, 'apps')) : [])
    if (`apps/${entry}` !== PAGE) rmSync(join(dist, 'apps', entry), { recursive: true, force: true });
};

const notInstalled = () => {
  process.stderr.write('Belum terpasang: jalankan `npm ci` · Not installed yet: run `npm ci`\n');
  process.exit(69);
};

const run = (tool, ...args) => {
  if (!existsSync(tool)) notInstalled();
  // What is built does not depend on who asks: under NODE_ENV=test the page would carry the checks of a development build.
  const { status } = spawnSync(process.execPath, [tool, ...args], { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } });
  if (status !== 0) process.exit(status ?? 1);
};

/** Compiles apps and libs into dist/, and builds the page into dist/apps/dashboard, each unless it is just that already. Leaves with the tool's exit code if it fails. */
export const ensureBuilt = ({ quiet = false, only } = {}) => {
  const wanted = { code: fingerprint(codeSources()), page: fingerprint(pageSources()) };
  if (!isDue(wanted, only)) return false;
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) notInstalled();
  return alone(modules, () => build(wanted, { quiet, only }));
};

const codeIsDue = ({ code }, only) => only !== 'page' && !isStamped(stamp, code);
const pageIsDue = ({ page }, only) => only !== 'code' && !isStamped(pageStamp, page);
const isDue = (wanted, only) => codeIsDue(wanted, only) || pageIsDue(wanted, only);

/** Asked again under the lock: whoever held it may have built just this. */
const build = (wanted, { quiet, only }) => {
  if (!isDue(wanted, only)) return false;
  if (!quiet) process.stderr.write('Membangun Netral (sekali saja sampai sumbernya berubah) · Building Netral (once, until its sources change) …\n');
  mkdirSync(dist, { recursive: true });
  if (codeIsDue(wanted, only)) {
    clearCode();
    run(join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'standalone');
    writeFileSync(stamp, wanted.code);
  }
  if (pageIsDue(wanted, only)) {
    rmSync(pageStamp, { force: true });
    run(join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(PAGE, 'vite.config.mts'), '--logLevel', 'error');
    writeFileSync(pageStamp, wanted.page);
  }
  return true;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt({ only: process.argv[2] });

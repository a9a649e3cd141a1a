// `npm run start:servers`: builds what changed, then runs the three roles as processes of their own against the servers that the
// environment names, and stops them together. What one of them says is told with its name in front. One that leaves by itself is
// started again after a moment; one that cannot start (wrong settings, no right) ends all.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBuilt, root } from './ensure-built.mjs';

const AGAIN_MS = 1000;
const KILL_MS = 15_000;
/** Exit codes after which another try would end the same: wrong settings, rights, versions, a foreign log. */
const FINAL = new Set([65, 76, 77, 78]);
/** Ports of its own for each role on one machine; what the environment says as NETRAL_API_…, wins. */
const ROLES = [
  { name: 'ingestor', httpPort: '3001', metricsPort: '9465' },
  { name: 'projector', metricsPort: '9466' },
  { name: 'api', httpPort: '3000', metricsPort: '9464' },
];

ensureBuilt();
process.umask(0o077);
const load = createRequire(import.meta.url);
const dataDir = process.env.NETRAL_DATA_DIR || 'data';
load(join(root, 'dist/libs/platform/src/data-dir.js')).makeDataDir(dataDir);
load(join(root, 'dist/libs/http/src/access/keys.js')).ensureKeys(dataDir, Date.now());

let stopping = false;
let exitCode = 0;
const running = new Map();

const environmentOf = ({ httpPort, metricsPort }, index) => ({
  ...process.env,
  ...(httpPort === undefined ? {} : { NETRAL_HTTP_PORT: portOf('NETRAL_HTTP_PORT', httpPort, index) }),
  NETRAL_METRICS_PORT: portOf('NETRAL_METRICS_PORT', metricsPort, index),
});
/** A port given for all is the api's; the others take the next ones. 0 is a free one for each. */
const portOf = (variable, own, index) => {
  const given = process.env[variable];
  if (given === undefined || given === '') return own;
  return given === '0' ? '0' : String(Number(given) + (ROLES.length - 1 - index));
};

const start = (role, index) => {
  const main = join(root, `dist/apps/${role.name}/src/main.js`);
  if (!existsSync(main)) return leave(70, `${role.name}: not built`);
  const child = spawn(process.execPath, [main], { env: environmentOf(role, index), stdio: ['ignore', 'pipe', 'pipe'] });
  running.set(role.name, child);
  for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]])
    createInterface({ input: from }).on('line', (line) => to.write(`${role.name.padEnd(9)} ${line}\n`));
  child.on('exit', (code, signal) => {
    running.delete(role.name);
    if (stopping) return;
    if (FINAL.has(code)) return leave(code, `${role.name}: left with ${code}`);
    process.stderr.write(`${role.name.padEnd(9)} gone (${signal ?? code}); started again\n`);
    setTimeout(() => stopping || start(role, index), AGAIN_MS);
  });
};

const leave = (code, why) => {
  if (why !== undefined) process.stderr.write(`${why}\n`);
  if (stopping) return;
  stopping = true;
  exitCode = code;
  process.exitCode = code;
  for (const child of running.values()) child.kill('SIGTERM');
  setTimeout(() => {
    for (const child of running.values()) child.kill('SIGKILL');
    process.exit(exitCode);
  }, KILL_MS).unref();
};

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => leave(0));
for (const [index, role] of ROLES.entries()) start(role, index);

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const lock = resolve(__dirname, '../../infra/build/build-lock.mjs');
/** A process that writes when its turn begins and ends. */
const turn = (folder: string) => `
  import { appendFileSync } from 'node:fs';
  import { alone } from ${JSON.stringify(`file://${lock}`)};
  const log = (what) => appendFileSync(${JSON.stringify(join(folder, 'turns'))}, what + '\\n');
  alone(${JSON.stringify(folder)}, () => {
    log('begins');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    log('ends');
  });`;

describe('a build', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'netral-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const turns = () => readFileSync(join(folder, 'turns'), 'utf8').trim().split('\n');

  it('is one process’s at a time', async () => {
    const processes = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', turn(folder)]));
    await Promise.all(processes.map((each) => new Promise((done) => each.on('exit', done))));
    expect(turns()).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
    expect(existsSync(join(folder, '.netral-build.lock'))).toBe(false);
  });

  it('does not wait for a process that was killed while it built', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, '.netral-build.lock'), String(gone));
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', turn(folder)]).status).toBe(0);
    expect(turns()).toEqual(['begins', 'ends']);
  });
});

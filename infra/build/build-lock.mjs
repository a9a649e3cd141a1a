// One build at a time: two processes that start at once must not compile into the same folder.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const WAIT_MS = 200;
const WAIT_MS_MAX = 600_000;
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const take = (file) => {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

/** The process that builds, if it still lives; a lock left by a killed one is nobody's. */
const holder = (file) => {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid > 0 && alive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** Runs `build` while no other process does; waits for one that does. The lock vanishes with its holder, however that ends. */
export const alone = (folder, build) => {
  const file = join(folder, '.netral-build.lock');
  for (let waited = 0; !take(file); waited += WAIT_MS) {
    if (holder(file) === undefined) rmSync(file, { force: true });
    else if (waited >= WAIT_MS_MAX) throw new Error(`another process has been building for ${WAIT_MS_MAX / 60_000} minutes`);
    else sleep(WAIT_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return build();
  } finally {
    process.off('exit', release);
    release();
  }
};

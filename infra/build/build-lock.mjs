// One build at a time: two processes that start at once must not compile into the same folder.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** The lock appears with its holder's number in it, at once: an empty one would look like nobody's. */
const take = (file) => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

const holder = (file) => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Takes away the lock of a process that was killed; if another took it meanwhile, it is put back. */
const clearDead = (file) => {
  const pid = holder(file);
  if (pid === undefined || alive(pid)) return;
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    if (holder(aside) !== pid) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
};

/** Runs `build` while no other process does; waits for one that does. The lock vanishes with its holder, however that ends. */
export const alone = (folder, build) => {
  const file = join(folder, '.netral-build.lock');
  for (let waited = 0; !take(file); waited += WAIT_MS) {
    if (waited >= WAIT_MS_MAX) throw new Error(`another process has been building for ${WAIT_MS_MAX / 60_000} minutes`);
    clearDead(file);
    sleep(WAIT_MS);
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

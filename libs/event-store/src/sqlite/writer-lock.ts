import { mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreUnavailableError } from '../event-store';
import { isBusy, unavailable } from './store-errors';

/** Two starting at once may collide for a moment; a writer that holds the log stays for longer than this. */
const LOCK_WAIT_MS = 250;

/**
 * The right to write a log: a lock of the operating system on a file beside it, so that it goes when its holder goes, even by
 * `kill -9`. (The log's own file cannot be locked so: that would shut out readers.)
 * @returns a function that gives the right back
 * @throws StoreUnavailableError `locked`
 */
export const takeWriterLock = (file: string): (() => void) => {
  let lock: Database.Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    lock = new Database(`${file}.lock`);
    lock.pragma(`busy_timeout = ${LOCK_WAIT_MS}`);
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return () => void held.close();
  } catch (error) {
    lock?.close();
    if (!isBusy(error)) throw unavailable(error, file);
    throw new StoreUnavailableError('locked', `${basename(file)} is open for writing already: stop the process that writes it, or open it to read only`, { cause: error });
  }
};

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const FILE = /^read-model\.(\d+)(\.building)?\.sqlite$/;
const POINTER = 'current';

/**
 * Files of one folder: each rebuild is a file of its own, and a small file names the one that answers. Renaming a database
 * over one that is open would leave the old one's log-ahead beside the new one, so nothing is ever renamed over.
 */
export class Generations {
  constructor(readonly directory: string) {}

  /** Number of the generation that answers; 0 when there is none. */
  current(): number {
    const pointer = join(this.directory, POINTER);
    const number = existsSync(pointer) ? Number(readFileSync(pointer, 'utf8').trim()) : 0;
    return Number.isSafeInteger(number) && number > 0 ? number : 0;
  }

  /** Changes whenever another generation is made current; cheap enough to be asked at every call. */
  stamp(): string {
    const found = statSync(join(this.directory, POINTER), { throwIfNoEntry: false, bigint: true });
    return found === undefined ? '' : `${found.ino} ${found.mtimeNs}`;
  }

  file(number: number, building = false): string {
    return join(this.directory, `read-model.${number}${building ? '.building' : ''}.sqlite`);
  }

  /** A number that no file has. */
  next(): number {
    return Math.max(0, this.current(), ...this.entries().map(({ number }) => number)) + 1;
  }

  /** Makes a generation the one that answers; atomic, and on disk when it returns. */
  point(number: number): void {
    const made = join(this.directory, `${POINTER}.${number}`);
    writeFileSync(made, `${number}\n`);
    sync(made);
    renameSync(made, join(this.directory, POINTER));
    sync(this.directory);
  }

  /** Puts a finished file under its lasting name; it answers only once pointed at. */
  keep(number: number): void {
    sync(this.file(number, true));
    renameSync(this.file(number, true), this.file(number));
    sync(this.directory);
  }

  remove(number: number, building = false): void {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(this.file(number, building) + suffix, { force: true });
  }

  /** Removes what a crash or a swap left, but no file that another process is filling. */
  removeStale(): void {
    const current = this.current();
    for (const { number, building } of this.entries()) if (number !== current && !(building && this.isBeingFilled(number))) this.remove(number, building);
    for (const name of readdirSync(this.directory)) if (name.startsWith(`${POINTER}.`)) rmSync(join(this.directory, name), { force: true });
  }

  make(): void {
    mkdirSync(this.directory, { recursive: true });
  }

  private entries(): readonly { readonly number: number; readonly building: boolean }[] {
    return readdirSync(this.directory).flatMap((name) => {
      const parts = FILE.exec(name);
      return parts === null ? [] : [{ number: Number(parts[1]), building: parts[2] !== undefined }];
    });
  }

  // A process that fills a file holds it exclusively to its end.
  private isBeingFilled(number: number): boolean {
    const db = new Database(this.file(number, true), { timeout: 0 });
    try {
      db.exec('BEGIN EXCLUSIVE; ROLLBACK');
      return false;
    } catch (error) {
      return (error as { code?: string }).code === 'SQLITE_BUSY';
    } finally {
      db.close();
    }
  }
}

const sync = (path: string): void => {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

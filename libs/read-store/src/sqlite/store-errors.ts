import { ReadStoreError } from '../read-store';

const REASONS: Readonly<Record<string, readonly [ReadStoreError['reason'], string]>> = {
  SQLITE_FULL: ['disk-full', 'the disk is full: the read models cannot be written'],
  ENOSPC: ['disk-full', 'the disk is full: the read models cannot be written'],
  SQLITE_READONLY: ['read-only', 'the read models cannot be written: folder or file is read-only'],
  EACCES: ['read-only', 'the read models cannot be written: folder or file is not ours to write'],
  EROFS: ['read-only', 'the read models cannot be written: the disk is read-only'],
  SQLITE_CANTOPEN: ['unreachable', 'the read models cannot be opened'],
  SQLITE_BUSY: ['locked', 'the read models are held by another process'],
  SQLITE_LOCKED: ['locked', 'the read models are held by another process'],
  SQLITE_CORRUPT: ['corrupt', 'the read models are damaged'],
  SQLITE_NOTADB: ['corrupt', 'the read models are no database'],
};

/** What a person can act on, from a driver's or the system's error; what is neither stays as it is. */
export const readStoreError = (error: unknown): unknown => {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code !== 'string') return error;
  const found = REASONS[code] ?? REASONS[code.split('_').slice(0, 2).join('_')];
  return found === undefined ? error : new ReadStoreError(found[0], found[1], { cause: error });
};

/** Whether the content of the file cannot be trusted any more. */
export const isDamage = (error: unknown): boolean => error instanceof ReadStoreError && error.reason === 'corrupt';

import { accessSync, constants, existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { OutcomeUnknownError, StoreUnavailableError } from '../event-store';

/** An error thrown by a native addon need not be `instanceof Error` of this realm: its code tells. */
export const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};

export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

type Reason = StoreUnavailableError['reason'];
const REASONS: readonly (readonly [RegExp, Reason, string])[] = [
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'disk-full', 'the disk is full; nothing of this was written'],
  [/^SQLITE_READONLY|^EROFS|^EACCES|^EPERM/, 'read-only', 'the file or its folder cannot be written'],
  [/^SQLITE_(BUSY|LOCKED)/, 'locked', 'another process holds it'],
  [/^SQLITE_(CORRUPT|NOTADB|CONSTRAINT|MISMATCH|SCHEMA)/, 'corrupt', 'the file is damaged or is no log'],
];

/** What the operating system or SQLite said, as one line without paths of the machine. Our own errors pass through. */
export const unavailable = (error: unknown, file: string): StoreUnavailableError => {
  if (error instanceof StoreUnavailableError) return error;
  const code = codeOf(error);
  const name = basename(file);
  const [, reason, meaning] = REASONS.find(([pattern]) => pattern.test(code)) ?? (code === 'SQLITE_CANTOPEN' && isFolderShut(file)
    ? [0, 'read-only' as const, 'its folder cannot be written']
    : [0, 'unreachable' as const, `it cannot be opened or used (${code === '' ? 'unknown error' : code})`]);
  return new StoreUnavailableError(reason, `${name}: ${meaning}`, { cause: error });
};

/** A failed write or flush of the device may still have reached it: after a crash the append can be there or not. */
export const appendFailed = (error: unknown, file: string, stream: string): Error =>
  codeOf(error).startsWith('SQLITE_IOERR') ? new OutcomeUnknownError(stream, { cause: error }) : unavailable(error, file);

const isFolderShut = (file: string): boolean => {
  try {
    if (existsSync(dirname(file))) accessSync(dirname(file), constants.W_OK);
    return false;
  } catch {
    return true;
  }
};

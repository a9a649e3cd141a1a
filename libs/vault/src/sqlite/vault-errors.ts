import { basename } from 'node:path';
import { VaultError, type VaultErrorReason } from '../identity-vault';

const REASONS: readonly (readonly [RegExp, VaultErrorReason, string])[] = [
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'disk-full', 'the disk is full; nothing of this was kept'],
  [/^SQLITE_READONLY|^EROFS|^EACCES|^EPERM/, 'read-only', 'the file or its folder cannot be written'],
  [/^SQLITE_(BUSY|LOCKED)/, 'locked', 'another process holds it'],
  [/^SQLITE_(CORRUPT|NOTADB|CONSTRAINT|MISMATCH|SCHEMA)/, 'corrupt', 'the file is damaged or is no vault'],
];

/** What SQLite or the operating system said, as one line without paths. Errors that are ours already pass through. */
export const inOurWords = (error: unknown, file: string): Error => {
  if (error instanceof VaultError || error instanceof RangeError) return error;
  // An error thrown by a native addon need not be `instanceof Error` of this realm: its code tells.
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
  const [, reason, meaning] = REASONS.find(([pattern]) => pattern.test(code)) ?? [0, 'unreachable' as const, `it cannot be opened or used (${code})`];
  return new VaultError(reason, `${basename(file)}: ${meaning}`, { cause: error });
};

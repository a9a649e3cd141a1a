import { ConfigError, withoutLongNumbers } from '@netral/platform';
import { CommandError, EXIT, UsageError } from './command';
import { say } from './words';

/** What to say, in one clear line, and how to leave. */
export interface Failure {
  readonly exitCode: number;
  readonly message: string;
}

const exitOfReason: Readonly<Record<string, number>> = {
  'locked': EXIT.locked,
  'contended': EXIT.locked,
  'disk-full': EXIT.cannotWrite,
  'read-only': EXIT.cannotWrite,
  'foreign': EXIT.foreign,
  'denied': EXIT.denied,
  'untrusted': EXIT.denied,
  'outdated': EXIT.outdated,
  'misconfigured': EXIT.config,
};

const words: Readonly<Record<string, string>> = {
  'locked': say('catatan sedang ditulis proses lain', 'another process is writing the log'),
  'disk-full': say('disk penuh; yang sudah diakui tetap tersimpan', 'the disk is full; what was acknowledged is kept'),
  'read-only': say('folder data tidak dapat ditulis', 'the data folder cannot be written'),
  'corrupt': say('berkas rusak atau bukan milik Netral', 'a file is damaged or not Netral’s'),
  'unreachable': say('tidak dapat dibuka', 'it cannot be opened'),
  'foreign': say('catatan bukan milik Netral ini', 'the log is not this Netral’s'),
  'denied': say('server menolak pengguna', 'the server refuses the user'),
  'untrusted': say('sertifikat server tidak dapat dipercaya', 'the server’s certificate cannot be trusted'),
  'outdated': say('server terlalu lama', 'the server is too old'),
  'misconfigured': say('alamat tidak dapat dipakai', 'the address cannot be used'),
  'wrong-key': say('kunci induk brankas tidak cocok', 'the master key is not this vault’s'),
  'key-file': say('berkas kunci tidak dapat dipakai', 'a key file cannot be used'),
};

const textOf = (error: unknown, key: string): string | undefined => {
  const found = typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' ? found : undefined;
};

const exitOfSystem: Readonly<Record<string, number>> = {
  ENOSPC: EXIT.cannotWrite, EDQUOT: EXIT.cannotWrite, EROFS: EXIT.cannotWrite, EACCES: EXIT.cannotWrite, EPERM: EXIT.cannotWrite,
  ENOENT: EXIT.cannotWrite, ENOTDIR: EXIT.cannotWrite, EISDIR: EXIT.cannotWrite,
  ECONNREFUSED: EXIT.unavailable, ECONNRESET: EXIT.unavailable,
};

/** Sorts anything thrown. Errors of stores carry a `reason`, those of the operating system a `code`; a stack is never shown. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof UsageError) return { exitCode: EXIT.usage, message: error.message };
  if (error instanceof CommandError) return { exitCode: error.exitCode, message: error.message };
  if (error instanceof ConfigError) return { exitCode: EXIT.config, message: error.problems.join('\n') };
  const message = withoutLongNumbers(textOf(error, 'message') ?? String(error));
  const reason = textOf(error, 'reason');
  if (reason !== undefined) return { exitCode: exitOfReason[reason] ?? EXIT.unavailable, message: words[reason] === undefined ? message : `${words[reason]}: ${message}` };
  const system = exitOfSystem[textOf(error, 'code') ?? ''];
  return system === undefined ? { exitCode: EXIT.fault, message } : { exitCode: system, message };
};

import { ConfigError, EXIT, sortError, withoutLongNumbers } from '@netral/platform';
import { CommandError, UsageError } from './command';
import { say } from './words';

/** What to say, in one clear line, and how to leave. */
export interface Failure {
  readonly exitCode: number;
  readonly message: string;
}

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

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string' ? error.message : String(error);

/** Sorts anything thrown. Errors of stores carry a `reason`, those of the operating system a `code`; a stack is never shown. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof UsageError) return { exitCode: EXIT.usage, message: error.message };
  if (error instanceof CommandError) return { exitCode: error.exitCode, message: error.message };
  if (error instanceof ConfigError) return { exitCode: EXIT.config, message: error.problems.join('\n') };
  const message = withoutLongNumbers(messageOf(error));
  const { exitCode, reason } = sortError(error);
  return { exitCode, message: reason === undefined || words[reason] === undefined ? message : `${words[reason]}: ${message}` };
};

import { ConfigError } from './config';
import { withoutLongNumbers } from './logging';

/** How a process leaves when it cannot go on; the same numbers as `netral` (docs/reference/cli.md). */
const exitOf: Readonly<Record<string, number>> = {
  locked: 75, contended: 75, 'disk-full': 74, 'read-only': 74, ENOSPC: 74, EDQUOT: 74, EROFS: 74, EACCES: 74, EPERM: 74, ENOTDIR: 74, EADDRINUSE: 69, EADDRNOTAVAIL: 69,
  foreign: 65, unreachable: 69, outdated: 76, denied: 77, untrusted: 77, misconfigured: 78,
};
const words: Readonly<Record<string, string>> = {
  75: 'Log sedang dipakai proses lain · The log is held by another process',
  74: 'Folder data tidak dapat ditulis · The data folder cannot be written',
  65: 'Catatan bukan milik Netral ini · The log is not this Netral’s',
  69: 'Alamat tidak dapat dipakai · The address cannot be used',
  76: 'Server terlalu lama · The server is too old',
  77: 'Server menolak · The server refuses',
  70: 'Netral berhenti · Netral stops',
  78: 'Pengaturan salah · Wrong settings',
};

/** One clear line for a person, and the exit code. Never a stack, a path of the machine or a long number. */
export const farewell = (error: unknown): { readonly code: number; readonly line: string } => {
  if (error instanceof ConfigError) return { code: 78, line: `${words[78]}: ${error.problems.join('; ')}` };
  const { reason, code, message } = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as { reason?: string; code?: string; message?: string };
  const exit = exitOf[reason ?? ''] ?? exitOf[code ?? ''] ?? 70;
  // An error of the operating system carries paths in its message: its code says enough.
  const detail = code !== undefined && reason === undefined && /^E[A-Z]+$/.test(code) ? code : withoutLongNumbers(message ?? String(error));
  return { code: exit, line: `${words[exit]}: ${detail}` };
};

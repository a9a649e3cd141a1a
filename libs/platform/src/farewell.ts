import { ConfigError } from './config';
import { EXIT, sortError } from './exit-codes';
import { withoutLongNumbers } from './logging';

const words: Readonly<Record<number, string>> = {
  [EXIT.locked]: 'Log sedang dipakai proses lain · The log is held by another process',
  [EXIT.cannotWrite]: 'Folder data tidak dapat ditulis · The data folder cannot be written',
  [EXIT.foreign]: 'Catatan bukan milik Netral ini · The log is not this Netral’s',
  [EXIT.unavailable]: 'Tidak dapat dipakai · It cannot be used',
  [EXIT.outdated]: 'Server terlalu lama · The server is too old',
  [EXIT.denied]: 'Server menolak · The server refuses',
  [EXIT.fault]: 'Netral berhenti · Netral stops',
  [EXIT.config]: 'Pengaturan salah · Wrong settings',
};
const ADDRESS = 'Alamat tidak dapat dipakai · The address cannot be used';

/** One clear line for a person, and the exit code. Never a stack, a path of the machine or a long number. */
export const farewell = (error: unknown): { readonly code: number; readonly line: string } => {
  if (error instanceof ConfigError) return { code: EXIT.config, line: `${words[EXIT.config]}: ${error.problems.join('; ')}` };
  const { exitCode, system } = sortError(error);
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  // An error of the operating system carries paths in its message: its code says enough.
  return { code: exitCode, line: `${system?.startsWith('EADDR') === true ? ADDRESS : words[exitCode]}: ${system ?? withoutLongNumbers(message)}` };
};

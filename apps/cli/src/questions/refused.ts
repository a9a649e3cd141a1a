import { QueryError } from '@netral/application/queries/query.error';
import { CommandError, EXIT, UsageError } from '../command';
import { say } from '../words';
import { optionOf } from './parameters';

const exitOf = { 'not-found': EXIT.differs, 'no-season': EXIT.differs, 'forbidden': EXIT.differs, 'not-ready': EXIT.unavailable } as const;
const meaning = {
  'not-found': say('tidak ada', 'not there'),
  'no-season': say('belum ada musim yang dibuka; jalankan netral season load', 'no season has been opened yet; run netral season load'),
  'forbidden': say('tidak boleh dibaca', 'may not be read'),
  'not-ready': say('belum siap', 'not ready yet'),
} as const;

/** A refused question in the words of the command line: parameters under the names of their options. */
export const refused = (error: unknown): unknown => {
  if (!(error instanceof QueryError)) return error;
  if (error.code === 'wrong-parameter') {
    const lines = error.errors.map(({ parameter, found, expected }) => `--${optionOf(parameter)}: ${say('ditemukan', 'found')} ${found}; ${say('seharusnya', 'expected')} ${expected}`);
    return new UsageError(lines.length === 0 ? error.message : lines.join('\n'));
  }
  return new CommandError(exitOf[error.code], `${meaning[error.code]}: ${error.message}`);
};

import { SheetError, SpreadsheetsBusyError } from '@netral/application/spreadsheets';
import { Problem } from '../problem/problem';

/** What a file that cannot be taken as a whole means to its sender; anything else is thrown on. Nothing was recorded. */
export const sheetProblem = (error: unknown): never => {
  if (error instanceof SpreadsheetsBusyError) throw new Problem('queue-full', error.message, { retryAfterSeconds: error.retryAfterSeconds });
  if (!(error instanceof SheetError)) throw error;
  const [{ code, found, expected }] = error.faults;
  const errors = error.faults.map((fault) => ({ pointer: fault.cell ?? '', found: fault.found, expected: fault.expected }));
  const kind = code === 'wrong-encoding' ? 'invalid-utf-8' : code === 'too-large' ? 'body-too-large' : 'unprocessable';
  throw new Problem(kind, `${code}: found ${found}, expected ${expected}. Nothing was recorded.`, { errors });
};

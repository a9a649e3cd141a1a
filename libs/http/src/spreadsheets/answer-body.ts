import { outcomes, type RowOutcome, type SpreadsheetAnswer } from '@netral/application/spreadsheets';
import { reasonText } from '../problem/reason-texts';

const rowBody = ({ problems, ...row }: RowOutcome): object => ({
  ...row, problems: problems.map(({ remedy, ...problem }) => ({ ...problem, remedy: remedy ?? reasonText(problem.code) ?? null })),
});

/** The verdicts or receipts of a file, row by row; the meaning of a reason stands where there is no remedy of its own. */
export const answerBody = ({ headed, rows }: SpreadsheetAnswer, record: boolean): object => ({
  type: headed.template.name, label: headed.template.label, record,
  counts: Object.fromEntries(outcomes.map((each) => [each, rows.filter(({ outcome }) => outcome === each).length])),
  rows: rows.map(rowBody),
});

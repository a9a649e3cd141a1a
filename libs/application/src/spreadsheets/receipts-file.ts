import type { Cell, SheetFormat } from './file/sheet';
import { csvOf, xlsxOf, type Table } from './file/write';
import { foundText } from './row/read-cell';
import type { RowOutcome, RowProblem } from './row-outcome';
import type { SpreadsheetAnswer } from './spreadsheet-intake';
import { isPersonal } from './template/columns';

const HEADINGS = ['row', 'outcome', 'stream', 'revision', 'position', 'recordedAt', 'source', 'id', 'deadLetter', 'reason', 'column', 'found', 'expected', 'remedy'];
const joined = (problems: readonly RowProblem[], read: (problem: RowProblem) => string | null): string => problems.map((problem) => read(problem) ?? '').join(' | ');
const written = (cell: Cell | undefined): string | number =>
  cell === undefined ? '' : cell.kind === 'text' ? foundText(cell.text, undefined) : cell.kind === 'number' ? (Math.abs(cell.value) < 1e12 ? cell.value : '') : cell.kind === 'boolean' ? String(cell.value) : '';

const outcomeCells = ({ row, outcome, stream, revision, position, recordedAt, source, id, deadLetter, problems }: RowOutcome): readonly (string | number | null)[] => [
  row, outcome, stream, revision, position, recordedAt, source, id, deadLetter,
  joined(problems, ({ code }) => code), joined(problems, ({ column, letter }) => (letter === null ? column : `${letter} ${column}`)), joined(problems, ({ found }) => found),
  joined(problems, ({ expected }) => expected), joined(problems, ({ remedy }) => (remedy === null ? null : `${remedy.id} · ${remedy.en}`)),
];

/** The rows of the file with what became of each; what identifies a person is left out of them. */
export const receiptsFile = async ({ headed, rows }: SpreadsheetAnswer, format: SheetFormat): Promise<Buffer> => {
  const columns = headed.columns.filter(({ leaf, heading }) => !isPersonal(leaf) && heading !== 'message.id');
  const cells = new Map(headed.rows.map((row) => [row.number, row.cells]));
  const table: Table = [
    [...HEADINGS, ...columns.map(({ heading }) => heading)],
    ...rows.map((row) => [...outcomeCells(row), ...columns.map(({ index }) => written(cells.get(row.row)?.get(index)))]),
  ];
  return format === 'csv' ? csvOf(table) : xlsxOf([{ name: 'Tanda terima', rows: table }]);
};

import Table from 'cli-table3';

const RULE = '─';
const NONE = { 'top-mid': RULE, 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '', left: '', right: '' };

/** A table people can read: one rule under the head, numbers to the right, nothing at the ends of lines. */
export const renderTable = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const numeric = head.map((_, column) => rows.some((row) => typeof row[column] === 'number') && rows.every((row) => typeof row[column] === 'number' || row[column] === ''));
  const table = new Table({
    head: [...head],
    colAligns: numeric.map((is) => (is ? 'right' : 'left')),
    chars: { ...NONE, top: RULE, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  for (const row of rows) table.push(row.map((cell) => String(cell)));
  const [rule = '', ...lines] = table.toString().split('\n').map((line) => line.trimEnd());
  return head.every((name) => name === '') ? lines.slice(1).join('\n') : [lines[0], rule, ...lines.slice(1)].join('\n');
};

import Table from 'cli-table3';

/** A table people can read: no lines between rows, numbers to the right. */
export const renderTable = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const numeric = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const table = new Table({
    head: [...head],
    colAligns: numeric.map((is) => (is ? 'right' : 'left')),
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '', top: '─', 'top-mid': '─', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', right: '', middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  for (const row of rows) table.push(row.map((cell) => String(cell)));
  return table.toString();
};

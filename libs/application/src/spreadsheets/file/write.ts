import type { SheetFormat } from './sheet';

/** A table to be written: cells of text, or numbers. */
export type Table = readonly (readonly (string | number | null)[])[];
export interface NamedTable {
  readonly name: string;
  readonly rows: Table;
  /** Rows to follow that are blank but formatted as Text, so that what is typed there stays as typed. */
  readonly blankRows?: number;
}

/** A text that a spreadsheet would take for a formula stays a text; reading takes the apostrophe away again. */
const inert = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (/[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** CSV as spreadsheets in Indonesia read it: semicolons, and the mark that says UTF-8. */
export const csvOf = (rows: Table): Buffer =>
  Buffer.from(`\ufeff${rows.map((row) => row.map((value) => (value === null ? '' : quoted(typeof value === 'number' ? String(value) : inert(value)))).join(';')).join('\r\n')}\r\n`, 'utf8');

const WIDTH_MAX = 48;
const CELL_MAX = 32_000;

/** An Excel workbook; every cell is typed, so that none can be taken for a formula. */
export const xlsxOf = async (tables: readonly NamedTable[]): Promise<Buffer> => {
  // Loaded when the first workbook is asked for: the start does not pay for it.
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  for (const { name, rows, blankRows = 0 } of tables) {
    const width = Math.max(...rows.map((row) => row.length));
    const sheet: Record<string, unknown> = { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(rows.length + blankRows - 1, 0), c: Math.max(width - 1, 0) } }) };
    for (const [r, row] of rows.entries()) {
      for (const [c, value] of row.entries()) {
        if (value === null || value === '') continue;
        sheet[utils.encode_cell({ r, c })] = typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value.slice(0, CELL_MAX), z: '@' };
      }
    }
    for (let r = rows.length; r < rows.length + blankRows; r += 1) for (let c = 0; c < width; c += 1) sheet[utils.encode_cell({ r, c })] = { t: 'z', z: '@' };
    sheet['!cols'] = Array.from({ length: width }, (_, c) => ({ wch: Math.min(WIDTH_MAX, Math.max(10, ...rows.slice(0, 50).map((row) => String(row[c] ?? '').length + 2))) }));
    utils.book_append_sheet(book, sheet, name);
  }
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
};

export const MEDIA_TYPES: Readonly<Record<SheetFormat, string>> = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

import { utils, write } from '@e965/xlsx';
import { columnNamed, columnsOf } from '../template/columns';
import { givenData, markerOf, type Template } from '../template/template';

/** What a person would type into each column to say this data; headings that the template did not show are added. */
export const filled = (template: Template, data: unknown): ReadonlyMap<string, string> => {
  const cells = new Map<string, string>();
  const given = Object.keys(givenData(template));
  const walk = (value: unknown, path: string): void => {
    if (value === null || value === undefined) return;
    const leaf = columnNamed(template, path)?.leaf;
    if (leaf !== undefined) cells.set(path, leaf.form === 'all-or-codes' && Array.isArray(value) ? `${value.join(';')};` : typeof value === 'boolean' ? (value ? 'ya' : 'tidak') : String(value));
    else if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${path}.${index + 1}`));
    else for (const [name, inner] of Object.entries(value)) walk(inner, path === '' ? name : `${path}.${name}`);
  };
  for (const [name, value] of Object.entries(data as object)) if (!given.includes(name) || name === 'data') walk(value, name);
  return cells;
};

/** Rows of a file: the template's headings, then what else the data need. */
export const tableOf = (template: Template, rows: readonly ReadonlyMap<string, string>[], marked = true): string[][] => {
  const headings = [...new Set([...columnsOf(template).map(({ heading }) => heading), ...rows.flatMap((row) => [...row.keys()])])];
  const lines = rows.map((row) => [...(marked ? [''] : []), ...headings.map((heading) => row.get(heading) ?? '')]);
  return [[...(marked ? [markerOf(template)] : []), ...headings], ...lines];
};

/** CSV as a spreadsheet program writes it: a text that begins like a formula keeps its apostrophe. */
export const csvText = (table: readonly (readonly string[])[], delimiter: string, { bom = false, end = '\n' } = {}): Buffer => {
  const cell = (text: string): string => {
    const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /["\r\n;,\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return Buffer.from(`${bom ? '\ufeff' : ''}${table.map((row) => row.map(cell).join(delimiter)).join(end)}${end}`);
};

type Typed = { readonly t: 's' | 'n' | 'b' | 'e'; readonly v: unknown; readonly z?: string; readonly f?: string };
/** A workbook; `put` replaces cells by their address. */
export const workbook = (table: readonly (readonly string[])[], put: Readonly<Record<string, Typed>> = {}, date1904 = false): Buffer => {
  const sheet: Record<string, unknown> = { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: table.length - 1, c: Math.max(...table.map((row) => row.length)) - 1 } }) };
  table.forEach((row, r) => row.forEach((v, c) => v !== '' && (sheet[utils.encode_cell({ r, c })] = { t: 's', v, z: '@' })));
  Object.assign(sheet, put);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Data');
  book.Workbook = { WBProps: { date1904 } };
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
};

/** Address of a heading's cell in a row (from 1) of a table. */
export const addressOf = (table: readonly (readonly string[])[], heading: string, row: number): string =>
  utils.encode_cell({ r: row - 1, c: (table[0] as readonly string[]).indexOf(heading) });

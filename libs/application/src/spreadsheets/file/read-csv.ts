import { isUtf8 } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { EXTRA_ROWS_MAX, fault, letterOf, type Cell, type Sheet, type SheetLimits, type SheetRow } from './sheet';

const CHUNK_BYTES = 65_536;
const DELIMITERS = [';', ',', '\t'] as const;
const REMEDY = 'text in UTF-8: in Excel, Save As “CSV UTF-8”; in LibreOffice, character set “Unicode (UTF-8)”';

/** The text of a file. Excel's plain “CSV” is Windows-1252 and its “Unicode text” UTF-16: neither is guessed at. */
const textOf = (bytes: Uint8Array): string => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw fault('wrong-encoding', 'UTF-16', REMEDY);
  if (!isUtf8(bytes)) throw fault('wrong-encoding', 'bytes that are not UTF-8, probably Windows-1252', REMEDY);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (text.includes('\0')) throw fault('not-a-spreadsheet', 'a zero byte', 'a CSV file');
  return text.replace(/^\ufeff/, '');
};

/** `sep=;` on a line of its own is for Excel, which does not count it as a row. */
const SEPARATOR_LINE = /^sep=([;,\t])\r?\n/i;

/** The delimiter that the line of headings uses: no heading holds one. */
const delimiterOf = (text: string): string => {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string;
};

const cellOf = (text: string): Cell | undefined => {
  if (text.trim() === '') return undefined;
  // `="0123"` is a formula to whoever made the file; `'=` is how ours say that a text begins so.
  if (text.trimStart().startsWith('=')) return { kind: 'formula' };
  return { kind: 'text', text: /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text };
};

const rowOf = (record: readonly string[], number: number, { columnsMax, cellCharactersMax }: SheetLimits): SheetRow => {
  if (record.length > columnsMax) throw fault('too-large', `${record.length} columns in row ${number}`, `up to ${columnsMax}`);
  const cells = new Map<number, Cell>();
  for (const [index, text] of record.entries()) {
    if (text.length > cellCharactersMax) throw fault('too-large', `${text.length} characters`, `up to ${cellCharactersMax} in a cell`, `${letterOf(index)}${number}`);
    const cell = cellOf(text);
    if (cell !== undefined) cells.set(index, cell);
  }
  return { number, cells };
};

/**
 * Reads a CSV file, a piece at a time, so that others are served meanwhile.
 * @throws SheetError
 */
export const readCsv = async (bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> => {
  const whole = textOf(bytes);
  const said = SEPARATOR_LINE.exec(whole);
  const text = said === null ? whole : whole.slice(said[0].length);
  const parser = parse({ delimiter: said?.[1] ?? delimiterOf(text), relax_column_count: true, max_record_size: limits.columnsMax * limits.cellCharactersMax });
  const rows: SheetRow[] = [];
  let number = 0;
  const feed = async (): Promise<void> => {
    for (let from = 0; from < text.length && !parser.destroyed; from += CHUNK_BYTES) {
      parser.write(text.slice(from, from + CHUNK_BYTES));
      await nextTurn();
    }
    parser.end();
  };
  const feeding = feed();
  feeding.catch(() => undefined);
  try {
    for await (const record of parser) {
      number += 1;
      const row = rowOf(record as readonly string[], number, limits);
      if (row.cells.size > 0) rows.push(row);
      if (rows.length > limits.rowsMax + EXTRA_ROWS_MAX) throw fault('too-large', `more than ${limits.rowsMax} rows`, `up to ${limits.rowsMax} rows in one file`);
    }
    await feeding;
  } catch (error) {
    parser.destroy();
    if (!(error instanceof CsvError)) throw error;
    throw fault('not-a-spreadsheet', `quotes that do not close, or stand in the middle of a cell, in row ${number + 1}`, 'a cell with a quote to be in quotes, each quote within it doubled');
  }
  return { format: 'csv', date1904: false, rows };
};

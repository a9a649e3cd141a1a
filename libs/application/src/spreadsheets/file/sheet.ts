/** One cell as a file holds it, before anything is asked of its column. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A number that the spreadsheet shows as a date: days since the epoch of the workbook. */
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A formula without a value of its own, or an error such as #N/A. */
  | { readonly kind: 'formula' | 'error' };

export type SheetFormat = 'csv' | 'xlsx';

/** A row as the person sees it: numbered from 1, blank cells left out. */
export interface SheetRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

export interface Sheet {
  readonly format: SheetFormat;
  /** Whether serials count from 1904 and not from 1900. */
  readonly date1904: boolean;
  /** Rows that are not blank. */
  readonly rows: readonly SheetRow[];
}

/** Rows that may stand beside those of data: headings and notes. */
export const EXTRA_ROWS_MAX = 20;

/** Bounds of one upload, whatever its bytes. */
export interface SheetLimits {
  /** Rows below the headings. */
  readonly rowsMax: number;
  readonly columnsMax: number;
  /** Characters of one cell. */
  readonly cellCharactersMax: number;
  /** Bytes of a workbook once its parts are unpacked. */
  readonly unpackedBytesMax: number;
  /** Cells of a workbook that are not blank. */
  readonly cellsMax: number;
}
export const sheetLimits: SheetLimits = { rowsMax: 5000, columnsMax: 600, cellCharactersMax: 20_000, unpackedBytesMax: 32 << 20, cellsMax: 250_000 };

/** Letters of a column as spreadsheet programs show them, from 0: A, …, Z, AA, … */
export const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

/** A place in the file, `B7`, or the file as a whole. */
export interface SheetFault {
  readonly code: SheetFaultCode;
  readonly cell?: string;
  readonly found: string;
  readonly expected: string;
}
export type SheetFaultCode =
  | 'wrong-encoding' | 'not-a-spreadsheet' | 'too-large' | 'no-heading' | 'no-rows' | 'unknown-template' | 'old-template' | 'another-template' | 'unknown-heading' | 'repeated-heading' | 'missing-heading';

/** A file that cannot be read as a spreadsheet of ours: nothing of it was judged or recorded. */
export class SheetError extends Error {
  constructor(readonly faults: readonly [SheetFault, ...SheetFault[]]) {
    super(`${faults[0].code}: found ${faults[0].found}, expected ${faults[0].expected}`);
    this.name = 'SheetError';
  }
}
export const fault = (code: SheetFaultCode, found: string, expected: string, cell?: string): SheetError =>
  new SheetError([{ code, found, expected, ...(cell !== undefined && { cell }) }]);

/** What the worker is given. */
export interface WorkbookTask {
  readonly library: string;
  readonly zip: Uint8Array;
  readonly rowsMax: number;
  readonly columnsMax: number;
  readonly cellsMax: number;
  readonly cellCharactersMax: number;
}
/** `[row, column, kind, value]`, rows and columns from 0. */
export type PlainCell = readonly [row: number, column: number, kind: 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error', value: string | number | boolean];
export interface PlainWorkbook {
  readonly date1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly cells: readonly PlainCell[] }[];
}
export type WorkbookAnswer = { readonly ok: true; readonly workbook: PlainWorkbook } | { readonly ok: false; readonly code: 'not-a-spreadsheet' | 'too-large'; readonly found: string };

/**
 * Reads a workbook, in a thread of its own. It is handed to that thread as text: it may use nothing but its arguments, and no name of
 * this file.
 */
export const readWorkbook = (task: WorkbookTask, library: typeof import('@e965/xlsx')): WorkbookAnswer => {
  const { zip, rowsMax, columnsMax, cellsMax, cellCharactersMax } = task;
  let workbook: import('@e965/xlsx').WorkBook;
  try {
    workbook = library.read(zip, { type: 'array', dense: true, cellDates: false, cellNF: true, cellFormula: true, cellHTML: false, cellText: false, sheetRows: rowsMax + 1 });
  } catch {
    return { ok: false, code: 'not-a-spreadsheet', found: 'a workbook that cannot be read' };
  }
  let count = 0;
  const sheets: { name: string; cells: PlainCell[] }[] = [];
  for (const name of workbook.SheetNames) {
    const cells: PlainCell[] = [];
    const data = (workbook.Sheets[name] as unknown as { '!data'?: ({ t: string; v?: unknown; f?: string; z?: string } | undefined)[][] } | undefined)?.['!data'] ?? [];
    for (const [row, line] of data.entries()) {
      for (const [column, cell] of (line ?? []).entries()) {
        if (cell === undefined || cell === null) continue;
        const { t, v, f, z } = cell;
        if (t === 'z' || v === undefined || v === null || (typeof v === 'string' && v.trim() === '')) {
          if (f !== undefined) cells.push([row, column, 'formula', '']);
          continue;
        }
        if (typeof v === 'string' && v.length > cellCharactersMax) return { ok: false, code: 'too-large', found: `${v.length} characters in one cell of row ${row + 1}` };
        if (row >= rowsMax) return { ok: false, code: 'too-large', found: `more than ${rowsMax} rows` };
        if (column >= columnsMax) return { ok: false, code: 'too-large', found: `more than ${columnsMax} columns` };
        count += 1;
        if (count > cellsMax) return { ok: false, code: 'too-large', found: `more than ${cellsMax} cells that are not blank` };
        if (t === 'e') cells.push([row, column, 'error', '']);
        else if (t === 'b') cells.push([row, column, 'boolean', v === true]);
        else if (t === 'n' && typeof v === 'number') cells.push([row, column, typeof z === 'string' && library.SSF.is_date(z) ? 'date' : 'number', v]);
        else if (typeof v === 'string') cells.push([row, column, 'text', v]);
        else cells.push([row, column, 'error', '']);
      }
    }
    sheets.push({ name, cells });
  }
  return { ok: true, workbook: { date1904: workbook.Workbook?.WBProps?.date1904 === true, sheets } };
};

/** The text that the thread runs. */
export const workerText = `'use strict';
const { parentPort, workerData } = require('node:worker_threads');
parentPort.postMessage((${readWorkbook.toString()})(workerData, require(workerData.library)));`;

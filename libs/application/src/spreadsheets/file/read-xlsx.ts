import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { readMarker } from '../template/template';
import { EXTRA_ROWS_MAX, fault, type Cell, type Sheet, type SheetLimits, type SheetRow } from './sheet';
import { unpackedWorkbook } from './unpack-zip';
import { workerText, type PlainCell, type PlainWorkbook, type WorkbookAnswer, type WorkbookTask } from './workbook-worker';

const READ_MS_MAX = 30_000;
const HEAP_MB_MAX = 512;
const library = createRequire(__filename).resolve('@e965/xlsx');

/** Reads the cells in a thread of its own: it may take seconds, and a workbook made to be large may not take the process with it. */
const inWorker = async (task: WorkbookTask): Promise<PlainWorkbook> => {
  const worker = new Worker(workerText, { eval: true, workerData: task, execArgv: [], stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX } });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<WorkbookAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(fault('too-large', 'a workbook that takes too long to read', 'a smaller workbook')), READ_MS_MAX);
      worker.once('message', resolve);
      worker.once('error', () => reject(fault('too-large', 'a workbook that takes too much memory to read', 'a smaller workbook')));
      worker.once('exit', () => reject(fault('not-a-spreadsheet', 'a workbook that cannot be read', 'an Excel workbook (.xlsx)')));
    });
    if (!answer.ok) throw fault(answer.code, answer.found, answer.code === 'too-large' ? 'a smaller workbook' : 'an Excel workbook (.xlsx)');
    return answer.workbook;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
};

/** The sheet that a template marks as its own; or the first. */
const chosen = ({ sheets }: PlainWorkbook): readonly PlainCell[] => {
  const marked = sheets.filter(({ cells }) => cells.some(([row, column, kind, value]) => row === 0 && column === 0 && kind === 'text' && readMarker(String(value)) !== undefined));
  if (marked.length > 1) throw fault('another-template', `${marked.length} sheets made from a template`, 'one such sheet in a workbook');
  return (marked[0] ?? sheets[0])?.cells ?? [];
};

const cellOf = ([, , kind, value]: PlainCell): Cell => {
  switch (kind) {
    case 'text': return { kind, text: String(value) };
    case 'number': return { kind, value: Number(value) };
    case 'date': return { kind, serial: Number(value) };
    case 'boolean': return { kind, value: value === true };
    default: return { kind };
  }
};

/**
 * Reads an Excel workbook: of formulas the value they had when it was saved.
 * @throws SheetError
 */
export const readXlsx = async (bytes: Uint8Array, limits: SheetLimits): Promise<Sheet> => {
  const { rowsMax, columnsMax, cellsMax, cellCharactersMax, unpackedBytesMax } = limits;
  const zip = await unpackedWorkbook(bytes, unpackedBytesMax);
  const workbook = await inWorker({ library, zip, rowsMax: rowsMax + EXTRA_ROWS_MAX, columnsMax, cellsMax, cellCharactersMax });
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of chosen(workbook)) {
    const row = rows.get(cell[0]) ?? new Map<number, Cell>();
    rows.set(cell[0], row.set(cell[1], cellOf(cell)));
  }
  const read: SheetRow[] = [...rows].map(([row, cells]) => ({ number: row + 1, cells }));
  return { format: 'xlsx', date1904: workbook.date1904, rows: read };
};

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncomingMessage, Ingest, Receipt, Sender } from '../ingest/ingest';
import type { Checked, MessageChecker } from '../ingest/message-checker';
import { submitStream } from '../ingest/submit-stream';
import { readHeadings, type HeadedSheet } from './file/headings';
import { readCsv } from './file/read-csv';
import { readXlsx } from './file/read-xlsx';
import { fault, sheetLimits, type SheetFormat, type SheetLimits, type SheetRow } from './file/sheet';
import { rowData } from './row/row-data';
import { messageOfRow } from './row/row-message';
import { ofReceipt, rowOutcome, type RowOutcome } from './row-outcome';
import { ofCell, ofReason } from './row-problem';
import { templatesOf, type Template } from './template/template';

/** A file as it came. */
export interface Upload {
  readonly format: SheetFormat;
  readonly bytes: Uint8Array;
  /** Name of the template, when the sender says it. */
  readonly template: string | undefined;
}
/** Rows to be recorded: all that are good, or those chosen, as the person sees their numbers. */
export type Choice = 'all' | ReadonlySet<number>;

export interface SpreadsheetAnswer {
  readonly headed: HeadedSheet;
  readonly rows: readonly RowOutcome[];
}
/** A row on its way: a message, or what is wrong with it. */
type Drafted = { readonly row: SheetRow } & ({ readonly message: IncomingMessage; readonly source: string; readonly id: string } | { readonly outcome: RowOutcome });

const ROWS_IN_A_TURN = 200;
const WORKBOOKS_MAX = 2;

/** Messages out of spreadsheets: each row judged as the ingest judges, and recorded only when that is said. */
export class SpreadsheetIntake {
  private reading = 0;

  constructor(
    private readonly checker: MessageChecker, private readonly ingest: Pick<Ingest, 'submit'>, private readonly chunkMax: number, private readonly limits: SheetLimits = sheetLimits,
  ) {}

  /** Templates of what the sender's agency may state. */
  async templates(sender: Sender): Promise<readonly Template[]> {
    const types = await this.checker.typesOf(sender);
    return types.flatMap(templatesOf).filter(({ corrects }) => corrects === undefined || types.includes(corrects));
  }

  /**
   * The verdict on each row; nothing is recorded.
   * @throws SheetError when the file cannot be read as a whole; SpreadsheetsBusyError
   */
  async check(upload: Upload, sender: Sender): Promise<SpreadsheetAnswer> {
    const { headed, drafted } = await this.draft(upload, sender);
    return { headed, rows: await this.verdicts(headed, drafted) };
  }

  /**
   * Records the rows that were chosen and are good; the others are not sent.
   * @throws SheetError, SpreadsheetsBusyError, UnknownRowError, and what the ingest throws
   */
  async record(upload: Upload, sender: Sender, choice: Choice): Promise<SpreadsheetAnswer> {
    const { headed, drafted } = await this.draft(upload, sender);
    if (choice !== 'all') refuseUnknown(choice, headed);
    const verdicts = await this.verdicts(headed, drafted);
    const sent = drafted.flatMap((draft, index) => {
      const { row, outcome } = verdicts[index] as RowOutcome;
      return (choice === 'all' || choice.has(row)) && (outcome === 'good' || outcome === 'duplicate') && 'message' in draft ? [{ row, message: draft.message }] : [];
    });
    const receipts = await this.receiptsOf(sent.map(({ message }) => message));
    const byRow = new Map(sent.map(({ row }, index) => [row, receipts[index] as Receipt]));
    const rows = verdicts.map((verdict) => {
      const receipt = byRow.get(verdict.row);
      if (receipt !== undefined) return ofReceipt(verdict.row, receipt, receipt.reason === null ? [] : [ofReason(receipt.reason, headed)]);
      return verdict.outcome === 'refused' ? verdict : rowOutcome(verdict.row, 'not-chosen', { source: verdict.source, id: verdict.id });
    });
    return { headed, rows };
  }

  private async draft({ format, bytes, template }: Upload, sender: Sender): Promise<{ readonly headed: HeadedSheet; readonly drafted: readonly Drafted[] }> {
    const headed = readHeadings(format === 'csv' ? await readCsv(bytes, this.limits) : await this.workbook(bytes), template);
    const allowed = await this.templates(sender);
    if (!allowed.some(({ name }) => name === headed.template.name)) throw fault('unknown-template', headed.template.name, 'a template of /v1/templates, for this key');
    if (headed.rows.length > this.limits.rowsMax) throw fault('too-large', `${headed.rows.length} rows`, `up to ${this.limits.rowsMax} rows in one file`);
    const drafted: Drafted[] = [];
    for (const row of headed.rows) {
      drafted.push(this.draftRow(headed, row, sender));
      if (drafted.length % ROWS_IN_A_TURN === 0) await nextTurn();
    }
    return { headed, drafted };
  }

  private async workbook(bytes: Uint8Array): Promise<HeadedSheet['sheet']> {
    if (this.reading >= WORKBOOKS_MAX) throw new SpreadsheetsBusyError();
    this.reading += 1;
    try {
      return await readXlsx(bytes, this.limits);
    } finally {
      this.reading -= 1;
    }
  }

  private draftRow(headed: HeadedSheet, row: SheetRow, sender: Sender): Drafted {
    const said = rowData(headed, row);
    if (!said.ok) return { row, outcome: rowOutcome(row.number, 'refused', { problems: said.problems.map(ofCell) }) };
    const event = messageOfRow(headed.template, sender, said.id, said.data, (content) => this.checker.hash(content));
    return { row, source: event.source, id: event.id, message: { content: JSON.stringify(event), sender } };
  }

  private async verdicts(headed: HeadedSheet, drafted: readonly Drafted[]): Promise<readonly RowOutcome[]> {
    const checked = await this.checker.check(drafted.flatMap((draft) => ('message' in draft ? [draft.message] : [])));
    let next = 0;
    return drafted.map((draft) => {
      if ('outcome' in draft) return draft.outcome;
      return verdictOf(draft.row.number, draft, checked[next++] as Checked, headed);
    });
  }

  private async receiptsOf(messages: readonly IncomingMessage[]): Promise<readonly Receipt[]> {
    if (messages.length === 0) return [];
    const receipts: Receipt[] = [];
    for await (const some of submitStream(this.ingest, once(messages), { chunkMax: this.chunkMax })) receipts.push(...some);
    return receipts;
  }
}

const verdictOf = (row: number, { source, id }: { readonly source: string; readonly id: string }, checked: Checked, headed: HeadedSheet): RowOutcome => {
  if (checked.outcome === 'good') return rowOutcome(row, 'good', { source, id });
  if (checked.outcome === 'refused') return rowOutcome(row, 'refused', { source, id: showable(id), problems: [ofReason(checked.reason, headed)] });
  return checked.receipt === undefined ? rowOutcome(row, 'duplicate', { source, id }) : ofReceipt(row, checked.receipt);
};

/** An id that the ingest refused may be anything; one of ours, or of the usual form, is given back. */
const showable = (id: string): string | null => (/^[A-Za-z0-9._-]{1,64}$/.test(id) && !/\d{16}/.test(id) ? id : null);

const refuseUnknown = (choice: ReadonlySet<number>, { rows }: HeadedSheet): void => {
  const there = new Set(rows.map(({ number }) => number));
  for (const row of choice) if (!there.has(row)) throw new UnknownRowError(row);
};

async function* once<T>(value: T): AsyncGenerator<T, void, undefined> {
  yield value;
}

/** A row was chosen that the file does not have below its headings. */
export class UnknownRowError extends Error {
  constructor(readonly row: number) {
    super(`row ${row}`);
    this.name = 'UnknownRowError';
  }
}

/** Other workbooks are being read. Nothing was taken: send it again. */
export class SpreadsheetsBusyError extends Error {
  readonly retryAfterSeconds = 2;
  constructor() {
    super(`${WORKBOOKS_MAX} workbooks are being read, as many as may at once`);
    this.name = 'SpreadsheetsBusyError';
  }
}

import type { DocumentText, FactValues, FoldEvent, Handler, Projection } from '@netral/projections';
import type { ProjectionCommit, StoredDocument } from '@netral/read-store';
import { FoldError } from './fold-error';
import { bodyOf, keptBody, RecentDocuments, restored, rowsOf, textOf, type FoldedDocument } from './folded-documents';
import { RowBuffer } from './row-buffer';

export interface ProjectionStart {
  /** Documents and rows that the read store holds already. */
  readonly documents: number;
  readonly rows: (table: string) => number;
  readonly documentsCacheMax: number;
  /** Gives a document only when it leaves memory, and the rest at the end: for who reads nothing meanwhile. */
  readonly documentsLate?: boolean;
}

/** Name of a projection's table in the read store. */
export const storedTable = (projection: string, table: string): string => `${projection}/${table}`;

/** One projection's fold over batches of events: documents, and the rows of facts that changed after each event. */
export class ProjectionFold {
  private readonly tableNames: readonly string[];
  private readonly columns: readonly (readonly string[])[];
  private readonly buffers: readonly RowBuffer[];
  private readonly recent: RecentDocuments;
  /** Documents of the batch at hand. */
  private working = new Map<string, FoldedDocument>();
  /** Changed, and not yet given to be written. */
  private readonly changed = new Set<FoldedDocument>();
  private readonly documentsLate: boolean;
  private readonly text: DocumentText;
  private count: number;

  constructor(readonly projection: Projection, { documents, rows, documentsCacheMax, documentsLate = false }: ProjectionStart) {
    this.text = textOf(projection);
    this.tableNames = Object.keys(projection.tables);
    this.columns = this.tableNames.map((table) => Object.keys(projection.tables[table]!));
    this.buffers = this.tableNames.map((table) => new RowBuffer(projection.tables[table]!, rows(storedTable(projection.name, table))));
    this.recent = new RecentDocuments(documentsCacheMax);
    this.count = documents;
    this.documentsLate = documentsLate;
  }

  /** Id of the document that the event touches, if it is not in memory. */
  needs(event: FoldEvent): string | undefined {
    const id = idOf(this.handlerOf(event), event);
    if (id === undefined || this.working.has(id)) return undefined;
    const known = this.recent.get(id);
    if (known === undefined) return id;
    this.working.set(id, known);
    return undefined;
  }

  supply(stored: ReadonlyMap<string, StoredDocument>): void {
    for (const [id, document] of stored) this.working.set(id, restored(this.projection, this.tableNames, document));
  }

  fold(event: FoldEvent): void {
    const handler = this.handlerOf(event);
    const id = idOf(handler, event);
    if (handler === undefined || id === undefined) return;
    try {
      this.evolve(handler, id, event);
    } catch (error) {
      throw new FoldError(event.position, event.type, `${this.projection.name}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** What the batch changed. */
  take(checkpoint: string): ProjectionCommit {
    const forgotten = [...this.working.values()].flatMap((document) => this.recent.keep(document));
    const documents = this.given(this.documentsLate ? forgotten.filter((document) => this.changed.has(document)) : [...this.changed]);
    const chunks = this.buffers.flatMap((buffer, index) => {
      const chunk = buffer.take();
      return chunk === undefined ? [] : [{ table: storedTable(this.projection.name, this.tableNames[index]!), chunk }];
    });
    this.working = new Map();
    return { projection: this.projection.name, checkpoint, documents, chunks };
  }

  /** Some of the documents that wait to be written; undefined when none does. */
  takeWaiting(checkpoint: string, documentsMax: number): ProjectionCommit | undefined {
    const waiting: FoldedDocument[] = [];
    for (const document of this.changed) if (waiting.push(document) >= documentsMax) break;
    return waiting.length === 0 ? undefined : { projection: this.projection.name, checkpoint, documents: this.given(waiting), chunks: [] };
  }

  private given(documents: readonly FoldedDocument[]): readonly StoredDocument[] {
    for (const document of documents) this.changed.delete(document);
    return documents.map(({ id, number, position, text }) => ({ id, number, position, body: this.text.close(text) }));
  }

  private handlerOf({ type }: FoldEvent): Handler<unknown> | undefined {
    return this.projection.on[type] as Handler<unknown> | undefined;
  }

  // Numbers follow the first event that makes a document, so they are the same live and rebuilt.
  private evolve(handler: Handler<unknown>, id: string, event: FoldEvent): void {
    const known = this.working.get(id);
    if (known !== undefined && known.position >= event.position) return;
    const before = known === undefined ? this.projection.initial(id) : bodyOf(this.projection, known);
    const body = handler.evolve(before, event);
    if (body === before) return;
    const document: FoldedDocument = known ?? { id, number: this.count++, text: '', body, position: event.position, rows: this.tableNames.map(() => []) };
    if (known === undefined) this.working.set(id, document);
    const rows = rowsOf(this.projection, this.tableNames, body);
    for (let table = 0; table < rows.length; table += 1) this.append(table, event.ordinal, document.number, document.rows[table]!, rows[table]!);
    document.text = known === undefined ? this.text.open(body) : this.text.grown(document.text, before, body);
    document.body = keptBody(document.text, body);
    document.position = event.position;
    document.rows = rows;
    this.changed.add(document);
  }

  private append(table: number, ordinal: number, doc: number, before: readonly FactValues[], after: readonly FactValues[]): void {
    const columns = this.columns[table]!;
    for (let slot = 0; slot < after.length; slot += 1) {
      if (slot >= before.length || differ(before[slot]!, after[slot]!, columns)) this.buffers[table]!.add(ordinal, doc, slot, after[slot]);
    }
    for (let slot = after.length; slot < before.length; slot += 1) this.buffers[table]!.add(ordinal, doc, slot, undefined);
  }
}

const idOf = (handler: Handler<unknown> | undefined, event: FoldEvent): string | undefined => handler?.id(event);

const differ = (before: FactValues, after: FactValues, columns: readonly string[]): boolean => {
  for (const name of columns) if (before[name] !== after[name]) return true;
  return false;
};

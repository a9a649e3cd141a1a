import type Database from 'better-sqlite3';
import { MERGED_ROWS_MAX, mergeChunks } from '../merge-chunks';
import { OutOfStepError, type StoredDocument } from '../read-store';
import type { RowChunk } from '../row-chunk';
import { IdTable } from './id-table';
import { finishBuilding } from './open-read-model';
import { KEYS_PER_PROJECTION, ReadModelFile } from './read-model-file';

interface Pending { readonly chunks: RowChunk[]; rows: number }

/**
 * A read model being filled in one go. Small chunks wait in memory until they make a large one, and documents are found
 * by a table of ids, since the index over ids is only made at the end.
 */
export class BuildingFile extends ReadModelFile {
  private readonly written = new Map<string, IdTable>();
  private readonly pending = new Map<string, Pending>();

  constructor(db: Database.Database) {
    super(db);
  }

  override documents(projection: string, ids: readonly string[]): ReadonlyMap<string, StoredDocument> {
    const [table, number] = [this.written.get(projection), this.numberOf(projection)];
    const found = new Map<string, StoredDocument>();
    if (table === undefined || number === undefined) return found;
    for (const id of ids) {
      const document = this.documentIn(table, number, id);
      if (document !== undefined) found.set(id, document);
    }
    return found;
  }

  override rowCount(table: string): number {
    const waiting = this.pending.get(table);
    return waiting === undefined || waiting.rows === 0 ? super.rowCount(table) : waiting.chunks[0]!.firstRow + waiting.rows;
  }

  override chunkFrom(table: string, fromRow: number): RowChunk | undefined {
    this.flush(table);
    return super.chunkFrom(table, fromRow);
  }

  /** Writes what waits and makes the indexes; nothing may be committed after it. */
  finish(): void {
    this.db.transaction(() => {
      for (const table of this.pending.keys()) this.flush(table);
    })();
    finishBuilding(this.db);
  }

  protected override put(projection: string, number: number, document: StoredDocument): void {
    const { id, number: place, position, body } = document;
    const table = this.written.get(projection) ?? new IdTable();
    this.written.set(projection, table);
    if (this.placeIn(table, number, id) !== undefined) return super.put(projection, number, document);
    this.sql.addDocument.run(number * KEYS_PER_PROJECTION + place, number, id, position, body);
    table.add(id, place);
  }

  private documentIn(table: IdTable, number: number, id: string): StoredDocument | undefined {
    let row: Omit<StoredDocument, 'number'> | undefined;
    const place = table.find(id, (each) => (row = this.sql.documentByKey.get(number * KEYS_PER_PROJECTION + each) as typeof row)?.id === id);
    return place === undefined || row === undefined ? undefined : { ...row, number: place };
  }

  private placeIn(table: IdTable, number: number, id: string): number | undefined {
    return table.find(id, (each) => this.sql.idByKey.get(number * KEYS_PER_PROJECTION + each) === id);
  }

  protected override append(table: string, chunk: RowChunk): void {
    if (chunk.length === 0) return;
    const expected = this.rowCount(table);
    if (chunk.firstRow !== expected) throw new OutOfStepError(table, chunk.firstRow, expected);
    const waiting = this.pending.get(table) ?? { chunks: [], rows: 0 };
    this.pending.set(table, waiting);
    waiting.chunks.push(chunk);
    waiting.rows += chunk.length;
    if (waiting.rows >= MERGED_ROWS_MAX) this.flush(table);
  }

  private flush(table: string): void {
    const waiting = this.pending.get(table);
    if (waiting === undefined || waiting.rows === 0) return;
    this.pending.delete(table);
    super.append(table, mergeChunks(waiting.chunks));
  }
}

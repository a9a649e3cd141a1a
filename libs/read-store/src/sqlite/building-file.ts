import type Database from 'better-sqlite3';
import { MERGED_ROWS_MAX, mergeChunks } from '../merge-chunks';
import { OutOfStepError, type Commit, type StoredDocument } from '../read-store';
import type { RowChunk } from '../row-chunk';
import { finishBuilding } from './open-read-model';
import { KEYS_PER_PROJECTION, ReadModelFile } from './read-model-file';

interface Pending { readonly chunks: RowChunk[]; rows: number }

/**
 * A read model being filled in one go. Small chunks wait in memory until they make a large one, and documents are found
 * by a map of ids, since the index over ids is only made at the end.
 */
export class BuildingFile extends ReadModelFile {
  private readonly keys = new Map<string, Map<string, number>>();
  private readonly pending = new Map<string, Pending>();

  constructor(db: Database.Database) {
    super(db);
  }

  override documents(projection: string, ids: readonly string[]): ReadonlyMap<string, StoredDocument> {
    const [keys, number] = [this.keys.get(projection), this.numberOf(projection)];
    const found = new Map<string, StoredDocument>();
    for (const id of ids) {
      const place = keys?.get(id);
      if (place === undefined || number === undefined) continue;
      const row = this.sql.documentByKey.get(number * KEYS_PER_PROJECTION + place) as Omit<StoredDocument, 'number'>;
      found.set(id, { ...row, number: place });
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

  protected override write(commit: Commit): void {
    for (const { projection, documents } of commit.projections) {
      const keys = this.keys.get(projection) ?? new Map<string, number>();
      this.keys.set(projection, keys);
      for (const { id, number } of documents) keys.set(id, number);
    }
    super.write(commit);
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

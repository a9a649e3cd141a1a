import type Database from 'better-sqlite3';
import { decodeChunk, decodeLogIndex, encodeChunk, encodeLogIndex } from '../chunk-codec';
import { cutChunk, cutLogIndex, mergeChunks, mergeLogIndex, takesIn } from '../merge-chunks';
import { OutOfStepError, type Commit, type StoredDocument } from '../read-store';
import type { LogIndexChunk, RowChunk } from '../row-chunk';
import { readModelStatements, type ReadModelStatements } from './statements';

/** Documents of one projection have keys from its number times this on. */
export const KEYS_PER_PROJECTION = 2 ** 40;

/** One SQLite file that holds read models. Every call is synchronous and, where it writes, one transaction. */
export class ReadModelFile {
  protected readonly sql: ReadModelStatements;
  private readonly numbers = new Map<string, number>();

  constructor(readonly db: Database.Database) {
    this.sql = readModelStatements(db);
  }

  commit(commit: Commit): void {
    this.db.transaction(() => this.write(commit)).immediate();
  }

  protected write({ fingerprint, logIndex, projections }: Commit): void {
    for (const { projection, checkpoint, documents, chunks } of projections) {
      const number = this.numberOf(projection) ?? this.enrol(projection);
      for (const document of documents) this.put(projection, number, document);
      for (const { table, chunk } of chunks) this.append(table, chunk);
      this.sql.putCheckpoint.run(checkpoint, number);
    }
    if (logIndex !== undefined) this.appendLogIndex(logIndex);
    if (fingerprint !== undefined) this.sql.putAbout.run('fingerprint', fingerprint);
  }

  fingerprint(): string | undefined {
    return this.sql.about.get('fingerprint') as string | undefined;
  }

  checkpoint(projection: string): string | undefined {
    return (this.sql.checkpoint.get(projection) as string | null | undefined) ?? undefined;
  }

  documents(projection: string, ids: readonly string[]): ReadonlyMap<string, StoredDocument> {
    const number = this.numberOf(projection);
    if (number === undefined || ids.length === 0) return new Map();
    const rows = this.sql.documents.all(JSON.stringify(ids), number) as { key: number; id: string; position: string; body: string }[];
    return new Map(rows.map(({ key, id, position, body }) => [id, { id, number: key - number * KEYS_PER_PROJECTION, position, body }]));
  }

  documentIds(projection: string, fromNumber: number, limit: number): readonly string[] {
    const number = this.numberOf(projection);
    if (number === undefined) return [];
    const first = number * KEYS_PER_PROJECTION;
    return this.sql.documentIds.all(first + fromNumber, first + KEYS_PER_PROJECTION, limit) as string[];
  }

  documentCount(projection: string): number {
    const number = this.numberOf(projection);
    if (number === undefined) return 0;
    const first = number * KEYS_PER_PROJECTION;
    const greatest = this.sql.greatestKey.get(first, first + KEYS_PER_PROJECTION) as number | null;
    return greatest === null ? 0 : greatest - first + 1;
  }

  /** Chunk that holds `fromRow`, cut, or the first after it. */
  chunkFrom(table: string, fromRow: number): RowChunk | undefined {
    const bytes = this.sql.chunkFrom.get(table, fromRow) as Buffer | undefined;
    return bytes === undefined ? undefined : cutChunk(decodeChunk(bytes), fromRow);
  }

  rowCount(table: string): number {
    return (this.sql.rowCount.get(table) as number | undefined) ?? 0;
  }

  logIndexFrom(fromOrdinal: number): LogIndexChunk | undefined {
    const found = this.sql.logIndexFrom.get(fromOrdinal) as { first: number; positions: Buffer; knownFrom: Buffer } | undefined;
    return found === undefined ? undefined : cutLogIndex(decodeLogIndex(found.first, found), fromOrdinal);
  }

  logLength(): number {
    return (this.sql.logLength.get() as number | undefined) ?? 0;
  }

  close(): void {
    this.db.close();
  }

  protected put(_projection: string, number: number, { id, number: place, position, body }: StoredDocument): void {
    this.sql.putDocument.run(number * KEYS_PER_PROJECTION + place, number, id, position, body);
  }

  protected append(table: string, chunk: RowChunk): void {
    if (chunk.length === 0) return;
    const expected = this.rowCount(table);
    if (chunk.firstRow !== expected) throw new OutOfStepError(table, chunk.firstRow, expected);
    let merged = chunk;
    for (let before = this.lastChunk(table); before !== undefined && takesIn(before, merged); before = this.lastChunk(table)) {
      merged = mergeChunks([decodeChunk(this.sql.chunkBytes.get(table, before.firstRow) as Buffer), merged]);
      this.sql.dropChunk.run(table, before.firstRow);
    }
    this.sql.putChunk.run(table, merged.firstRow, merged.length, encodeChunk(merged));
  }

  private lastChunk(table: string): { readonly firstRow: number; readonly length: number } | undefined {
    return this.sql.lastChunk.get(table) as { firstRow: number; length: number } | undefined;
  }

  private appendLogIndex(chunk: LogIndexChunk): void {
    const expected = this.logLength();
    if (chunk.firstOrdinal !== expected) throw new OutOfStepError('log index', chunk.firstOrdinal, expected);
    let merged = chunk;
    for (;;) {
      const before = this.sql.lastLogIndex.get() as { first: number; length: number } | undefined;
      if (before === undefined || !takesIn(before, merged.positions)) break;
      merged = mergeLogIndex(this.logIndexFrom(before.first)!, merged);
      this.sql.dropLogIndex.run(before.first);
    }
    const { positions, knownFrom } = encodeLogIndex(merged);
    this.sql.putLogIndex.run(merged.firstOrdinal, merged.positions.length, positions, knownFrom);
  }

  protected numberOf(projection: string): number | undefined {
    const known = this.numbers.get(projection) ?? (this.sql.projection.get(projection) as number | undefined);
    if (known !== undefined) this.numbers.set(projection, known);
    return known;
  }

  // Not remembered before the commit stands: numberOf finds it then.
  private enrol(projection: string): number {
    return Number(this.sql.enrol.run(projection).lastInsertRowid);
  }
}

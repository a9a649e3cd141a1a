import type { FoldLease, FoldLeaseOptions } from '../fold-lease';
import type { Commit, ReadStore, Rebuild, StoredDocument } from '../read-store';
import type { LogIndexChunk, RowChunk } from '../row-chunk';
import type { MongoConnection } from './connection';
import { lengthOf, partsOfTable, projectionOf } from './next-state';
import { ViewedReads, type View } from './viewed-reads';

/** The port's questions, answered from whatever view `look` gives for each call. */
export abstract class PortReads implements ReadStore {
  protected readonly reads: ViewedReads;

  constructor(protected readonly connection: MongoConnection, look: (seen: View | undefined) => Promise<View>, batchMax: number) {
    this.reads = new ViewedReads(connection, look, batchMax);
  }

  abstract lease(options: FoldLeaseOptions): Promise<FoldLease>;
  abstract commit(commit: Commit): Promise<void>;
  abstract generation(): Promise<string>;
  abstract beginRebuild(): Promise<Rebuild>;
  abstract close(): Promise<void>;

  async fingerprint(): Promise<string | undefined> {
    return (await this.reads.view()).state.fingerprint ?? undefined;
  }

  async checkpoint(projection: string): Promise<string | undefined> {
    return projectionOf((await this.reads.view()).state, projection)?.checkpoint;
  }

  documents(projection: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    return this.reads.documents(projection, ids);
  }

  documentIds(projection: string, fromNumber: number, limit: number): Promise<readonly string[]> {
    return this.reads.documentIds(projection, fromNumber, limit);
  }

  async documentCount(projection: string): Promise<number> {
    return projectionOf((await this.reads.view()).state, projection)?.documents ?? 0;
  }

  chunks(table: string, fromRow: number): AsyncIterable<RowChunk> {
    return this.reads.chunks(table, fromRow);
  }

  async rowCount(table: string): Promise<number> {
    return lengthOf(partsOfTable((await this.reads.view()).state, table));
  }

  logIndex(fromOrdinal: number): AsyncIterable<LogIndexChunk> {
    return this.reads.logIndex(fromOrdinal);
  }

  async logLength(): Promise<number> {
    return lengthOf((await this.reads.view()).state.log);
  }
}

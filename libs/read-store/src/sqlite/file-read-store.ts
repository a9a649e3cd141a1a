import type { FoldLease, FoldLeaseOptions } from '../fold-lease';
import type { Commit, ReadStore, Rebuild, StoredDocument } from '../read-store';
import type { LogIndexChunk, RowChunk } from '../row-chunk';
import { SoleLease } from '../sole-lease';
import type { ReadModelFile } from './read-model-file';

/** The port over whatever file `use` gives for one call. */
export abstract class FileReadStore implements ReadStore {
  private readonly sole = new SoleLease();

  protected abstract use<T>(act: (file: ReadModelFile) => T): T;
  abstract beginRebuild(): Promise<Rebuild>;
  abstract close(): Promise<void>;

  lease(options: FoldLeaseOptions): Promise<FoldLease> {
    return this.sole.take(options);
  }

  async commit(commit: Commit): Promise<void> {
    this.sole.check(commit.token);
    this.use((file) => file.commit(commit));
  }

  abstract generation(): Promise<string>;

  async fingerprint(): Promise<string | undefined> {
    return this.use((file) => file.fingerprint());
  }

  async checkpoint(projection: string): Promise<string | undefined> {
    return this.use((file) => file.checkpoint(projection));
  }

  async documents(projection: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    return this.use((file) => file.documents(projection, ids));
  }

  async documentIds(projection: string, fromNumber: number, limit: number): Promise<readonly string[]> {
    return this.use((file) => file.documentIds(projection, fromNumber, limit));
  }

  async documentCount(projection: string): Promise<number> {
    return this.use((file) => file.documentCount(projection));
  }

  // Chunk by chunk, so that no read stays open while somebody else works with what it gave.
  async *chunks(table: string, fromRow: number): AsyncIterable<RowChunk> {
    for (let next = fromRow; ; ) {
      const chunk = this.use((file) => file.chunkFrom(table, next));
      if (chunk === undefined) return;
      yield chunk;
      next = chunk.firstRow + chunk.length;
    }
  }

  async rowCount(table: string): Promise<number> {
    return this.use((file) => file.rowCount(table));
  }

  async *logIndex(fromOrdinal: number): AsyncIterable<LogIndexChunk> {
    for (let next = fromOrdinal; ; ) {
      const chunk = this.use((file) => file.logIndexFrom(next));
      if (chunk === undefined) return;
      yield chunk;
      next = chunk.firstOrdinal + chunk.positions.length;
    }
  }

  async logLength(): Promise<number> {
    return this.use((file) => file.logLength());
  }
}

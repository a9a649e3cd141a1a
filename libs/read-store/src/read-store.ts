import type { RowChunk } from './row-chunk';

/** A document: what one entity is, folded from all its events up to `position`. */
export interface StoredDocument {
  readonly id: string;
  /** Dense number in order of the document's first event in the log; the same live and rebuilt. */
  readonly number: number;
  /** Position of the last event folded into it. */
  readonly position: string;
  /** JSON text. */
  readonly body: string;
}

/** What one projection's step over a batch of events changed; committed whole or not at all, with everything else in the commit. */
export interface ProjectionCommit {
  readonly projection: string;
  /** Position of the last event of the batch that the projection has seen. */
  readonly checkpoint: string;
  readonly documents: readonly StoredDocument[];
  /** Rows of facts, by table; appended, never changed. */
  readonly chunks: readonly { readonly table: string; readonly chunk: RowChunk }[];
}

/** One line a log event, shared by all projections: the dense ordinal is the index. */
export interface LogIndexChunk {
  readonly firstOrdinal: number;
  readonly positions: readonly string[];
  /** Running maximum of `recordedAt`, milliseconds since 1970. */
  readonly knownFrom: Float64Array;
}

/**
 * Read models. Commits documents (an older position never overwrites a newer one), rows, log index and checkpoints atomically
 * where the store can, else in that order with checkpoints last. One contract suite holds every adapter.
 */
export interface ReadStore {
  commit(commit: { readonly logIndex?: LogIndexChunk; readonly projections: readonly ProjectionCommit[] }): Promise<void>;
  /** Checkpoint of a projection; undefined before its first commit. */
  checkpoint(projection: string): Promise<string | undefined>;
  documents(projection: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>>;
  /** Ids by number, from `fromNumber` on, in order. */
  documentIds(projection: string, fromNumber: number, limit: number): Promise<readonly string[]>;
  documentCount(projection: string): Promise<number>;
  /** Chunks of a table whose first row is at or after `fromRow`, in order. Adapters may merge small chunks, never split below `fromRow`. */
  chunks(table: string, fromRow: number): AsyncIterable<RowChunk>;
  rowCount(table: string): Promise<number>;
  logIndex(fromOrdinal: number): AsyncIterable<LogIndexChunk>;
  /** Number of log events indexed. */
  logLength(): Promise<number>;
  /** A fresh, empty store beside this one, for a rebuild; `swap` puts it in this one's place, atomically. */
  beginRebuild(): Promise<{ readonly store: ReadStore; swap(): Promise<void>; abandon(): Promise<void> }>;
  close(): Promise<void>;
}

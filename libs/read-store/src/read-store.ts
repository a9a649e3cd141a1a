import type { FoldLease, FoldLeaseOptions } from './fold-lease';
import type { LogIndexChunk, RowChunk } from './row-chunk';

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

export interface Commit {
  /** Names and versions of the projections that fold into this store. */
  readonly fingerprint?: string;
  /** Fencing token of the lease it was made under; absent: the store has one writer by itself. */
  readonly token?: number;
  readonly logIndex?: LogIndexChunk;
  readonly projections: readonly ProjectionCommit[];
}

export interface Rebuild {
  /** Fresh and empty, beside the store that answers meanwhile. Reads of it are for its own fold only. */
  readonly store: ReadStore;
  /** Puts it in the other's place, atomically and on disk when it resolves; whoever reads goes on with the new one. */
  swap(): Promise<void>;
  /** Forgets it. */
  abandon(): Promise<void>;
}

/**
 * Read models. Commits documents (an older position never overwrites a newer one), rows, log index and checkpoints atomically
 * where the store can, else in that order with checkpoints last. One contract suite holds every adapter.
 */
export interface ReadStore {
  /**
   * Waits until no other process has the right to fold, and takes it. A store that only one process can open for writing gives it at once.
   * @throws AbortError when the signal ends the wait
   */
  lease(options: FoldLeaseOptions): Promise<FoldLease>;
  /**
   * @throws OutOfStepError when the rows or ordinals are not the next ones: somebody else wrote; nothing was written
   * @throws FencedError when the token is older than one seen
   */
  commit(commit: Commit): Promise<void>;
  /** Changes when the whole content was replaced (a rebuild swapped in, a damaged file thrown away): start again from row 0. */
  generation(): Promise<string>;
  /** Fingerprint of the last commit that had one; undefined for an empty store. */
  fingerprint(): Promise<string | undefined>;
  /** Checkpoint of a projection; undefined before its first commit. */
  checkpoint(projection: string): Promise<string | undefined>;
  /** Unknown ids are left out. */
  documents(projection: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>>;
  /** Ids by number, from `fromNumber` on, in order. */
  documentIds(projection: string, fromNumber: number, limit: number): Promise<readonly string[]>;
  /** One more than the greatest number. */
  documentCount(projection: string): Promise<number>;
  /** All rows of a table from `fromRow` on, in order, in chunks of any size (a stored chunk that begins earlier is cut). */
  chunks(table: string, fromRow: number): AsyncIterable<RowChunk>;
  rowCount(table: string): Promise<number>;
  /** The log index from `fromOrdinal` on, likewise. */
  logIndex(fromOrdinal: number): AsyncIterable<LogIndexChunk>;
  /** Number of log events indexed. */
  logLength(): Promise<number>;
  beginRebuild(): Promise<Rebuild>;
  close(): Promise<void>;
}
export const READ_STORE = Symbol('ReadStore');

/** A commit does not follow what the store holds: another process folds into it too, or it was rebuilt meanwhile. */
export class OutOfStepError extends Error {
  constructor(readonly what: string, readonly found: number, readonly expected: number) {
    super(`${what}: found a commit that begins at ${found}, expected ${expected}`);
    this.name = 'OutOfStepError';
  }
}

/** The store cannot be used now; `reason` tells what a person can do. The message holds no path, no password and nothing of a person. */
export class ReadStoreError extends Error {
  constructor(
    readonly reason: 'disk-full' | 'read-only' | 'locked' | 'closed' | 'corrupt' | 'unreachable' | 'denied' | 'untrusted' | 'misconfigured' | 'too-large', message: string, options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ReadStoreError';
  }
}

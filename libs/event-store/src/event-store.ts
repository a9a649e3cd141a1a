/** Token of the log in dependency injection. */
export const EVENT_STORE = Symbol('EventStore');

/** Place of an event in the whole log: 20 digits, zero-padded, so that text order is log order in every adapter. Sparse: never count with it. */
export type Position = string;
export const NO_POSITION: Position = '0'.repeat(20);
export type ExpectedRevision = bigint | 'no-stream';

/** An event to be kept. `id` is made from (source, message id), so the same message has the same id for ever. */
export interface NewEvent {
  /** UUID, lower case. */
  readonly id: string;
  /** Not empty; no `$` in front, which servers keep for themselves. */
  readonly type: string;
  /** JSON text: serialised before the call, never by the driver. */
  readonly data: string;
  readonly metadata: string;
  /** Keyed hash of the message's content: tells a repeat from a conflicting redelivery. */
  readonly contentHash: string;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
}

export interface StreamAppend {
  /** Not empty; no `$` in front. */
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** At least one; no id twice. */
  readonly events: readonly NewEvent[];
}

export interface Appended {
  /** `repeated`: every id stood in this stream already with the same content; nothing was written. */
  readonly outcome: 'appended' | 'repeated';
  /** Revision and position of the last event of the append (of the standing ones, if repeated). */
  readonly revision: bigint;
  readonly position: Position;
}

/** Where an event of a given id stands, and what tells its content. */
export type Location = Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'position' | 'contentHash' | 'metadata'>;

export interface StreamReadOptions {
  readonly from?: bigint;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

/** The log. One contract suite (`test/contract/event-store.contract.ts`) holds every adapter to this. */
export interface EventStore {
  /** Whether other processes append to the same log. Absent: this one is its only writer. */
  readonly shared?: boolean;

  /**
   * Appends at an explicit revision, all or nothing, durable when it resolves. The ids are looked at first, for as long as the log
   * lives: if the stream holds all of them with the same content, `repeated`, nothing written, whatever revision was expected; if
   * one of them stands in another stream, with other content, or without the rest of the append, the append is refused.
   * @throws InvalidAppendError, ConflictingRedeliveryError, RevisionConflictError, OutcomeUnknownError, StoreUnavailableError
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;

  /**
   * Many appends, one durable write where the store can. Each is all or nothing by itself and is judged in order, seeing
   * those before it; a refused one does not stop the rest. One result an append, in order, each with its own reason (the errors of
   * `append`); the call itself does not reject.
   */
  appendMany(appends: readonly StreamAppend[]): Promise<readonly PromiseSettledResult<Appended>[]>;

  /** Revision of the stream's last event; 'no-stream' if there is none. */
  lastRevision(stream: string): Promise<ExpectedRevision>;

  /** Where the events of these ids stand, for as long as the log lives. Unknown ids are left out. */
  locate(ids: readonly string[]): Promise<ReadonlyMap<string, Location>>;

  /**
   * Yields nothing for a stream that does not exist. `from` is inclusive, in the direction read; past the end it reads nothing
   * forwards and everything backwards. To the end as it was at the first pull.
   */
  readStream(stream: string, options?: StreamReadOptions): AsyncIterable<RecordedEvent>;

  /** Everything after the position (of an event, or NO_POSITION), to the end as it was at the first pull, in log order. */
  readAll(after: Position, options?: { readonly limit?: number }): AsyncIterable<RecordedEvent>;

  /**
   * Everything after the position by batches (at most `batchMax` events, never empty), then live as it comes, in log order, until
   * the signal aborts: then it ends, without an error. If the store goes away it throws; subscribe again after the last event handled.
   */
  subscribe(after: Position, options: { readonly signal: AbortSignal; readonly batchMax?: number }): AsyncIterable<readonly RecordedEvent[]>;

  /** Position of the last event; NO_POSITION for an empty log. */
  head(): Promise<Position>;

  /** Lets go of the log. Twice is once. Subscriptions still open throw `closed`: abort them first. */
  close(): Promise<void>;
}

export class RevisionConflictError extends Error {
  constructor(readonly stream: string, readonly expected: ExpectedRevision, readonly actual: ExpectedRevision) {
    super(`${stream}: expected revision ${expected}, found ${actual}`);
    this.name = 'RevisionConflictError';
  }
}

const DIFFERENCES = { content: 'with other content', stream: 'in another stream', part: 'without the rest of this append' } as const;

/** An id stands in the log already, with other content, in another stream, or as a part only of what is sent now. */
export class ConflictingRedeliveryError extends Error {
  constructor(readonly standing: Location, readonly difference: keyof typeof DIFFERENCES = 'content') {
    super(`event ${standing.id} stands already at ${standing.stream}@${standing.revision} ${DIFFERENCES[difference]}`);
    this.name = 'ConflictingRedeliveryError';
  }
}

/** The append can never be written as it is (no events, an id twice, a bad name, too large for the store): a fault of the caller. */
export class InvalidAppendError extends Error {
  constructor(readonly stream: string, problem: string) {
    super(`${JSON.stringify(stream)}: ${problem}`);
    this.name = 'InvalidAppendError';
  }
}

/** The append may or may not have been written: read the stream again, never send blindly. */
export class OutcomeUnknownError extends Error {
  constructor(readonly stream: string, options?: ErrorOptions) {
    super(`${stream}: outcome of the append is unknown`, options);
    this.name = 'OutcomeUnknownError';
  }
}

export type UnavailableReason =
  | 'disk-full' | 'read-only' | 'locked' | 'closed' | 'unreachable' | 'corrupt'
  /** A log of another system, or of a newer Netral. */
  | 'foreign'
  /** Of a server: its address, the user's rights, its certificate, its version. Waiting does not help. */
  | 'misconfigured' | 'denied' | 'untrusted' | 'outdated';

/** Nothing was written: the disk is full, the directory read-only, the server away. The message is one clear line without paths. */
export class StoreUnavailableError extends Error {
  constructor(readonly reason: UnavailableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailableError';
  }
}

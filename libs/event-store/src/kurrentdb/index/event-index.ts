import type { ExpectedRevision, Location, Position, RecordedEvent } from '../../event-store';
import type { ClaimTable } from './claim-table';

/** Where an event stands, as far as it is known: within an append of several, the server only says where the last one does. */
export interface IndexEntry extends Omit<Location, 'position'> {
  readonly position: Position | undefined;
}

/** A record of the log up to which the index holds everything. */
export interface IndexCheckpoint {
  readonly position: Position;
  /** Of the event there: a log that holds another one at this place is another log. */
  readonly id: string;
}

/** A stream, and where somebody expects it to end. */
export interface ExpectedEnd {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

/** A stream of ours that somebody tombstoned, deleted or truncated on the server. */
export interface StreamAlarm {
  readonly stream: string;
  readonly kind: 'tombstoned' | 'truncated' | 'gap';
  readonly position: Position;
}

/**
 * Ids of everything in the log: what the server does not have. A cache, but for the claims: it can be thrown away and is made again from
 * the log. One a log; several processes may share it, since all of them enter the same. One contract suite holds every adapter
 * (`test/contract/event-index.contract.ts`).
 */
export interface EventIndex extends ClaimTable {
  checkpoint(): Promise<IndexCheckpoint | undefined>;
  locate(ids: readonly string[]): Promise<ReadonlyMap<string, IndexEntry>>;
  /**
   * A revision known of each stream: the expected one exactly where the index holds that and not the one after it. Streams of which
   * neither is known are left out.
   */
  lastRevisions(ends: readonly ExpectedEnd[]): Promise<ReadonlyMap<string, bigint>>;
  /** Enters what was just written. It counts as doubtful until it was read from the log. The first place of an id stands. */
  record(entries: readonly IndexEntry[]): Promise<void>;
  /** Enters what was read from the log, without gaps, up to the checkpoint, which never goes back. */
  confirm(entries: readonly (IndexEntry | RecordedEvent)[], checkpoint: IndexCheckpoint): Promise<void>;
  /** Ids recorded and not yet confirmed, by anybody. */
  doubtful(): Promise<readonly string[]>;
  /** Drops entries: of doubtful ids that the log does not hold. */
  forget(ids: readonly string[]): Promise<void>;
  /** Drops everything, claims too: the log is another one. */
  clear(): Promise<void>;
  raise(alarm: StreamAlarm): Promise<void>;
  alarms(): Promise<readonly StreamAlarm[]>;
  /** Up to where the log was searched for alarms. */
  watched(): Promise<Position>;
  setWatched(position: Position): Promise<void>;
  close(): Promise<void>;
}

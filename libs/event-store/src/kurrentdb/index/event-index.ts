import type { ExpectedRevision, Location, Position } from '../../event-store';

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

/** A stream of ours that somebody tombstoned, deleted or truncated on the server. */
export interface StreamAlarm {
  readonly stream: string;
  readonly kind: 'tombstoned' | 'truncated' | 'gap';
  readonly position: Position;
}

/**
 * Ids of everything in the log: what the server does not have. A cache: it can be thrown away and is made again from the log. One a
 * log; several processes may share it, since all of them enter the same.
 */
export interface EventIndex {
  checkpoint(): Promise<IndexCheckpoint | undefined>;
  locate(ids: readonly string[]): Promise<ReadonlyMap<string, IndexEntry>>;
  /** Last revision known of each stream; those without one are left out. */
  lastRevisions(streams: readonly string[]): Promise<ReadonlyMap<string, ExpectedRevision>>;
  /** Enters what was just written. It counts as unconfirmed until it was read from the log. */
  record(entries: readonly IndexEntry[]): Promise<void>;
  /** Enters what was read from the log, without gaps, up to the checkpoint. */
  confirm(entries: readonly IndexEntry[], checkpoint: IndexCheckpoint): Promise<void>;
  /** Drops what was never confirmed: before it is read again from the log. */
  forgetUnconfirmed(): Promise<void>;
  /** Drops everything: the log is another one. */
  clear(): Promise<void>;
  raise(alarm: StreamAlarm): Promise<void>;
  alarms(): Promise<readonly StreamAlarm[]>;
  /** Up to where the log was searched for alarms. */
  watched(): Promise<Position>;
  setWatched(position: Position): Promise<void>;
  close(): Promise<void>;
}

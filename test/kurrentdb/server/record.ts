/** What stands in the log. `position` is the record's byte offset; commit and prepare are the same for all that comes over gRPC. */
export interface LogRecord {
  readonly position: bigint;
  /** Place in the array of the log: what lies at or past `indexed` is written, but no reader sees it yet. */
  readonly place: number;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly createdMs: number;
  /** An append of no events leaves a record that has a position and no event. */
  readonly empty: boolean;
}

export type NewRecord = Pick<LogRecord, 'id' | 'type' | 'isJson' | 'data' | 'metadata'>;

/** The number a tombstone carries. */
export const DELETED = 9223372036854775807n;
export const NO_BYTES = new Uint8Array(0);

/** Bytes such a record takes in a real log: a fixed head, two copies of its length, and the texts. */
export const sizeInLog = (stream: string, { type, data, metadata }: NewRecord): number =>
  90 + Buffer.byteLength(stream) + Buffer.byteLength(type) + data.length + metadata.length;

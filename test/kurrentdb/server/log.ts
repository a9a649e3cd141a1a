import { type LogRecord, type NewRecord, sizeInLog } from './record';

/** One log for all streams. Positions are byte offsets: increasing, never dense. */
export class Log {
  readonly records: LogRecord[] = [];
  /** How many records readers see. */
  indexed = 0;
  private end = 0n;

  constructor(private readonly now: () => number) {}

  write(stream: string, revision: bigint, record: NewRecord, empty = false): LogRecord {
    const written: LogRecord = { ...record, stream, revision, empty, position: this.end, place: this.records.length, createdMs: this.now() };
    this.end += BigInt(sizeInLog(stream, record));
    this.records.push(written);
    return written;
  }

  /** The place of the first record at or past the position. */
  placeOf(position: bigint): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The position after the last record. */
  get endPosition(): bigint {
    return this.end;
  }

  isRecordStart(position: bigint): boolean {
    return position >= this.end || this.records[this.placeOf(position)]?.position === position;
  }
}

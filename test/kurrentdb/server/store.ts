import { randomUUID } from 'node:crypto';
import { checkAppend, type Expected, type Verdict } from './check-append';
import { IdTable } from './id-table';
import { Log } from './log';
import { isMetastream, metastreamOf, originalOf, revived, SOFT_DELETE } from './metadata';
import { DELETED, type LogRecord, type NewRecord, NO_BYTES } from './record';
import { Streams } from './streams';

export type Outcome =
  | { readonly kind: 'written' | 'repeat'; readonly last: bigint; readonly position: bigint | undefined }
  | { readonly kind: 'conflict'; readonly current: bigint }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'dropped' };

const record = (type: string, data: Uint8Array, isJson: boolean): NewRecord => ({ id: randomUUID(), type, isJson, data, metadata: NO_BYTES });

/** The log, its streams and its memory of ids. Writing is at once; readers see it one turn later, and only then the answer goes out. */
export class Store {
  readonly log: Log;
  readonly streams = new Streams();
  readonly ids: IdTable;
  private readonly readers = new Set<() => void>();
  private waiting: (() => void)[] = [];
  private indexing = false;

  constructor(
    readonly now: () => number,
    private readonly indexDelayMs: number,
    idTableBytes?: number,
  ) {
    this.log = new Log(now);
    this.ids = new IdTable(idTableBytes);
    this.began();
  }

  /** What a node writes when it becomes leader. */
  began(): void {
    this.put('$epoch-information', [record('$epoch-information', Buffer.from('{}'), true)]);
    this.index();
  }

  async append(stream: string, expected: Expected, events: readonly NewRecord[]): Promise<Outcome> {
    const verdict = this.check(stream, expected, events.map(({ id }) => id));
    if (verdict.kind !== 'write') return this.unwritten(verdict);
    const undeleteOriginal = isMetastream(stream) && this.streams.isSoftDeleted(originalOf(stream), this.written);
    const written = this.put(stream, events);
    if (verdict.revive) this.revive(stream, verdict.current + 1n);
    if (undeleteOriginal) this.revive(originalOf(stream), this.streams.last(originalOf(stream), this.written) + 1n);
    await this.indexedSoon();
    return { kind: 'written', last: verdict.current + BigInt(events.length), position: written.position };
  }

  /** Hides all events: `$tb` at the greatest number. A stream that never was cannot be deleted, whatever is expected. */
  async delete(stream: string, expected: Expected): Promise<Outcome> {
    const verdict = this.check(stream, expected, []);
    if (verdict.kind !== 'write') return this.unwritten(verdict);
    if (verdict.current < 0n) return { kind: 'conflict', current: verdict.current };
    const written = this.put(metastreamOf(stream), [record('$metadata', SOFT_DELETE, true)]);
    await this.indexedSoon();
    return { kind: 'written', last: verdict.current, position: written.position };
  }

  /** Bars the name for ever; the stream need not have been. */
  async tombstone(stream: string, expected: Expected): Promise<Outcome> {
    const verdict = this.check(stream, expected, []);
    if (verdict.kind !== 'write') return this.unwritten(verdict);
    const written = this.log.write(stream, DELETED, record('$streamDeleted', NO_BYTES, false));
    this.streams.bury(written);
    await this.indexedSoon();
    return { kind: 'written', last: DELETED, position: written.position };
  }

  onIndexed(reader: () => void): () => void {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  get written(): number {
    return this.log.records.length;
  }

  private check(stream: string, expected: Expected, ids: readonly string[]): Verdict {
    const { streams, ids: table, written, log } = this;
    return checkAppend({ streams, ids: table, written, indexed: log.indexed, nowMs: this.now() }, stream, expected, ids);
  }

  private unwritten(verdict: Exclude<Verdict, { kind: 'write' }>): Outcome {
    return verdict.kind === 'too-early' ? { kind: 'dropped' } : verdict;
  }

  private put(stream: string, events: readonly NewRecord[]): LogRecord {
    const next = this.streams.last(stream, this.written) + 1n;
    if (events.length === 0) return this.log.write(stream, next, record('', NO_BYTES, false), true);
    const written = events.map((event, i) => this.log.write(stream, next + BigInt(i), event));
    for (const one of written) {
      this.streams.add(one);
      this.ids.remember(one);
    }
    return written.at(-1)!;
  }

  private revive(stream: string, from: bigint): void {
    const last = this.streams.lastRecord(metastreamOf(stream), this.written)!;
    this.put(metastreamOf(stream), [record('$metadata', revived(last, from), true)]);
  }

  private indexedSoon(): Promise<void> {
    const done = new Promise<void>((resolve) => this.waiting.push(resolve));
    if (!this.indexing) {
      this.indexing = true;
      if (this.indexDelayMs > 0) setTimeout(() => this.index(), this.indexDelayMs);
      else setImmediate(() => this.index());
    }
    return done;
  }

  private index(): void {
    this.indexing = false;
    this.log.indexed = this.written;
    const answers = this.waiting;
    this.waiting = [];
    for (const answer of answers) answer();
    for (const reader of [...this.readers]) reader();
  }
}

import { setMaxListeners } from 'node:events';
import {
  type Appended, type EventStore, type ExpectedRevision, type Location, type NewEvent, NO_POSITION, type Position, type RecordedEvent,
  StoreUnavailableError, type StreamAppend, type StreamReadOptions,
} from '../event-store';
import { countOf, type FollowOptions, PAGE_EVENTS_MAX } from '../paged-log';
import { offsetOf } from '../position';
import { only } from '../settle';
import { parseAddress } from './address';
import { AppendQueue } from './append/append-queue';
import { Appender } from './append/appender';
import { Sender } from './append/sender';
import type { ClaimTimes } from './index/claims';
import type { EventIndex, StreamAlarm } from './index/event-index';
import { LogIndex } from './index/log-index';
import type { MongodbIndexOptions } from './index/mongodb-event-index';
import { SqliteEventIndex } from './index/sqlite-event-index';
import { followLog } from './read/follow-log';
import { Gapless } from './read/gapless';
import { LogReader } from './read/log-reader';
import { watchStreams } from './read/stream-watch';
import { RETRY, type RetryPolicy } from './retry';
import { Connection } from './wire/connection';

export interface KurrentDbEventStoreOptions {
  /** `kurrentdb://…`; see docs/kurrentdb.md. */
  readonly address: string;
  /** File of the index of ids; without, it is kept in memory and made anew at each opening. */
  readonly indexFile?: string;
  /** A MongoDB database as home of the index, for several processes that write: takes the place of the file. */
  readonly indexServer?: MongodbIndexOptions;
  /** Another home of the index. */
  readonly index?: EventIndex;
  /** Appends are refused; any number may read. */
  readonly readOnly?: boolean;
  /** A stream of the log was tombstoned or truncated on the server: events will be lost. Told once each. */
  readonly onAlarm?: (alarm: StreamAlarm) => void;
  /** How long an answer to one append is waited for, in milliseconds. */
  readonly appendMsMax?: number;
  /** How long a read may be silent, in milliseconds. */
  readonly readMsMax?: number;
  /** Appends under way at once. */
  readonly windowMax?: number;
  readonly retry?: RetryPolicy;
  /** How long what another process is writing is waited for. */
  readonly claimTimes?: ClaimTimes;
}

/**
 * The log on a KurrentDB server. Connects when it is first used. Any number of processes may write: each append names the revision it
 * follows, and the server lets one of them through.
 */
export class KurrentDbEventStore implements EventStore {
  readonly shared = true;
  private readonly stop = new AbortController();
  private readonly connection: Connection;
  private readonly reader: LogReader;
  private readonly index: LogIndex;
  private readonly sender: Sender;
  private readonly queue: AppendQueue;
  private readonly retry: RetryPolicy;
  private watching: Promise<void> | undefined;

  /** @throws StoreUnavailableError `misconfigured` for an address that cannot be used */
  constructor(private readonly options: KurrentDbEventStoreOptions) {
    const { address, appendMsMax = 5_000, readMsMax = 10_000, windowMax = 256, retry = RETRY, claimTimes } = options;
    const { connection, closed } = { connection: new Connection(parseAddress(address)), closed: this.stop.signal };
    // Every call under way listens for the end.
    setMaxListeners(0, closed);
    this.connection = connection;
    this.retry = retry;
    this.reader = new LogReader({ connection, retry, readMsMax, closed });
    this.index = new LogIndex(() => indexOf(options), this.reader, claimTimes);
    this.sender = new Sender({ connection, reader: this.reader, retry, appendMsMax, windowMax, closed });
    this.queue = new AppendQueue(new Appender(this.index, this.sender, this.reader));
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return only(await this.appendMany([{ stream, expected, events }]));
  }

  async appendMany(appends: readonly StreamAppend[]): Promise<readonly PromiseSettledResult<Appended>[]> {
    if (appends.length === 0) return [];
    if (this.options.readOnly === true) {
      const reason = new StoreUnavailableError('read-only', `event store ${this.connection.address.shown} was opened to read only`);
      return appends.map(() => ({ status: 'rejected', reason }));
    }
    return this.queue.push(appends);
  }

  async lastRevision(stream: string): Promise<ExpectedRevision> {
    this.reader.assertOpen();
    const found = await this.reader.lastRevision(stream);
    if (found === 'no-stream') await this.assertNeverWritten(stream);
    return found;
  }

  async locate(ids: readonly string[]): Promise<ReadonlyMap<string, Location>> {
    this.reader.assertOpen();
    try {
      return await this.index.locate(ids);
    } catch (error) {
      throw this.reader.unavailable(error);
    }
  }

  async *readStream(stream: string, { from, direction = 'forwards', limit }: StreamReadOptions = {}): AsyncGenerator<RecordedEvent> {
    if (from !== undefined && from < 0n) throw new RangeError(`from: found ${from}, expected 0 or more`);
    const count = countOf('limit', limit, 0);
    this.reader.assertOpen();
    if (count === 0) return;
    const end = await this.lastRevision(stream);
    if (end === 'no-stream') return;
    const step = direction === 'forwards' ? 1n : -1n;
    let next = direction === 'forwards' ? from ?? 0n : from === undefined || from > end ? end : from;
    for await (const events of this.reader.stream(stream, next, direction, count)) {
      for (const event of events) {
        if (event.revision > end) return;
        if (event.revision !== next) throw truncated(stream, next, event.revision);
        yield event;
        next += step;
      }
    }
    // What is missing at the beginning can only be seen at the end of reading backwards.
    if (step < 0n && limit === undefined && next >= 0n) throw truncated(stream, 0n, next + 1n);
  }

  async *readAll(after: Position, { limit }: { readonly limit?: number } = {}): AsyncGenerator<RecordedEvent> {
    offsetOf(after);
    let left = countOf('limit', limit, 0);
    this.reader.assertOpen();
    const until = await this.reader.head(after);
    if (left === 0 || until <= after) return;
    const gapless = new Gapless(after);
    for await (const records of this.reader.records(after)) {
      for (const { event } of records) {
        if (event === undefined) continue;
        if (event.position > until) return;
        gapless.see(event);
        yield event;
        if ((left -= 1) === 0 || event.position === until) return;
      }
    }
  }

  async *subscribe(after: Position, { signal, batchMax }: FollowOptions): AsyncGenerator<readonly RecordedEvent[]> {
    const max = countOf('batchMax', batchMax ?? PAGE_EVENTS_MAX, 1);
    this.reader.assertOpen();
    this.watch();
    const onBatch = (at: Position, batch: readonly RecordedEvent[]): Promise<void> => this.index.passedBy(at, batch);
    yield* followLog(this.reader, after, { signal, closed: this.stop.signal, retry: this.retry, batchMax: max, onBatch });
  }

  async head(): Promise<Position> {
    return this.reader.head(NO_POSITION);
  }

  /** Version of the server. @throws StoreUnavailableError */
  version(): Promise<string> {
    return this.connection.greet();
  }

  async close(): Promise<void> {
    if (this.stop.signal.aborted) return;
    this.stop.abort();
    this.sender.close();
    await this.queue.drained();
    await this.watching;
    await this.index.close();
    await this.connection.close();
  }

  /** A stream that we know events of and that the server says is not there, was deleted. */
  private async assertNeverWritten(stream: string): Promise<void> {
    const known = await this.index.lastKnown(stream);
    if (known !== undefined) throw truncated(stream, known, undefined);
  }

  private watch(): void {
    const { onAlarm = () => undefined } = this.options;
    if (this.options.readOnly !== true) this.watching ??= watchStreams({ reader: this.reader, entries: this.index.entries, retry: this.retry, closed: this.stop.signal, onAlarm });
  }
}

/** Loaded when it is asked for: who keeps the index in a file does not wait for another driver. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const onMongodb = (): typeof import('./index/mongodb-event-index') => require('./index/mongodb-event-index') as typeof import('./index/mongodb-event-index');

const indexOf = ({ index, indexServer, indexFile }: KurrentDbEventStoreOptions): EventIndex =>
  index ?? (indexServer === undefined ? new SqliteEventIndex(indexFile) : new (onMongodb().MongodbEventIndex)(indexServer));

const truncated = (stream: string, expected: bigint, found: bigint | undefined): StoreUnavailableError =>
  new StoreUnavailableError('corrupt', `${stream}: revision ${expected} is missing (found ${found ?? 'no stream'}): it was deleted or truncated on the server; see docs/kurrentdb.md`);

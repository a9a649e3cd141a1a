import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { type ExpectedRevision, NO_POSITION, type Position, type RecordedEvent, StoreUnavailableError } from '../../event-store';
import { offsetOf, positionOf } from '../../position';
import { backOff, type RetryPolicy, withRetries } from '../retry';
import type { Connection } from '../wire/connection';
import { isNoPlace, isPassing, isStreamDeleted, unavailable } from '../wire/failures';
import { messages, type Wanted } from '../wire/messages';
import { eventOf, isOurs, type LogRecord, recordOf, type WireRecord } from '../wire/records';
import { type Direction, type LogPlace, readOfAll, readOfStream, type ServerFilter, subscriptionToAll } from '../wire/requests';

export interface LogReaderOptions {
  readonly connection: Connection;
  readonly retry: RetryPolicy;
  /** How long a read may be silent. */
  readonly readMsMax: number;
  /** Aborted when the store is closed. */
  readonly closed: AbortSignal;
}

const COUNT_MAX = Number.MAX_SAFE_INTEGER;
const REVISION_MAX = 9_223_372_036_854_775_807n;

/** Reading from the server: each way resumes by itself after what it gave last, when the connection breaks. */
export class LogReader {
  constructor(private readonly options: LogReaderOptions) {}

  get prefix(): string {
    return this.options.connection.address.streamPrefix;
  }

  async lastRevision(stream: string): Promise<ExpectedRevision> {
    const [last] = await this.all(() => readOfStream(this.prefix + stream, 'end', 'backwards', 1), ofEvents(this.prefix), 1);
    return last?.revision ?? 'no-stream';
  }

  /** Events of a stream by handfuls; none for one that is not there. */
  async *stream(stream: string, from: bigint, direction: Direction, count: number): AsyncGenerator<readonly RecordedEvent[]> {
    if (from > REVISION_MAX) return;
    let left = Math.min(count, COUNT_MAX);
    let at = from;
    const open = (): ReadReq => readOfStream(this.prefix + stream, at, direction, left);
    for await (const events of this.resuming(open, ofEvents(this.prefix))) {
      yield events;
      left -= events.length;
      at = events.at(-1)!.revision + (direction === 'forwards' ? 1n : -1n);
      if (left <= 0 || at < 0n) return;
    }
  }

  /** Every record after a position by handfuls, others' and the server's among them, to the end of the log. */
  async *records(after: Position): AsyncGenerator<readonly LogRecord[]> {
    let at = placeOf(after);
    for await (const records of this.resuming(() => readOfAll(at, 'forwards', COUNT_MAX), ofLog(this.prefix))) {
      // Reading is inclusive: the first is the one that was there already.
      const fresh = records[0]?.position === at ? records.slice(1) : records;
      if (fresh.length > 0) yield fresh;
      at = records.at(-1)!.position;
    }
  }

  /** Position of the last event of ours; the server's own may come after it. Looks no further back than `floor`. */
  async head(floor: Position): Promise<Position> {
    for (let count = 8; ; count *= 16) {
      const records = await this.all(() => readOfAll('end', 'backwards', count), ofRecords, count);
      const last = records.find((each) => isOurs(each, this.prefix));
      if (last !== undefined) return positionOf(last.position);
      const oldest = records.at(-1);
      if (oldest === undefined || records.length < count || positionOf(oldest.position) <= floor) return floor;
    }
  }

  /** The record at a position; undefined where there is none that begins there. */
  async recordAt(position: Position): Promise<WireRecord | undefined> {
    const { retry, closed } = this.options;
    const read = (): Promise<readonly WireRecord[]> => this.once(() => readOfAll(offsetOf(position), 'forwards', 1), ofRecords, 1);
    try {
      const [found] = await withRetries(read, (error) => isPassing(error) && !isNoPlace(error), retry, closed);
      return found?.position === offsetOf(position) ? found : undefined;
    } catch (error) {
      if (isNoPlace(error)) return undefined;
      throw this.unavailable(error);
    }
  }

  /** Events of ours as they come, by handfuls, after a place. Not resumed: who consumes knows from where. */
  subscription(after: Position, filter: ServerFilter, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    const log = ofLog(this.prefix);
    return this.handfuls(subscriptionToAll(placeOf(after), filter), (message) => log(message)?.event, signal);
  }

  /** Records of any kind as they come, likewise. */
  watched(after: Position, filter: ServerFilter, signal: AbortSignal): AsyncIterable<readonly WireRecord[]> {
    return this.handfuls(subscriptionToAll(placeOf(after), filter), ofRecords, signal);
  }

  assertOpen(): void {
    if (this.options.closed.aborted) throw new StoreUnavailableError('closed', 'the log is closed');
  }

  /** In the port's words. */
  unavailable(error: unknown): Error {
    return this.options.closed.aborted ? new StoreUnavailableError('closed', 'the log is closed') : unavailable(error, this.options.connection.address.shown);
  }

  private async *resuming<T>(request: () => ReadReq, of: Wanted<T>): AsyncGenerator<readonly T[]> {
    const { retry, closed, readMsMax } = this.options;
    for (let attempt = 1; ; ) {
      this.assertOpen();
      try {
        for await (const handful of this.handfuls(request(), of, closed, readMsMax)) {
          attempt = 1;
          yield handful;
        }
        this.assertOpen();
        return;
      } catch (error) {
        if (attempt >= retry.attemptsMax || !isPassing(error) || closed.aborted) throw this.unavailable(error);
        await backOff((attempt += 1), retry, closed);
      }
    }
  }

  private async all<T>(request: () => ReadReq, of: Wanted<T>, countMax: number): Promise<readonly T[]> {
    this.assertOpen();
    const { retry, closed } = this.options;
    try {
      return await withRetries(() => this.once(request, of, countMax), isPassing, retry, closed);
    } catch (error) {
      throw this.unavailable(error);
    }
  }

  private async once<T>(request: () => ReadReq, of: Wanted<T>, countMax: number): Promise<readonly T[]> {
    const found: T[] = [];
    for await (const handful of this.handfuls(request(), of, this.options.closed, this.options.readMsMax)) {
      found.push(...handful);
      if (found.length >= countMax) break;
    }
    this.assertOpen();
    return found;
  }

  private async *handfuls<T>(request: ReadReq, of: Wanted<T>, signal: AbortSignal, idleMsMax?: number): AsyncGenerator<readonly T[]> {
    try {
      yield* messages(this.options.connection, request, of, { signal, ...(idleMsMax === undefined ? {} : { idleMsMax }) });
    } catch (error) {
      if (!isStreamDeleted(error)) throw error;
      throw new StoreUnavailableError('corrupt', 'a stream of the log was tombstoned on the server: its events are being lost; see docs/kurrentdb.md');
    }
  }
}

const placeOf = (after: Position): LogPlace => (after === NO_POSITION ? 'start' : offsetOf(after));
const ofRecords = (message: ReadResp): WireRecord | undefined => recordOf(message);
const ofLog = (prefix: string) => (message: ReadResp): LogRecord | undefined => {
  const record = recordOf(message);
  return record === undefined ? undefined : { position: record.position, event: isOurs(record, prefix) ? eventOf(record, prefix) : undefined };
};
const ofEvents = (prefix: string) => (message: ReadResp): RecordedEvent | undefined => {
  const record = recordOf(message);
  return record === undefined || record.type.startsWith('$') ? undefined : eventOf(record, prefix);
};

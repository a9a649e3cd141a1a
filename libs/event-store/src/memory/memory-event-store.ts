import { Bell } from '../bell';
import {
  type Appended, type EventStore, type ExpectedRevision, type Location, type NewEvent, NO_POSITION, type Position, type RecordedEvent,
  StoreUnavailableError, type StreamAppend, type StreamReadOptions,
} from '../event-store';
import { judgeAppend, type StandingLog } from '../judge-append';
import { follow, type FollowOptions, type PagedLog, readAll, readStream } from '../paged-log';
import { offsetOf, positionOf } from '../position';
import { only, settled } from '../settle';

export interface MemoryEventStoreOptions {
  /** Position of the first event; default 1. */
  readonly firstPosition?: bigint;
  /** From one position to the next; default 1. With a large one, positions are as sparse and as large as a server's byte offsets. */
  readonly step?: bigint;
}

/** A log that lives as long as the process: for tests and for trying things out; a real adapter under the same contract. */
export class MemoryEventStore implements EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly byId = new Map<string, RecordedEvent>();
  private readonly bell = new Bell();
  private readonly firstPosition: bigint;
  private readonly step: bigint;
  private closed = false;

  constructor({ firstPosition = 1n, step = 1n }: MemoryEventStoreOptions = {}) {
    if (firstPosition < 1n || step < 1n) throw new RangeError('firstPosition and step: expected 1 or more');
    this.firstPosition = firstPosition;
    this.step = step;
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return only(await this.appendMany([{ stream, expected, events }]));
  }

  async appendMany(appends: readonly StreamAppend[]): Promise<readonly PromiseSettledResult<Appended>[]> {
    if (this.closed) return appends.map(() => ({ status: 'rejected', reason: closedError() }));
    const results = appends.map((append) => settled(() => this.write(append)));
    this.bell.ring();
    return results;
  }

  async lastRevision(stream: string): Promise<ExpectedRevision> {
    return this.paged.lastRevision(stream);
  }

  async locate(ids: readonly string[]): Promise<ReadonlyMap<string, Location>> {
    this.assertOpen();
    return new Map(ids.flatMap((id) => {
      const found = this.standing.standing(id);
      return found === undefined ? [] : [[id, found] as const];
    }));
  }

  readStream(stream: string, options?: StreamReadOptions): AsyncIterable<RecordedEvent> {
    return readStream(this.paged, stream, options);
  }

  readAll(after: Position, options?: { readonly limit?: number }): AsyncIterable<RecordedEvent> {
    return readAll(this.paged, after, options);
  }

  subscribe(after: Position, options: FollowOptions): AsyncIterable<readonly RecordedEvent[]> {
    return follow(this.paged, after, options, this.bell);
  }

  async head(): Promise<Position> {
    return this.paged.head();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.bell.ring();
  }

  private write(append: StreamAppend): Appended {
    const { stream, events } = append;
    const verdict = judgeAppend(this.standing, append);
    if (!verdict.write) return verdict.repeated;
    const kept = this.streams.get(stream) ?? [];
    this.streams.set(stream, kept);
    for (const { id, type, data, metadata, contentHash } of events) {
      const position = positionOf(this.firstPosition + this.step * BigInt(this.log.length));
      const event: RecordedEvent = { id, type, data, metadata, contentHash, stream, revision: BigInt(kept.length), position };
      this.log.push(event);
      kept.push(event);
      this.byId.set(id, event);
    }
    return { outcome: 'appended', revision: BigInt(kept.length - 1), position: this.paged.head() };
  }

  private readonly standing: StandingLog = {
    lastRevision: (stream) => this.paged.lastRevision(stream),
    standing: (id) => {
      const event = this.byId.get(id);
      return event === undefined ? undefined : locationOf(event);
    },
  };

  private readonly paged: PagedLog = {
    head: () => {
      this.assertOpen();
      return this.log.at(-1)?.position ?? NO_POSITION;
    },
    lastRevision: (stream) => {
      this.assertOpen();
      const length = this.streams.get(stream)?.length;
      return length === undefined ? 'no-stream' : BigInt(length - 1);
    },
    page: (after, until, limit) => {
      this.assertOpen();
      const first = this.indexAfter(after);
      const page = this.log.slice(first, first + limit);
      return until === undefined ? page : page.filter(({ position }) => position <= until);
    },
    streamPage: (stream, from, to, limit) => {
      this.assertOpen();
      const events = this.streams.get(stream) ?? [];
      const [start, end] = [Number(from), Number(to)];
      return end < start
        ? events.slice(Math.max(end, start - limit + 1), start + 1).reverse()
        : events.slice(start, Math.min(start + limit, end + 1));
    },
  };

  private assertOpen(): void {
    if (this.closed) throw closedError();
  }

  /** Index of the first event after the position. */
  private indexAfter(after: Position): number {
    const offset = offsetOf(after);
    if (offset < this.firstPosition) return 0;
    return Number((offset - this.firstPosition) / this.step) + 1;
  }
}

const locationOf = ({ id, stream, revision, position, contentHash, metadata }: RecordedEvent): Location =>
  ({ id, stream, revision, position, contentHash, metadata });

const closedError = (): StoreUnavailableError => new StoreUnavailableError('closed', 'the log is closed');

import { createHash, type Hash } from 'node:crypto';
import type { RecordedEvent } from '@netral/event-store';

/** What an event is, whatever log it stands in: everything but its position. */
export const digestOf = ({ id, stream, revision, type, data, metadata, contentHash }: RecordedEvent): string =>
  createHash('sha256').update(JSON.stringify([id, stream, String(revision), type, data, metadata, contentHash])).digest('hex');

export interface LogSum {
  readonly events: number;
  readonly streams: number;
  /** Of all events in the order of the log. */
  readonly hash: string;
  /** Of each stream: how many, and their hash. */
  readonly byStream: ReadonlyMap<string, { readonly events: number; readonly hash: string }>;
}

/** Adds up a log event by event. */
export class LogSummer {
  private readonly whole = createHash('sha256');
  private readonly streams = new Map<string, { events: number; hash: Hash }>();
  private events = 0;

  add(event: RecordedEvent): void {
    const digest = digestOf(event);
    this.events += 1;
    this.whole.update(digest);
    let sum = this.streams.get(event.stream);
    if (sum === undefined) this.streams.set(event.stream, (sum = { events: 0, hash: createHash('sha256') }));
    sum.events += 1;
    sum.hash.update(digest);
  }

  end(): LogSum {
    const byStream = new Map([...this.streams].map(([stream, { events, hash }]) => [stream, { events, hash: hash.digest('hex') }]));
    return { events: this.events, streams: byStream.size, hash: this.whole.digest('hex'), byStream };
  }
}

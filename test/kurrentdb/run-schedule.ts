import { setTimeout as pause } from 'node:timers/promises';
import {
  type EventStore, type ExpectedRevision, NO_POSITION, OutcomeUnknownError, type RecordedEvent, StoreUnavailableError,
} from '@netral/event-store';
import { event, idOf } from '../contract/event-store.testing';
import { APPEND_MS_MAX, type Schedule } from './schedule';
import { startStandIn } from './server/stand-in';

/** What a writer and a reader were told, and what the server holds. */
export interface Witnessed {
  /** Ids in the order of the log, as the server has them: `stream@revision id`. */
  readonly log: readonly string[];
  /** What was acknowledged, in the order of the appends to each stream. */
  readonly acknowledged: readonly string[];
  readonly refused: readonly string[];
  readonly seen: readonly string[];
}
export type OpenAt = (address: string) => EventStore;

const STOPPED_MS = 20;
const ATTEMPTS_MAX = 40;

/** A writer as the ingest is one, and a reader as the projector is one, on a server that fails as the schedule says. */
export const runSchedule = async ({ seed, rules, restarts, batches }: Schedule, open: OpenAt): Promise<Witnessed> => {
  const server = await startStandIn();
  const store = open(server.address);
  const reading = readAlong(store);
  try {
    server.faults.chance(seed, rules);
    const writer = new Writer(store);
    for (const [number, streams] of batches.entries()) {
      const writing = writer.write(number, streams);
      if (restarts.includes(number)) await server.restart({ downMs: STOPPED_MS });
      await writing;
    }
    server.faults.clear();
    // Whatever the server was still holding back is written by now.
    await pause(3 * APPEND_MS_MAX);
    await writer.end();
    const log = server.log.records().filter(({ stream, type, empty }) => !stream.startsWith('$') && !type.startsWith('$') && empty !== true);
    const seen = await reading.until(log.at(-1)!.id);
    return { log: log.map(({ stream, revision, id }) => `${stream}@${revision} ${id}`), acknowledged: writer.acknowledged, refused: writer.refused, seen: seen.map(placed) };
  } finally {
    reading.stop();
    await store.close();
    await server.stop();
  }
};

export const placed = ({ stream, revision, id }: RecordedEvent): string => `${stream}@${revision} ${id}`;

/** Appends at the revisions it knows; what is not answered for certain it looks for by its id before it sends it again. */
export class Writer {
  readonly acknowledged: string[] = [];
  readonly refused: string[] = [];
  private readonly heads = new Map<string, ExpectedRevision>();

  constructor(private readonly store: EventStore) {}

  async write(batch: number, streams: readonly number[]): Promise<void> {
    const next = new Map(this.heads);
    const appends = streams.map((number, index) => {
      const stream = `s-${number}`;
      const expected = next.get(stream) ?? 'no-stream';
      next.set(stream, expected === 'no-stream' ? 0n : expected + 1n);
      return { stream, expected, events: [event(`${batch}/${index}`)] };
    });
    const results = await this.store.appendMany(appends);
    for (const [index, result] of results.entries()) {
      const { stream, events } = appends[index]!;
      const { id } = events[0]!;
      if (result.status === 'fulfilled') {
        this.acknowledged.push(`${stream}@${result.value.revision} ${id}`);
        this.heads.set(stream, result.value.revision);
      } else if (result.reason instanceof OutcomeUnknownError) await this.relearn(stream);
      else {
        this.refused.push(id);
        await this.relearn(stream);
      }
    }
  }

  /** One more event, so that a reader can know that it has seen everything. */
  async end(): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const written = await this.store.append('end', 'no-stream', [event('end')]).catch(() => undefined);
      if (written !== undefined) return void this.acknowledged.push(`end@${written.revision} ${idOf('end')}`);
    }
    throw new Error('the server does not come back');
  }

  private async relearn(stream: string): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const last = await this.store.lastRevision(stream).catch((error: unknown) => {
        if (!(error instanceof StoreUnavailableError)) throw error;
        return undefined;
      });
      if (last !== undefined) return void (last === 'no-stream' ? this.heads.delete(stream) : this.heads.set(stream, last));
    }
  }
}

/** Consumes slowly, one batch after another, and subscribes again after the last event it has handled. */
export const readAlong = (store: EventStore): { until(id: string): Promise<readonly RecordedEvent[]>; stop(): void } => {
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  let at = NO_POSITION;
  const running = (async () => {
    while (!stop.signal.aborted) {
      try {
        for await (const batch of store.subscribe(at, { signal: stop.signal, batchMax: 3 })) {
          for (const each of batch) {
            await pause(1);
            seen.push(each);
            at = each.position;
          }
        }
      } catch {
        await pause(5);
      }
    }
  })();
  return {
    until: async (id) => {
      for (let waited = 0; waited < 4_000 && !seen.some((each) => each.id === id); waited += 10) await pause(10);
      stop.abort();
      await running;
      return seen;
    },
    stop: () => stop.abort(),
  };
};

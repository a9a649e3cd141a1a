import { randomUUID } from 'node:crypto';
import type { Feed } from './feed';
import type { Filter } from './filter';
import { eventMessage, resolvedMessage } from './read-event';
import { isHidden, type Place, possible } from './read-all';
import { type Message, ReadResp } from './protocol';
import type { LogRecord } from './record';
import { invalidArgument, streamDeleted } from './status';
import type { Store } from './store';
import { firstVisible, isYoungEnough } from './visible';

/** The server holds so many events for a client in live mode; further behind it goes back to reading, and says caught-up once more. */
const LIVE_BUFFER = 64;

/** Where a subscription stands: it hands out what there is, and tells how much has come since. */
export interface Source {
  /** Sends what lies ahead. */
  readonly drain: (feed: Feed) => Promise<void>;
  readonly behind: () => number;
  readonly caughtUp?: (feed: Feed) => Promise<void>;
}

/** Confirmation, what has been, caught-up, what comes: until the client goes or the source throws. */
export async function subscribe(store: Store, feed: Feed, open: () => Source): Promise<void> {
  await feed.send(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID())));
  const source = open();
  let live = false;
  while (!feed.over) {
    if (source.behind() > LIVE_BUFFER) live = false;
    await source.drain(feed);
    if (source.behind() > 0) continue;
    if (!live && !feed.over) {
      live = true;
      await source.caughtUp?.(feed);
      await feed.send(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
    }
    if (source.behind() <= 0) await more(store, feed);
  }
}

const more = (store: Store, feed: Feed): Promise<void> =>
  new Promise((resolve) => {
    const stop = store.onIndexed(() => {
      stop();
      resolve();
    });
    feed.call.whenClosed(() => {
      stop();
      resolve();
    });
  });

const message = (store: Store, record: LogRecord, resolveLinks: boolean): Message => (resolveLinks ? resolvedMessage(store, record) : eventMessage(record));

/** One stream, after a revision. It need not exist; a tombstone is its last event and its error. */
export function ofStream(store: Store, stream: string, after: bigint | 'start' | 'end', resolveLinks: boolean): Source {
  const { streams, log } = store;
  const last = (): bigint => streams.last(stream, log.indexed);
  let next = after === 'start' ? 0n : after === 'end' ? last() + 1n : after + 1n;
  return {
    behind: () => (streams.tombstone(stream, log.indexed) === undefined ? Number(last() + 1n - next) : 1),
    drain: async (feed) => {
      for (; next <= last() && !feed.over; next += 1n) {
        const record = streams.at(stream, next, log.indexed)!;
        const seen = next >= firstVisible(streams, stream, log.indexed) && isYoungEnough(streams, record, log.indexed, store.now());
        if (seen) await feed.event(message(store, record, resolveLinks));
      }
      const tombstone = streams.tombstone(stream, log.indexed);
      if (tombstone === undefined || feed.over) return;
      await feed.event(eventMessage(tombstone));
      throw streamDeleted(stream);
    },
  };
}

/** The whole log after a position, with a filter or without; only a filter brings checkpoints. */
export function ofAll(store: Store, after: Place, filter: Filter | undefined, resolveLinks: boolean): Source {
  const { log } = store;
  if (typeof after === 'object' && !log.isRecordStart(possible(after))) throw invalidArgument('Trying to read from an invalid position.');
  let place = after === 'start' ? 0 : after === 'end' ? log.indexed : log.placeOf(after.commit + 1n);
  let considered = 0;
  let lookedAt: LogRecord | undefined;
  let checkpointed: bigint | undefined;
  const checkpoint = async (feed: Feed): Promise<void> => {
    if (lookedAt === undefined || lookedAt.position === checkpointed) return;
    checkpointed = lookedAt.position;
    await feed.send(new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(String(checkpointed)).setPreparePosition(String(checkpointed))));
  };
  return {
    behind: () => log.indexed - place,
    drain: async (feed) => {
      while (place < log.indexed && !feed.over) {
        const record = log.records[place++]!;
        if (isHidden(record)) continue;
        lookedAt = record;
        if (filter === undefined || filter.matches(record)) await feed.event(message(store, record, resolveLinks));
        if (filter === undefined || ++considered < filter.checkpointEvery) continue;
        considered = 0;
        await checkpoint(feed);
      }
    },
    caughtUp: async (feed) => {
      if (filter !== undefined) await checkpoint(feed);
    },
  };
}

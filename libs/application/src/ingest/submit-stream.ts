import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { IncomingMessage, Ingest, Receipt } from './ingest';
import { IngestBusyError } from './ingest.errors';

export interface StreamBounds {
  /** Messages in one call of the ingest. */
  readonly chunkMax: number;
  /** So many times that many messages may be on their way at once: one batch in work, the next one ready, so that the disk never waits for the reader. */
  readonly windowMax?: number;
}
const WINDOW_MAX = 2;
const BUSY_PAUSE_MS_MAX = 100;

/**
 * Submits messages as they come and gives their receipts as they are ready, in order: in constant memory, however long the stream.
 * Who stops taking receipts stops the reading. When the queue is full, the first call is refused; later ones wait for room.
 * @throws IngestBusyError (before anything was taken), IngestUnavailableError, and whatever the stream throws
 */
export async function* submitStream(
  ingest: Pick<Ingest, 'submit'>, groups: AsyncIterable<readonly IncomingMessage[]>, { chunkMax, windowMax = WINDOW_MAX }: StreamBounds,
): AsyncGenerator<readonly Receipt[], void, undefined> {
  const source = groups[Symbol.asyncIterator]();
  const inFlight: { readonly receipts: Promise<readonly Receipt[]>; readonly count: number }[] = [];
  // Counted by messages, not by calls: what arrives by small pieces is to be written together all the same.
  let onTheirWay = 0;
  let taken = false;
  let reading: Promise<IteratorResult<readonly IncomingMessage[]>> | undefined = quiet(source.next());
  try {
    while (reading !== undefined || inFlight.length > 0) {
      const receipts = inFlight[0]?.receipts.then((ready) => ({ ready }));
      const group = onTheirWay < windowMax * chunkMax ? reading?.then((read) => ({ read })) : undefined;
      const first: { ready?: readonly Receipt[]; read?: IteratorResult<readonly IncomingMessage[]> } = await Promise.race([receipts, group].filter((each) => each !== undefined));
      if (first.ready !== undefined) {
        onTheirWay -= inFlight.shift()?.count ?? 0;
        yield first.ready;
      } else if (first.read?.done === true) {
        reading = undefined;
      } else {
        const messages: readonly IncomingMessage[] = first.read?.value ?? [];
        for (let from = 0; from < messages.length; from += chunkMax) {
          const chunk = messages.slice(from, from + chunkMax);
          inFlight.push({ receipts: (await enter(ingest, chunk, taken)).receipts, count: chunk.length });
          onTheirWay += chunk.length;
          taken = true;
        }
        reading = quiet(source.next());
      }
    }
  } finally {
    await source.return?.();
  }
}

/** A promise whose failure may be looked at later. */
const quiet = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

interface Taken {
  readonly receipts: Promise<readonly Receipt[]>;
}

/** Resolves when the queue has taken the messages. In a box, or the receipts would be awaited with it. */
const enter = async (ingest: Pick<Ingest, 'submit'>, messages: readonly IncomingMessage[], patient: boolean): Promise<Taken> => {
  for (;;) {
    const receipts = quiet(ingest.submit(messages));
    try {
      // A full queue refuses at once; whatever else comes is the receipts' to tell.
      await Promise.race([receipts.then(() => undefined, refuseBusy), nextTurn()]);
      return { receipts };
    } catch (error) {
      if (!(error instanceof IngestBusyError) || !patient) throw error;
      await pause(Math.min(error.retryAfterSeconds * 1000, BUSY_PAUSE_MS_MAX));
    }
  }
};

const refuseBusy = (error: unknown): void => {
  if (error instanceof IngestBusyError) throw error;
};

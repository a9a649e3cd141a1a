import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Position, type RecordedEvent, StoreUnavailableError } from '../../event-store';
import type { FollowOptions } from '../../paged-log';
import { offsetOf } from '../../position';
import { backOff, type RetryPolicy } from '../retry';
import { isPassing } from '../wire/failures';
import type { ServerFilter } from '../wire/requests';
import { Gapless } from './gapless';
import type { LogReader } from './log-reader';

export interface FollowLogOptions extends FollowOptions {
  readonly retry: RetryPolicy;
  readonly closed: AbortSignal;
  readonly batchMax: number;
  /** Told of each batch before it is given, and of the place it follows. */
  readonly onBatch: (after: Position, batch: readonly RecordedEvent[]) => Promise<void>;
}

/** What the server leaves out for us: its own events; with a prefix, everybody else's too. */
const filterOf = (prefix: string): ServerFilter => (prefix === '' ? { on: 'type', regex: '^[^$].*' } : { on: 'stream', prefixes: [prefix] });

/**
 * Everything after a position by batches, then live. A connection that breaks is made anew, after a pause that grows; it goes on exactly
 * after the last event given. Checkpoints that the server sends are not looked at: they run ahead of who consumes.
 */
export async function* followLog(reader: LogReader, after: Position, { signal, closed, retry, batchMax, onBatch }: FollowLogOptions): AsyncGenerator<readonly RecordedEvent[]> {
  offsetOf(after);
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  signal.addEventListener('abort', abort);
  closed.addEventListener('abort', abort);
  const gapless = new Gapless(after);
  let at = after;
  try {
    for (let attempt = 1; !signal.aborted; ) {
      reader.assertOpen();
      try {
        for await (const batch of batches(reader, at, batchMax, stop.signal)) {
          for (const event of batch) gapless.see(event);
          await onBatch(at, batch);
          at = batch.at(-1)!.position;
          attempt = 1;
          yield batch;
          if (signal.aborted) return;
          // Without this a long catch-up would starve the rest of the process, and whoever aborts.
          await nextTurn();
        }
        if (signal.aborted) return;
        reader.assertOpen();
        throw new StoreUnavailableError('unreachable', 'the server ended the subscription');
      } catch (error) {
        if (signal.aborted) return;
        if (closed.aborted || attempt >= retry.attemptsMax || !isPassing(error)) throw reader.unavailable(error);
        await backOff((attempt += 1), retry, stop.signal);
      }
    }
  } finally {
    signal.removeEventListener('abort', abort);
    closed.removeEventListener('abort', abort);
    stop.abort();
  }
}

/** While there is more to catch up with, batches are filled; afterwards they hold what has come. */
async function* batches(reader: LogReader, after: Position, batchMax: number, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
  const head = await reader.head(after);
  let batch: RecordedEvent[] = [];
  for await (const events of reader.subscription(after, filterOf(reader.prefix), signal)) {
    for (const event of events) {
      batch.push(event);
      if (batch.length < batchMax) continue;
      yield batch;
      batch = [];
    }
    if (batch.length === 0 || batch.at(-1)!.position < head) continue;
    yield batch;
    batch = [];
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bell } from './bell';
import type { ExpectedRevision, Position, RecordedEvent, StreamReadOptions } from './event-store';

/** A log that answers by pages, at once: what the embedded adapters have in common. The three readings below are written on it once. */
export interface PagedLog {
  head(): Position;
  lastRevision(stream: string): ExpectedRevision;
  /** Events with `after` < position <= `until`, in log order, at most `limit`. */
  page(after: Position, until: Position | undefined, limit: number): readonly RecordedEvent[];
  /** Events of a stream from a revision on, both bounds inclusive; `to` < `from` reads backwards. */
  streamPage(stream: string, from: bigint, to: bigint, limit: number): readonly RecordedEvent[];
}

/** Events held in memory at a time by a reading. */
export const PAGE_EVENTS_MAX = 1000;

/** @see EventStore.readAll */
export async function* readAll(log: PagedLog, after: Position, { limit }: { readonly limit?: number } = {}): AsyncGenerator<RecordedEvent> {
  const until = log.head();
  let left = countOf('limit', limit, 0);
  for (let at = after; left > 0; ) {
    const page = log.page(at, until, Math.min(left, PAGE_EVENTS_MAX));
    for (const event of page) yield event;
    const last = page.at(-1);
    if (last === undefined || last.position === until) return;
    at = last.position;
    left -= page.length;
    await nextTurn();
  }
}

/** @see EventStore.readStream */
export async function* readStream(log: PagedLog, stream: string, options: StreamReadOptions = {}): AsyncGenerator<RecordedEvent> {
  const { from, direction = 'forwards', limit } = options;
  if (from !== undefined && from < 0n) throw new RangeError(`from: found ${from}, expected 0 or more`);
  let left = countOf('limit', limit, 0);
  const end = log.lastRevision(stream);
  if (end === 'no-stream') return;
  const step = direction === 'forwards' ? 1n : -1n;
  const to = direction === 'forwards' ? end : 0n;
  let at = direction === 'forwards' ? from ?? 0n : from === undefined || from > end ? end : from;
  while (left > 0 && (to - at) * step >= 0n) {
    const page = log.streamPage(stream, at, to, Math.min(left, PAGE_EVENTS_MAX));
    for (const event of page) yield event;
    const last = page.at(-1);
    if (last === undefined) return;
    at = last.revision + step;
    left -= page.length;
    await nextTurn();
  }
}

export interface FollowOptions {
  readonly signal: AbortSignal;
  readonly batchMax?: number;
}

/** @see EventStore.subscribe. Looks again when the bell rings and, for appends by other processes, every `pollMs`. */
export async function* follow(
  log: PagedLog, after: Position, { signal, batchMax }: FollowOptions, bell: Bell, pollMs?: number,
): AsyncGenerator<readonly RecordedEvent[]> {
  const limit = countOf('batchMax', batchMax ?? PAGE_EVENTS_MAX, 1);
  let at = after;
  while (!signal.aborted) {
    const batch = log.page(at, undefined, limit);
    const last = batch.at(-1);
    if (last === undefined) {
      await bell.wait(signal, pollMs);
      continue;
    }
    at = last.position;
    yield batch;
    // Reading is synchronous: without this a long catch-up would starve the rest of the process, and whoever aborts.
    await nextTurn();
  }
}

/** @throws RangeError; without a value there is no limit */
export const countOf = (name: string, value: number | undefined, least: number): number => {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!Number.isSafeInteger(value) || value < least) throw new RangeError(`${name}: found ${value}, expected a whole number from ${least}`);
  return value;
};

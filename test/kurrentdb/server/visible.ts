import { type LogRecord } from './record';
import type { Streams } from './streams';

const largest = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** The first revision that $tb and $maxCount leave to be read. */
export function firstVisible(streams: Streams, stream: string, until: number): bigint {
  const { truncateBefore = 0n, maxCount } = streams.metadata(stream, until);
  const byCount = maxCount === undefined ? 0n : streams.last(stream, until) + 1n - maxCount;
  return largest(largest(truncateBefore, byCount), 0n);
}

/** $maxAge hides an event from reads of its stream once it is older; $all goes on showing it. */
export function isYoungEnough(streams: Streams, record: LogRecord, until: number, nowMs: number): boolean {
  const { maxAgeMs } = streams.metadata(record.stream, until);
  return maxAgeMs === undefined || record.createdMs >= nowMs - maxAgeMs;
}

/** The event as a reader of its stream finds it, or nothing. */
export function visibleEvent(streams: Streams, stream: string, revision: bigint, until: number, nowMs: number): LogRecord | undefined {
  if (streams.tombstone(stream, until) !== undefined || revision < firstVisible(streams, stream, until)) return undefined;
  const record = streams.at(stream, revision, until);
  return record !== undefined && isYoungEnough(streams, record, until, nowMs) ? record : undefined;
}

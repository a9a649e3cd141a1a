import { positionOf } from '../../position';
import type { EventIndex, StreamAlarm } from '../index/event-index';
import { backOff, type RetryPolicy } from '../retry';
import { textOf } from '../wire/envelope';
import type { WireRecord } from '../wire/records';
import type { LogReader } from './log-reader';

const TOMBSTONE = '$streamDeleted';
const METADATA = '$metadata';
/** Keys of a stream's metadata that let the server take events away. */
const TRUNCATING = ['$maxAge', '$maxCount', '$tb'];

/** What a record of the server's own says about a stream of ours; undefined if nothing is lost by it. */
export const alarmOf = ({ stream, type, position, event }: WireRecord, prefix: string): StreamAlarm | undefined => {
  const of = type === METADATA && stream.startsWith('$$') ? stream.slice(2) : stream;
  if (!of.startsWith(prefix) || of.startsWith('$')) return undefined;
  const alarm = { stream: of.slice(prefix.length), position: positionOf(position) };
  if (type === TOMBSTONE) return { ...alarm, kind: 'tombstoned' };
  return type === METADATA && truncates(textOf(event.getData_asU8())) ? { ...alarm, kind: 'truncated' } : undefined;
};

const truncates = (metadata: string): boolean => {
  try {
    const keys = Object.keys(JSON.parse(metadata) as object);
    return TRUNCATING.some((key) => keys.includes(key));
  } catch {
    return false;
  }
};

export interface StreamWatchOptions {
  readonly reader: LogReader;
  readonly entries: EventIndex;
  readonly retry: RetryPolicy;
  readonly closed: AbortSignal;
  readonly onAlarm: (alarm: StreamAlarm) => void;
}

/**
 * Looks out for anybody who tombstones, deletes or truncates a stream of the log: our readers see nothing of it until the server takes the
 * events away. Goes on until the store is closed; where it searched already, it does not search again.
 */
export const watchStreams = async ({ reader, entries, retry, closed, onAlarm }: StreamWatchOptions): Promise<void> => {
  for (let attempt = 1; !closed.aborted; attempt += 1) {
    try {
      const at = await entries.watched();
      for await (const records of reader.watched(at, { on: 'type', prefixes: [TOMBSTONE, METADATA] }, closed)) {
        for (const record of records) {
          const alarm = alarmOf(record, reader.prefix);
          if (alarm === undefined) continue;
          await entries.raise(alarm);
          onAlarm(alarm);
        }
        attempt = 1;
        await entries.setWatched(positionOf(records.at(-1)!.position));
      }
    } catch {
      // Whoever reads the log at the same time is told that the server cannot be reached; this only comes back.
    }
    await backOff(Math.min(attempt, 20), retry, closed);
  }
};

import type { Filter } from './filter';
import { DELETED, type LogRecord } from './record';
import { CallStatus, Code, handlerThrew } from './status';
import type { Store } from './store';

export type Place = { readonly commit: bigint; readonly prepare: bigint } | 'start' | 'end';

export interface AllRead {
  readonly from: Place;
  readonly backwards: boolean;
  readonly count: bigint;
  readonly filter: Filter | undefined;
}

/** What $all leaves out: the node's own epochs and the checkpoints of persistent subscriptions. All else is there. */
export const isHidden = ({ stream, empty }: LogRecord): boolean =>
  empty || stream === '$epoch-information' || (stream.startsWith('$persistentsubscription-') && stream.endsWith('-checkpoint'));

const unexpected = (result: string): CallStatus => new CallStatus(Code.unknown, `Unexpected ReadAllResult: ${result}`);

/** Refuses what cannot be a position at all. */
export function possible({ commit, prepare }: { commit: bigint; prepare: bigint }): bigint {
  if (prepare > commit || commit > DELETED) throw handlerThrew();
  return commit;
}

/** Events of all streams in the order of the log; forwards with the start, backwards before it. */
export function readAll(store: Store, { from, backwards, count, filter }: AllRead): Iterable<LogRecord> {
  const { log } = store;
  if (count === 0n) throw unexpected('Error');
  if (typeof from === 'object' && !log.isRecordStart(possible(from))) throw unexpected('InvalidPosition');
  const place = from === 'start' ? 0 : from === 'end' ? log.indexed : log.placeOf(from.commit);
  const seen = (record: LogRecord): boolean => !isHidden(record) && (filter === undefined || filter.matches(record));
  return backwards ? before(store, place, count, seen) : onwards(store, place, count, seen);
}

function* onwards({ log }: Store, place: number, count: bigint, seen: (record: LogRecord) => boolean): Generator<LogRecord> {
  for (let left = count; left > 0n && place < log.indexed; place += 1) {
    const record = log.records[place]!;
    if (!seen(record)) continue;
    yield record;
    left -= 1n;
  }
}

function* before({ log }: Store, place: number, count: bigint, seen: (record: LogRecord) => boolean): Generator<LogRecord> {
  let left = count;
  for (let at = Math.min(place, log.indexed) - 1; left > 0n && at >= 0; at -= 1) {
    const record = log.records[at]!;
    if (!seen(record)) continue;
    yield record;
    left -= 1n;
  }
}

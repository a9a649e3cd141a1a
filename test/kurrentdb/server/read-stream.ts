import type { LogRecord } from './record';
import { CallStatus, Code, handlerThrew, streamDeleted } from './status';
import type { Store } from './store';
import { firstVisible, isYoungEnough } from './visible';

export interface StreamRead {
  readonly stream: string;
  readonly from: bigint | 'start' | 'end';
  readonly backwards: boolean;
  readonly count: bigint;
}

const unexpected = (): CallStatus => new CallStatus(Code.unknown, 'Unexpected ReadStreamResult: Error');

/** The events of a stream, the start included; undefined if a reader finds no such stream. */
export function readStream(store: Store, read: StreamRead): Iterable<LogRecord> | undefined {
  const { streams, log } = store;
  if (read.stream === '') throw handlerThrew();
  if (read.count === 0n || (read.from === 'end' && !read.backwards)) throw unexpected();
  if (streams.tombstone(read.stream, log.indexed) !== undefined) throw streamDeleted(read.stream);
  const last = streams.last(read.stream, log.indexed);
  if (last < 0n || streams.isSoftDeleted(read.stream, log.indexed)) return undefined;
  return read.backwards ? backwards(store, read, last) : forwards(store, read);
}

// The end is looked up anew at each step, as a server does that reads page by page.
function* forwards(store: Store, { stream, from, count }: StreamRead): Generator<LogRecord> {
  const first = firstVisible(store.streams, stream, store.log.indexed);
  let revision = typeof from === 'bigint' && from > first ? from : first;
  for (let left = count; left > 0n; revision += 1n) {
    const record = store.streams.at(stream, revision, store.log.indexed);
    if (record === undefined) return;
    if (!isYoungEnough(store.streams, record, store.log.indexed, store.now())) continue;
    yield record;
    left -= 1n;
  }
}

function* backwards(store: Store, { stream, from, count }: StreamRead, last: bigint): Generator<LogRecord> {
  const until = store.log.indexed;
  const first = firstVisible(store.streams, stream, until);
  let left = count;
  const start = from === 'start' ? 0n : from === 'end' || from > last ? last : from;
  for (let revision = start; revision >= first && left > 0n; revision -= 1n) {
    const record = store.streams.at(stream, revision, until);
    if (record === undefined || !isYoungEnough(store.streams, record, until, store.now())) continue;
    yield record;
    left -= 1n;
  }
}

import type { IdTable } from './id-table';
import { metastreamOf } from './metadata';
import type { Streams } from './streams';
import { visibleEvent } from './visible';

export type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';

export type Verdict =
  | { readonly kind: 'write'; readonly current: bigint; readonly revive: boolean }
  | { readonly kind: 'repeat'; readonly last: bigint; readonly position: bigint | undefined }
  /** The copy of an append that is written but not yet indexed: the server drops it without a word. */
  | { readonly kind: 'too-early' }
  | { readonly kind: 'conflict'; readonly current: bigint }
  | { readonly kind: 'deleted' };

interface World {
  readonly streams: Streams;
  readonly ids: IdTable;
  readonly written: number;
  readonly indexed: number;
  readonly nowMs: number;
}

/** What becomes of an append: the server's whole rule of expected revisions and of idempotence, before anything is written. */
export function checkAppend(world: World, stream: string, expected: Expected, ids: readonly string[]): Verdict {
  const { streams, written } = world;
  if (streams.tombstone(stream, written) !== undefined) return { kind: 'deleted' };
  const current = streams.last(stream, written);
  if (expected === 'stream_exists') {
    if (streams.isSoftDeleted(stream, written)) return { kind: 'deleted' };
    if (current < 0n && streams.last(metastreamOf(stream), written) < 0n) return { kind: 'conflict', current };
  }
  if (expected === 'any' || expected === 'stream_exists') return byIdTable(world, stream, current, ids);
  const number = expected === 'no_stream' ? -1n : expected;
  if (number < current) return byPlace(world, stream, number, current, ids);
  if (number > current) return { kind: 'conflict', current };
  return write(world, stream, current);
}

const write = ({ streams, written }: World, stream: string, current: bigint): Verdict => ({ kind: 'write', current, revive: streams.isSoftDeleted(stream, written) });

// The first id decides: unknown, and the whole block is new, even if later ids are old.
function byIdTable(world: World, stream: string, current: bigint, ids: readonly string[]): Verdict {
  let last: bigint | undefined;
  for (const id of ids) {
    const known = world.ids.of(id);
    if (known?.stream !== stream) return last === undefined ? write(world, stream, current) : { kind: 'conflict', current };
    last = known.revision;
  }
  return last === undefined ? write(world, stream, current) : repeat(world, stream, last);
}

// No table: event k of the block must be the event that stands at expected + 1 + k, however long ago it came.
function byPlace(world: World, stream: string, expected: bigint, current: bigint, ids: readonly string[]): Verdict {
  const { streams, written } = world;
  let revision = expected;
  for (const id of ids) {
    revision += 1n;
    if (streams.at(stream, revision, written)?.id === id) continue;
    const first = revision === expected + 1n;
    if (first && expected === -1n && streams.isSoftDeleted(stream, written)) return { kind: 'write', current, revive: true };
    return { kind: 'conflict', current };
  }
  return ids.length === 0 ? { kind: 'conflict', current } : repeat(world, stream, revision);
}

// The position is looked up as a reader would: hidden by truncation or deletion, and the answer has none.
function repeat({ streams, indexed, nowMs }: World, stream: string, last: bigint): Verdict {
  const record = streams.at(stream, last, indexed);
  if (record === undefined) return { kind: 'too-early' };
  return { kind: 'repeat', last, position: visibleEvent(streams, stream, last, indexed, nowMs)?.position };
}

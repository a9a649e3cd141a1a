import { ConflictingRedeliveryError, type EventStore, type NewEvent } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { groupAppend } from './group-append';
import { eventIdOf } from './message-ids';
import { StreamHeads } from './stream-heads';
import { failingStore, type Mishap } from './testing/failing-store';
import { eventsOf } from './testing/fixture';

const event = (id: string, contentHash = 'h'): NewEvent => ({ id: eventIdOf('test', id), type: 'T', data: '{}', metadata: `{"id":"${id}"}`, contentHash });
const planned = (stream: string, id: string, contentHash?: string) => ({ stream, event: event(id, contentHash) });

const open = (mishaps: Mishap[] = []): { inner: EventStore; store: EventStore; heads: StreamHeads; calls: () => number } => {
  const inner = new MemoryEventStore();
  let calls = 0;
  const store = failingStore(inner, () => ((calls += 1), mishaps.shift() ?? 'none'));
  return { inner, store, heads: new StreamHeads(store, 100), calls: () => calls };
};

describe('a group of appends', () => {
  it('reads a revision again that another writer changed, and goes on', async () => {
    const { inner, store, heads, calls } = open();
    await groupAppend(store, heads, [planned('s', 'a')]);
    await inner.append('s', 0n, [event('foreign')]);
    expect(await groupAppend(store, heads, [planned('s', 'b'), planned('t', 'c')])).toMatchObject([{ kind: 'written', placed: { revision: 2n } }, { kind: 'written', placed: { revision: 0n } }]);
    expect(calls()).toBe(3);
  });

  it('keeps the order within a stream that another writer has moved on', async () => {
    const { inner, store, heads } = open();
    await groupAppend(store, heads, [planned('s', 'a'), planned('t', 'b')]);
    await inner.append('s', 0n, [event('foreign')]);
    await groupAppend(store, heads, [planned('s', 'c'), planned('t', 'd'), planned('s', 'e'), planned('s', 'f')]);
    expect((await eventsOf(inner)).filter(({ stream }) => stream === 's').map(({ id }) => id)).toEqual(['a', 'foreign', 'c', 'e', 'f'].map((id) => event(id).id));
  });

  it('keeps the order of the log, across streams too: what was known when depends on it', async () => {
    const { inner, store, heads } = open();
    await groupAppend(store, heads, [planned('s', 'a'), planned('t', 'b'), planned('s', 'c'), planned('t', 'd')]);
    expect((await eventsOf(inner)).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'].map((id) => event(id).id));
  });

  it.each(['unknown-written', 'thrown-written'] as const)('looks for what may be written before it sends again: %s', async (mishap) => {
    const { inner, store, heads, calls } = open([mishap]);
    expect(await groupAppend(store, heads, [planned('s', 'a'), planned('s', 'b')])).toMatchObject([{ kind: 'written' }, { kind: 'written', placed: { revision: 1n } }]);
    expect(calls()).toBe(1);
    expect(await eventsOf(inner)).toHaveLength(2);
  });

  it.each(['unknown-lost', 'thrown-lost', 'half'] as const)('sends again what is not there: %s', async (mishap) => {
    const { inner, store, heads, calls } = open([mishap]);
    expect(await groupAppend(store, heads, [planned('s', 'a'), planned('s', 'b')])).toMatchObject([{ kind: 'written' }, { kind: 'written' }]);
    expect(calls()).toBe(2);
    expect((await eventsOf(inner)).map(({ id }) => id)).toEqual([event('a').id, event('b').id]);
  });

  it('gives up after a bounded number of attempts', async () => {
    const { store, heads, calls } = open(Array.from({ length: 50 }, () => 'unknown-lost' as const));
    expect(await groupAppend(store, heads, [planned('s', 'a')])).toMatchObject([{ kind: 'failed', error: { reason: 'outcome-unknown' } }]);
    expect(calls()).toBe(5);
  });

  it('does not write again what the disk refused', async () => {
    const { store, heads, calls } = open(['refused']);
    expect(await groupAppend(store, heads, [planned('s', 'a')])).toMatchObject([{ kind: 'failed', error: { reason: 'disk-full', message: 'the disk is full' } }]);
    expect(calls()).toBe(1);
    expect(await groupAppend(store, heads, [planned('s', 'a')])).toMatchObject([{ kind: 'written' }]);
  });

  it('tells a copy that another wrote from its own, and from other content', async () => {
    const { inner, store, heads } = open();
    await inner.append('s', 'no-stream', [{ ...event('a'), metadata: '{"by":"another"}' }, event('b')]);
    expect(await groupAppend(store, heads, [planned('s', 'a'), planned('s', 'b', 'other')])).toMatchObject([{ kind: 'standing', placed: { revision: 0n } }, { kind: 'conflict' }]);
    await expect(inner.append('s', 1n, [event('b', 'other')])).rejects.toBeInstanceOf(ConflictingRedeliveryError);
  });
});

describe('known revisions', () => {
  it('are bounded; a stream that was forgotten is read again', async () => {
    const { inner } = open();
    const heads = new StreamHeads(inner, 2);
    const read = jest.spyOn(inner, 'lastRevision');
    await heads.learn(['a', 'b']);
    await heads.learn(['a', 'c']);
    expect([heads.of('a'), heads.of('b'), heads.of('c')]).toEqual(['no-stream', undefined, 'no-stream']);
    await heads.learn(['a', 'b', 'c', 'd']);
    expect([heads.of('b'), heads.of('d')]).toEqual(['no-stream', 'no-stream']);
    expect(read.mock.calls.map(([stream]) => stream)).toEqual(['a', 'b', 'c', 'b', 'd']);
  });
});

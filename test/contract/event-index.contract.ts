import type { EventIndex } from '@netral/event-store/kurrentdb/index/event-index';
import { claims } from './event-index.claims';
import { entry, type OpenEventIndex, position } from './event-index.testing';
import { idOf } from './event-store.testing';

/** What every index of message ids does. */
export const eventIndexContract = (name: string, open: OpenEventIndex): void =>
  describe(`event index contract: ${name}`, () => {
    describe('entries', () => entries(open));
    describe('places', () => places(open));
    describe('claims', () => claims(open));
  });

const entries = (open: OpenEventIndex): void => {
  let under: Awaited<ReturnType<OpenEventIndex>>;
  let index: EventIndex;
  beforeEach(async () => {
    under = await open();
    index = under.index;
  });
  afterEach(() => index.close());
  const located = async (...names: string[]): Promise<unknown[]> => {
    const found = await index.locate(names.map(idOf));
    return names.map((name) => found.get(idOf(name)));
  };

  it('locates what was recorded, for another process too, and leaves out what it does not know', async () => {
    const [a, b] = [entry('a', 's', 0, position(10)), entry('b', 's', 1, undefined)];
    await index.record([a, b]);
    expect(await located('a', 'b', 'never')).toEqual([a, b, undefined]);
    const another = under.another();
    expect([...(await another.locate([a.id, 'no id at all'])).values()]).toEqual([a]);
    await another.close();
    expect(await index.locate([])).toEqual(new Map());
  });

  it('keeps the first place of an id, and learns its position later', async () => {
    await index.record([entry('a', 's', 0, undefined)]);
    await index.record([entry('a', 't', 7, position(20))]);
    expect(await located('a')).toEqual([entry('a', 's', 0, undefined)]);
    await index.record([entry('a', 's', 0, position(10))]);
    await index.record([entry('a', 's', 0, undefined)]);
    expect(await located('a')).toEqual([entry('a', 's', 0, position(10))]);
    await index.record([entry('b', 's', 1, position(30)), entry('b', 't', 2, position(40))]);
    expect(await located('b')).toEqual([entry('b', 's', 1, position(30))]);
  });

  it('tells exactly whether a stream ends where it is expected to', async () => {
    await index.record([entry('a', 's', 0, position(10)), entry('b', 's', 1, position(11)), entry('c', 't@0', 0, position(12)), entry('d', 's', 2, position(13))]);
    const ends = async (stream: string, expected: bigint | 'no-stream'): Promise<bigint | undefined> => (await index.lastRevisions([{ stream, expected }])).get(stream);
    expect(await ends('s', 2n)).toBe(2n);
    expect(await ends('s', 1n)).toBe(2n);
    expect(await ends('s', 3n)).not.toBe(3n);
    expect(await ends('s', 0n)).toBeGreaterThan(0n);
    expect(await ends('s', 'no-stream')).toBeGreaterThanOrEqual(0n);
    expect(await ends('t', 'no-stream')).toBeUndefined();
    expect(await ends('t@0', 0n)).toBe(0n);
    const asked = [{ stream: 's', expected: 1n }, { stream: 's', expected: 2n }, { stream: 'u', expected: 5n }];
    expect(await index.lastRevisions(asked)).toEqual(new Map([['s', 2n]]));
  });

  it('doubts what was recorded until it was read from the log', async () => {
    await index.record([entry('a', 's', 0, position(10)), entry('b', 's', 1, undefined), entry('c', 's', 2, position(12)), entry('d', 's', 3, position(14))]);
    expect((await index.doubtful()).toSorted()).toEqual(['a', 'b', 'c', 'd'].map(idOf).toSorted());
    await index.confirm([entry('a', 's', 0, position(10)), entry('b', 's', 1, position(11))], { position: position(11), id: idOf('b') });
    expect((await index.doubtful()).toSorted()).toEqual(['c', 'd'].map(idOf).toSorted());
    expect(await located('b')).toEqual([entry('b', 's', 1, position(11))]);
    await index.forget([idOf('d'), idOf('never')]);
    expect(await located('c', 'd')).toEqual([entry('c', 's', 2, position(12)), undefined]);
    expect(await index.doubtful()).toEqual([idOf('c')]);
  });

  it('enters what was read, though nobody recorded it', async () => {
    await index.confirm([entry('a', 's', 0, position(10))], { position: position(10), id: idOf('a') });
    expect(await located('a')).toEqual([entry('a', 's', 0, position(10))]);
    expect(await index.checkpoint()).toEqual({ position: position(10), id: idOf('a') });
  });

  it('enters each once when several processes record and confirm the same at once', async () => {
    const all = Array.from({ length: 120 }, (_, at) => entry(`e${at}`, `s${at % 7}`, Math.floor(at / 7), position(100 + at)));
    const others = [under.another(), under.another()];
    await Promise.all([index, ...others, index].map((each, at) => (at % 2 === 0 ? each.record(all) : each.confirm(all, { position: position(219), id: idOf('e119') }))));
    expect([...(await others[1]!.locate(all.map(({ id }) => id))).values()].toSorted((a, b) => (a.position! < b.position! ? -1 : 1))).toEqual(all);
    expect(await index.doubtful()).toEqual([]);
    for (const each of others) await each.close();
  });
};

const places = (open: OpenEventIndex): void => {
  let under: Awaited<ReturnType<OpenEventIndex>>;
  let index: EventIndex;
  beforeEach(async () => {
    under = await open();
    index = under.index;
  });
  afterEach(() => index.close());

  it('begins without a checkpoint, and never goes back behind one', async () => {
    expect(await index.checkpoint()).toBeUndefined();
    await index.confirm([], { position: position(50), id: idOf('b') });
    await index.confirm([entry('a', 's', 0, position(10))], { position: position(10), id: idOf('a') });
    expect(await index.checkpoint()).toEqual({ position: position(50), id: idOf('b') });
  });

  it('keeps alarms once each, in log order, and up to where it was searched', async () => {
    expect(await index.watched()).toBe(position(0));
    await index.setWatched(position(9));
    await index.setWatched(position(7));
    expect(await index.watched()).toBe(position(7));
    const alarms = [{ stream: 's', kind: 'tombstoned', position: position(5) }, { stream: 't', kind: 'truncated', position: position(8) }] as const;
    for (const alarm of [alarms[1], alarms[0], { ...alarms[0], position: position(6) }]) await index.raise(alarm);
    expect(await index.alarms()).toEqual(alarms);
  });

  it('is empty once it is cleared', async () => {
    await index.confirm([entry('a', 's', 0, position(10))], { position: position(10), id: idOf('a') });
    await index.claim([{ id: idOf('b'), stream: 's', contentHash: 'h', owner: 'one' }]);
    await index.raise({ stream: 's', kind: 'gap', position: position(5) });
    await index.setWatched(position(9));
    await index.clear();
    expect([await index.checkpoint(), await index.locate([idOf('a')]), await index.alarms(), await index.watched(), await index.claims(10)])
      .toEqual([undefined, new Map(), [], position(0), []]);
    expect(await index.lastRevisions([{ stream: 's', expected: 0n }])).toEqual(new Map());
  });
};

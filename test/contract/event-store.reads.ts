import { type EventStore, NO_POSITION, StoreUnavailableError } from '@netral/event-store';
import { collect, dataOf, event, events, type OpenEventStore, wholeLog } from './event-store.testing';

export const reads = (open: OpenEventStore): void => {
  let under: Awaited<ReturnType<OpenEventStore>>;
  let store: EventStore;
  beforeEach(async () => {
    under = await open();
    store = under.store;
  });
  afterEach(() => store.close());

  it('is empty at first', async () => {
    expect(await store.head()).toBe(NO_POSITION);
    expect(await wholeLog(store)).toEqual([]);
    expect(await collect(store.readStream('s'))).toEqual([]);
    expect(await collect(store.readStream('s', { direction: 'backwards' }))).toEqual([]);
  });

  it('gives positions as 20 digits whose text order is the log order', async () => {
    await store.append('s', 'no-stream', events(120, 'a'));
    const positions = (await wholeLog(store)).map(({ position }) => position);
    expect(positions.every((position) => /^\d{20}$/.test(position) && position > NO_POSITION)).toBe(true);
    expect(positions.toSorted()).toEqual(positions);
    expect(new Set(positions).size).toBe(120);
    expect(await store.head()).toBe(positions.at(-1));
  });

  it('reads everything after a position, across pages, with a limit', async () => {
    for (const stream of ['s', 't', 'u']) await store.append(stream, 'no-stream', events(850, stream));
    const all = await wholeLog(store);
    expect(dataOf(all)).toEqual([...events(850, 's'), ...events(850, 't'), ...events(850, 'u')].map(({ data }) => (JSON.parse(data) as { name: string }).name));
    expect(await collect(store.readAll(all[999]!.position))).toEqual(all.slice(1000));
    expect(await collect(store.readAll(all[9]!.position, { limit: 1500 }))).toEqual(all.slice(10, 1510));
    expect(await collect(store.readAll(NO_POSITION, { limit: 0 }))).toEqual([]);
    expect(await collect(store.readAll(all.at(-1)!.position))).toEqual([]);
  });

  it('reads to the end as it was at the first pull', async () => {
    await store.append('s', 'no-stream', events(3, 'a'));
    const seen: string[] = [];
    for await (const each of store.readAll(NO_POSITION)) {
      seen.push(...dataOf([each]));
      if (seen.length < 10) await store.append('s', await store.lastRevision('s'), [event(`during ${seen.length}`)]);
    }
    expect(seen).toEqual(['a0', 'a1', 'a2']);
  });

  it.each([
    [{}, [0, 1, 2, 3, 4]],
    [{ from: 2n }, [2, 3, 4]],
    [{ from: 1n, limit: 2 }, [1, 2]],
    [{ from: 5n }, []],
    [{ from: 2n ** 70n }, []],
    [{ limit: 0 }, []],
    [{ direction: 'backwards' as const }, [4, 3, 2, 1, 0]],
    [{ direction: 'backwards' as const, from: 2n }, [2, 1, 0]],
    [{ direction: 'backwards' as const, from: 0n }, [0]],
    [{ direction: 'backwards' as const, limit: 1 }, [4]],
    [{ direction: 'backwards' as const, from: 2n ** 70n, limit: 2 }, [4, 3]],
  ])('reads a stream with %p', async (options, revisions) => {
    await store.append('s', 'no-stream', events(5, 'a'));
    await store.append('t', 'no-stream', events(5, 'b'));
    expect((await collect(store.readStream('s', options))).map(({ stream, revision }) => [stream, Number(revision)])).toEqual(revisions.map((revision) => ['s', revision]));
  });

  it('reads a stream of many pages both ways', async () => {
    await store.append('s', 'no-stream', events(2500, 'a'));
    const forwards = await collect(store.readStream('s'));
    expect(forwards.map(({ revision }) => Number(revision))).toEqual(Array.from({ length: 2500 }, (_, index) => index));
    expect(await collect(store.readStream('s', { direction: 'backwards' }))).toEqual(forwards.toReversed());
  });

  it.each([
    ['a position that is no position', () => collect(store.readAll('7'))],
    ['a position past 64 bits', () => collect(store.readAll('9'.repeat(20)))],
    ['a limit below nothing', () => collect(store.readAll(NO_POSITION, { limit: -1 }))],
    ['half a limit', () => collect(store.readStream('s', { limit: 0.5 }))],
    ['a revision below nothing', () => collect(store.readStream('s', { from: -1n }))],
    ['batches of nothing', () => collect(store.subscribe(NO_POSITION, { batchMax: 0, signal: new AbortController().signal }))],
  ])('refuses %s', async (_, read) => {
    await store.append('s', 'no-stream', [event('a')]);
    await expect(read()).rejects.toBeInstanceOf(RangeError);
  });

  it('says that it is closed, whatever is asked', async () => {
    await store.close();
    await store.close();
    const asked = [
      () => store.append('s', 'no-stream', [event('a')]), () => store.lastRevision('s'), () => store.locate([]), () => store.head(), () => wholeLog(store),
      () => collect(store.readStream('s')), () => collect(store.subscribe(NO_POSITION, { signal: new AbortController().signal })),
    ];
    for (const ask of asked) {
      const error: unknown = await ask().then(() => 'answered', (reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreUnavailableError);
      expect(error).toMatchObject({ reason: 'closed' });
    }
    const [result] = await store.appendMany([{ stream: 's', expected: 'no-stream', events: [event('a')] }]);
    expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'closed' } });
  });

  it('holds the same after it was opened again', async () => {
    await store.append('s', 'no-stream', events(3, 'a'));
    const before = await wholeLog(store);
    if (under.reopen !== undefined) store = await under.reopen();
    expect(await wholeLog(store)).toEqual(before);
    expect(await store.lastRevision('s')).toBe(2n);
  });
};

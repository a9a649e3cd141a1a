import { getEventListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventStore, NO_POSITION, type RecordedEvent, StoreUnavailableError } from '@netral/event-store';
import { dataOf, event, events, type OpenEventStore, wholeLog } from './event-store.testing';

export const subscriptions = (open: OpenEventStore): void => {
  let store: EventStore;
  let stop: AbortController;
  beforeEach(async () => {
    ({ store } = await open());
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await store.close();
  });

  /** Handles batches until `count` events are there; then aborts. */
  const take = async (count: number, { after = NO_POSITION, batchMax }: { after?: string; batchMax?: number } = {}): Promise<readonly RecordedEvent[][]> => {
    const batches: RecordedEvent[][] = [];
    for await (const batch of store.subscribe(after, { signal: stop.signal, batchMax })) {
      batches.push([...batch]);
      if (batches.flat().length >= count) stop.abort();
    }
    return batches;
  };

  it('catches up by batches, none empty, none over the bound, then ends when told', async () => {
    await store.append('s', 'no-stream', events(2345, 'a'));
    const batches = await take(2345, { batchMax: 1000 });
    expect(batches.map(({ length }) => length)).toEqual([1000, 1000, 345]);
    expect(batches.flat()).toEqual(await wholeLog(store));
  });

  it('begins after the position', async () => {
    await store.append('s', 'no-stream', events(5, 'a'));
    const [, , third] = await wholeLog(store);
    expect(dataOf((await take(2, { after: third!.position })).flat())).toEqual(['a3', 'a4']);
  });

  it('goes on live, in log order, each once, while others append', async () => {
    await store.append('s', 'no-stream', events(1500, 'old'));
    const taken = take(1500 + 50 * 3);
    for (let round = 0; round < 50; round += 1) {
      await store.appendMany([{ stream: `t-${round}`, expected: 'no-stream', events: events(3, `new ${round}.`) }]);
      if (round % 5 === 0) await nextTurn();
    }
    expect((await taken).flat()).toEqual(await wholeLog(store));
  });

  it('wakes up for an append after it had caught up', async () => {
    const taken = take(1);
    await nextTurn();
    await store.append('s', 'no-stream', [event('a')]);
    expect(dataOf((await taken).flat())).toEqual(['a']);
  });

  it('serves several subscribers, each from its own place', async () => {
    await store.append('s', 'no-stream', events(3, 'a'));
    const half = (await wholeLog(store))[1]!.position;
    const each = [NO_POSITION, half, await store.head()].map(async (after) => {
      const seen: string[] = [];
      for await (const batch of store.subscribe(after, { signal: stop.signal })) {
        seen.push(...dataOf(batch));
        if (seen.at(-1) === 'end') return seen;
      }
      return seen;
    });
    await store.append('s', 2n, [event('b')]);
    await store.append('s', 3n, [event('end')]);
    expect(await Promise.all(each)).toEqual([['a0', 'a1', 'a2', 'b', 'end'], ['a2', 'b', 'end'], ['b', 'end']]);
  });

  it('ends without an event when the signal had aborted before', async () => {
    await store.append('s', 'no-stream', events(3, 'a'));
    stop.abort();
    expect(await take(1)).toEqual([]);
  });

  it('ends when the signal aborts while it waits, and leaves no listener', async () => {
    const taken = take(1);
    await nextTurn();
    stop.abort();
    expect(await taken).toEqual([]);
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  });

  it('ends when the signal aborts while a batch is handled, and gives no further one', async () => {
    await store.append('s', 'no-stream', events(5, 'a'));
    expect(dataOf((await take(2, { batchMax: 2 })).flat())).toEqual(['a0', 'a1']);
  });

  it('gives a failure of the consumer back, ends, and can be subscribed to anew from the last event handled', async () => {
    await store.append('s', 'no-stream', events(5, 'a'));
    let handled = NO_POSITION;
    const failing = async (): Promise<void> => {
      for await (const batch of store.subscribe(NO_POSITION, { signal: stop.signal, batchMax: 2 })) {
        if (handled !== NO_POSITION) throw new Error('planted');
        handled = batch.at(-1)!.position;
      }
    };
    await expect(failing()).rejects.toThrow('planted');
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
    expect(dataOf((await take(3, { after: handled })).flat())).toEqual(['a2', 'a3', 'a4']);
  });

  it('lets others work while it catches up', async () => {
    await store.append('s', 'no-stream', events(3000, 'a'));
    let turns = 0;
    const counting = (async () => {
      for (; !stop.signal.aborted; turns += 1) await nextTurn();
    })();
    await take(3000, { batchMax: 100 });
    await counting;
    expect(turns).toBeGreaterThanOrEqual(29);
  });

  it('fails when the log is closed under it', async () => {
    const taken = take(1);
    await nextTurn();
    await store.close();
    await expect(taken).rejects.toBeInstanceOf(StoreUnavailableError);
  });
};

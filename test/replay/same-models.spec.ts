import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Folding } from '@netral/application/project/folding';
import { rebuild } from '@netral/application/project/rebuild';
import { NO_POSITION, type EventStore, type RecordedEvent } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { projections } from '@netral/projections';
import type { ReadStore } from '@netral/read-store';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';
import { SqliteReadStore } from '@netral/read-store/sqlite/sqlite-read-store';
import fc from 'fast-check';
import { collect } from '../contract/read-store.contract';
import { contentsOf } from './contents';
import { append, histories, type Recording } from './histories';

const logOf = async (history: readonly Recording[]): Promise<EventStore> => {
  const store = new MemoryEventStore({ firstPosition: 4_000_000_000n, step: 3n });
  await append(store, history);
  return store;
};
const cut = <T>(items: readonly T[], sizes: readonly number[]): readonly (readonly T[])[] => {
  const batches: T[][] = [];
  for (let first = 0, turn = 0; first < items.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    batches.push(items.slice(first, first + size));
    first += size;
  }
  return batches;
};
const foldBatches = async (store: ReadStore, batches: readonly (readonly RecordedEvent[])[], { restart = false, cacheMax = 1000 } = {}): Promise<void> => {
  let folding = await Folding.resume(store, projections, { documentsCacheMax: cacheMax });
  for (const batch of batches) {
    if (restart) folding = await Folding.resume(store, projections, { documentsCacheMax: cacheMax });
    await folding.fold(batch);
  }
};
const filled = async (batches: readonly (readonly RecordedEvent[])[], options?: Parameters<typeof foldBatches>[2]) => {
  const store = new MemoryReadStore();
  await foldBatches(store, batches, options);
  return contentsOf(store);
};
const sizes = fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1, maxLength: 6 });

describe('read models of any history', () => {
  it('are the same folded live in any batches, one by one, restarted after every batch, with hardly any memory, told twice, and rebuilt', () =>
    fc.assert(
      fc.asyncProperty(histories, sizes, async (history, some) => {
        const log = await logOf(history);
        const events = await collect(log.readAll(NO_POSITION));
        const oneByOne = await filled(cut(events, [1]));
        expect(oneByOne.positions).toHaveLength(events.length);
        expect(await filled(cut(events, some))).toEqual(oneByOne);
        expect(await filled([events])).toEqual(oneByOne);
        expect(await filled(cut(events, some), { restart: true })).toEqual(oneByOne);
        expect(await filled(cut(events, some), { cacheMax: 2 })).toEqual(oneByOne);
        expect(await filled(cut(events, some).flatMap((batch) => [batch, events.filter(({ position }) => position <= batch.at(-1)!.position)]))).toEqual(oneByOne);
        const rebuilt = new MemoryReadStore();
        await foldBatches(rebuilt, cut(events.slice(0, events.length / 2), some));
        await rebuild({ eventStore: log, readStore: rebuilt, projections, batchMax: some[0]!, documentsCacheMax: 3 });
        expect(await contentsOf(rebuilt)).toEqual(oneByOne);
      }),
      { numRuns: 60 },
    ));

  it('are the same in SQLite, live, restarted half-way and rebuilt', () =>
    fc.assert(
      fc.asyncProperty(histories, sizes, async (history, some) => {
        const log = await logOf(history);
        const events = await collect(log.readAll(NO_POSITION));
        const expected = await filled([events]);
        const directory = mkdtempSync(join(tmpdir(), 'netral-replay-'));
        let store = new SqliteReadStore({ directory });
        try {
          await foldBatches(store, cut(events.slice(0, events.length / 2), some));
          await store.close();
          store = new SqliteReadStore({ directory });
          await foldBatches(store, cut(events, some), { cacheMax: 2 });
          expect(await contentsOf(store)).toEqual(expected);
          await rebuild({ eventStore: log, readStore: store, projections, batchMax: some[0]!, documentsCacheMax: 2 });
          expect(await contentsOf(store)).toEqual(expected);
        } finally {
          await store.close();
          rmSync(directory, { recursive: true, force: true });
        }
      }),
      { numRuns: 15 },
    ));
});

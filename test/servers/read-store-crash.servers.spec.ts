import { randomUUID } from 'node:crypto';
import { MongoReadStore } from '@netral/read-store/mongodb/mongodb-read-store';
import type { ReadStore } from '@netral/read-store';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { commitNumber, commitsIn, contentAfter, contentOf } from '../contract/read-store.testing';
import { describeEachMongo, inDatabase } from './describe-servers';
import { Wire, type Cut } from './read-store.wire';

const TIMEOUT_MS = 20_000;
const RUNS = 25;

/** What a process does: commits of the run, or a rebuild that ends with all of them and is swapped in. */
type Act = 'commit' | 'rebuild' | 'lease';

describeEachMongo('a read store that ends at any write', (address, { bulkWriteMax: batchMax }) => {
  const client = new MongoClient(address);
  const open: { close(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const each of open) await each.close().catch(() => undefined);
    await client.close();
  });
  const opened = <T extends { close(): Promise<void> }>(each: T): T => {
    open.push(each);
    return each;
  };
  const storeAt = (at: string): MongoReadStore => opened(new MongoReadStore({ address: at, batchMax, timeoutMs: TIMEOUT_MS }));

  const inOwnDatabase = async (work: (own: string) => Promise<void>): Promise<void> => {
    const database = `netral-test-${randomUUID()}`;
    try {
      await work(inDatabase(address, database));
    } finally {
      await client.db(database).dropDatabase();
    }
  };

  /** Does what is asked until the end of the wire; tells how many commits were acknowledged, and how many may stand. */
  const perform = async (store: ReadStore, acts: readonly Act[]): Promise<{ acknowledged: number; asked: number }> => {
    let [acknowledged, asked] = [0, 0];
    try {
      for (const act of acts) {
        if (act === 'lease') await (await store.lease({ holder: 'one', ttlMs: 60_000, signal: new AbortController().signal })).release();
        if (act === 'commit') {
          asked += 1;
          await store.commit(commitNumber(acknowledged));
          acknowledged += 1;
        }
        if (act === 'rebuild') await rebuilt(store, acknowledged);
      }
    } catch (error) {
      expect(error).toMatchObject({ name: 'ReadStoreError', reason: expect.stringMatching(/^(?:unreachable|closed)$/) as string });
    }
    return { acknowledged, asked };
  };

  const rebuilt = async (store: ReadStore, commits: number): Promise<void> => {
    const rebuild = await store.beginRebuild();
    try {
      for (let number = 0; number < commits; number += 1) await rebuild.store.commit(commitNumber(number));
      await rebuild.swap();
    } catch (error) {
      await rebuild.abandon().catch(() => undefined);
      throw error;
    }
  };

  const writesOf = async (acts: readonly Act[]): Promise<number> => {
    let count = 0;
    await inOwnDatabase(async (own) => {
      const wire = opened(await Wire.to(own));
      const store = storeAt(wire.address);
      await perform(store, acts);
      await store.close();
      count = wire.writes.length;
      await wire.close();
    });
    return count;
  };

  const cutAndReopen = async (acts: readonly Act[], cut: Cut): Promise<void> =>
    inOwnDatabase(async (own) => {
      const wire = opened(await Wire.to(own, cut));
      const doomed = storeAt(wire.address);
      // It is dead from then on: nothing waits for a server that does not come back.
      void wire.ended.then(() => doomed.close());
      const { acknowledged, asked } = await perform(doomed, acts);
      await doomed.close().catch(() => undefined);
      await wire.close();
      expect(wire.wasCut).toBe(true);

      const store = storeAt(own);
      const found = await commitsIn(store);
      // Before or after, whole: never less than was acknowledged, never more than was asked.
      expect([acknowledged, asked]).toContain(found);
      expect(await contentOf(store)).toEqual(await contentAfter(found));
      // Whoever comes next folds on, and nothing of what was cut off is left.
      for (let number = found; number < found + 3; number += 1) await store.commit(commitNumber(number));
      await rebuilt(store, found + 3);
      await store.commit(commitNumber(found + 3));
      expect(await contentOf(store)).toEqual(await contentAfter(found + 4));
      await store.close();
      expect((await leftover(own)).length).toBe(2);
    });

  /** Collections of generations: of the one that answers, after a swap, and of no other. */
  const leftover = async (own: string): Promise<readonly string[]> => {
    const names = await client.db(new URL(own).pathname.slice(1)).listCollections({}, { nameOnly: true }).toArray();
    return names.map(({ name }) => name).filter((name) => /_\d+$/.test(name));
  };

  it('holds before or after, whole, and goes on to the same as if nothing had happened', async () => {
    const act = fc.constantFrom<Act>('commit', 'commit', 'commit', 'rebuild', 'lease');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('before' as const, 'after' as const), async (acts, share, side) => {
        const writes = await writesOf(acts);
        await cutAndReopen(acts, { atWrite: 1 + Math.min(writes - 1, Math.floor(share * writes)), side });
      }),
      { numRuns: RUNS },
    );
  });

  it('holds so at every single write of two commits, a rebuild and one more', async () => {
    const acts: readonly Act[] = ['commit', 'commit', 'rebuild', 'commit'];
    const writes = await writesOf(acts);
    expect(writes).toBeGreaterThan(20);
    for (let atWrite = 1; atWrite <= writes; atWrite += 1) for (const side of ['before', 'after'] as const) await cutAndReopen(acts, { atWrite, side });
  });
});

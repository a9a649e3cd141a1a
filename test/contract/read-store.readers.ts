import { setImmediate as soon } from 'node:timers/promises';
import type { ReadStore } from '@netral/read-store';
import { allPositions, allRows, commitNumber, contentAfter, type Content, type ReadStoreUnderTest } from './read-store.testing';

const COMMITS = 40;
const REBUILD_EVERY = 9;
const [PROJECTION, TABLE] = ['letters', 'letters/rows'];

/** Follows a store as an answering process does, and compares each thing that it sees with what the run must hold there. */
class Follower {
  private generation = '';
  private rows: unknown[] = [];
  private positions: unknown[] = [];
  looks = 0;
  readonly generations = new Set<string>();

  constructor(private readonly store: ReadStore, private readonly whole: Content) {}

  async look(): Promise<void> {
    const generation = await this.store.generation();
    if (generation !== this.generation) [this.rows, this.positions, this.generation] = [[], [], generation];
    const [rowsBefore, logBefore] = [await this.store.rowCount(TABLE), await this.store.logLength()];
    const rows = [...this.rows, ...(await allRows(this.store, TABLE, this.rows.length))];
    const positions = [...this.positions, ...(await allPositions(this.store, this.positions.length))];
    const count = await this.store.documentCount(PROJECTION);
    const ids = await this.store.documentIds(PROJECTION, 0, 1000);
    const documents = await this.store.documents(PROJECTION, ids);
    // Replaced in between, what was read is of two stores: whoever follows begins anew.
    if ((await this.store.generation()) !== generation) return;
    this.generations.add(generation);
    this.looks += 1;
    expect(rows.length).toBeGreaterThanOrEqual(rowsBefore);
    expect(positions.length).toBeGreaterThanOrEqual(logBefore);
    expect(rows).toEqual(this.whole.rows.slice(0, rows.length));
    expect(positions).toEqual(this.whole.positions.slice(0, positions.length));
    expect(ids.length).toBeGreaterThanOrEqual(count);
    expect(ids).toEqual(this.whole.documents.slice(0, ids.length).map((document) => document!.id));
    expect([...documents.keys()].sort()).toEqual([...ids].sort());
    [this.rows, this.positions] = [rows, positions];
  }
}

const rebuildTo = async (store: ReadStore, commits: number): Promise<void> => {
  const rebuild = await store.beginRebuild();
  for (let number = 0; number < commits; number += 1) await rebuild.store.commit(commitNumber(number));
  await rebuild.swap();
};

export const readStoreReaders = (name: string, make: () => ReadStoreUnderTest): void =>
  describe(`readers of a read store: ${name}`, () => {
    it('see every row, ordinal and document without a gap, while it is written and rebuilt', async () => {
      const under = make();
      const store = await under.open();
      await store.commit(commitNumber(0));
      const reader = (await under.reader?.()) ?? store;
      const follower = new Follower(reader, await contentAfter(COMMITS));
      let writing = true;
      const follow = async () => {
        while (writing) {
          await follower.look();
          await soon();
        }
      };
      const following = follow();
      try {
        for (let number = 1; number < COMMITS; number += 1) {
          await store.commit(commitNumber(number));
          if (number % REBUILD_EVERY === 0) await rebuildTo(store, number + 1);
          await soon();
        }
      } finally {
        writing = false;
        await following;
      }
      await follower.look();
      expect(follower.looks).toBeGreaterThan(3);
      expect(follower.generations.size).toBeGreaterThan(1);
      if (reader !== store) await reader.close();
      await store.close();
      await under.clean?.();
    });
  });

import { OutOfStepError, ReadStoreError, type ReadStore } from '@netral/read-store';
import { readStoreCrash } from './read-store.crash';
import { readStoreLease } from './read-store.lease';
import { readStoreReaders } from './read-store.readers';
import { allPositions, allRows, collect, document, log, plainRows, position, rows, step, type ReadStoreUnderTest } from './read-store.testing';

export { collect, document, plainRows, rows, type ReadStoreUnderTest } from './read-store.testing';

/** What every read store holds to, whatever it is kept in. */
export const readStoreContract = (name: string, make: () => ReadStoreUnderTest): void => {
  readStoreBasics(name, make);
  readStoreLease(name, make);
  readStoreReaders(name, make);
  readStoreCrash(name, make);
};

const readStoreBasics = (name: string, make: () => ReadStoreUnderTest): void =>
  describe(`read store contract: ${name}`, () => {
    let [under, store]: [ReadStoreUnderTest, ReadStore] = [undefined as never, undefined as never];
    beforeEach(async () => {
      under = make();
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
      await under.clean?.();
    });

    it('knows nothing before the first commit', async () => {
      expect(await store.checkpoint('letters')).toBeUndefined();
      expect(await store.fingerprint()).toBeUndefined();
      expect([await store.documentCount('letters'), await store.rowCount('letters/rows'), await store.logLength()]).toEqual([0, 0, 0]);
      expect([await store.documents('letters', ['a']), await store.documentIds('letters', 0, 10)]).toEqual([new Map(), []]);
      expect([await collect(store.chunks('letters/rows', 0)), await collect(store.logIndex(0))]).toEqual([[], []]);
    });

    it('gives back documents, rows, log index, checkpoints and fingerprint of one commit', async () => {
      await store.commit({ fingerprint: 'letters@1', logIndex: log(0, 3), projections: [step('letters', 2, [document(0, 1), document(1, 2)], rows(0, 4)), step('records', 2, [document(0, 0)])] });
      expect(await store.fingerprint()).toBe('letters@1');
      expect(await store.checkpoint('letters')).toBe(position(2));
      expect(await store.documents('letters', ['id-1', 'id-0', 'unknown', 'id-1'])).toEqual(new Map([['id-0', document(0, 1)], ['id-1', document(1, 2)]]));
      expect(await store.documents('records', ['id-1'])).toEqual(new Map());
      expect([await store.documentIds('letters', 0, 10), await store.documentIds('letters', 1, 1), await store.documentIds('letters', 0, 1)]).toEqual([['id-0', 'id-1'], ['id-1'], ['id-0']]);
      expect([await store.documentCount('letters'), await store.documentCount('records'), await store.rowCount('letters/rows'), await store.logLength()]).toEqual([2, 1, 4, 3]);
      expect(await allRows(store, 'letters/rows')).toEqual(plainRows(rows(0, 4)));
      expect(await allPositions(store)).toEqual([0, 1, 2].map((ordinal) => [BigInt(position(ordinal)), 1_600_000_000_000 + ordinal]));
    });

    it('never overwrites a document by an older position or the same one', async () => {
      await store.commit({ projections: [step('letters', 5, [document(0, 5)])] });
      await store.commit({ projections: [step('letters', 6, [document(0, 4), document(1, 6)])] });
      await store.commit({ projections: [step('letters', 7, [document(0, 5, '{"other":true}')])] });
      expect((await store.documents('letters', ['id-0'])).get('id-0')).toEqual(document(0, 5));
      await store.commit({ projections: [step('letters', 8, [document(0, 8)])] });
      expect((await store.documents('letters', ['id-0'])).get('id-0')).toEqual(document(0, 8));
    });

    it('gives the rows and the log index from any place on, however they were written', async () => {
      const sizes = [1, 1, 1, 5, 2, 40, 1, 1, 300, 3];
      let next = 0;
      for (const [index, size] of sizes.entries()) {
        await store.commit({ logIndex: log(next, size), projections: [step('letters', index, [], rows(next, size, index))] });
        next += size;
      }
      const expected = await allRows(store, 'letters/rows');
      expect(expected).toHaveLength(next);
      expect(expected.map((row) => (row as unknown[])[0])).toEqual(Array.from({ length: next }, (_, index) => index));
      for (const from of [0, 1, 2, 7, 9, 50, 351, 354, next - 1, next, next + 5]) {
        expect(await allRows(store, 'letters/rows', from)).toEqual(expected.slice(from));
        expect(await allPositions(store, from)).toEqual((await allPositions(store)).slice(from));
      }
      let at = 0;
      const written = sizes.flatMap((size, index) => plainRows(rows((at += size) - size, size, index)));
      expect(expected).toEqual(written);
    });

    it('keeps few chunks when each commit has one row', async () => {
      for (let row = 0; row < 300; row += 1) await store.commit({ logIndex: log(row, 1), projections: [step('letters', row, [], rows(row, 1))] });
      expect((await collect(store.chunks('letters/rows', 0))).length).toBeLessThan(12);
      expect((await collect(store.logIndex(0))).length).toBeLessThan(12);
    });

    it('refuses a commit whose rows or ordinals are not the next, and writes nothing of it', async () => {
      await store.commit({ fingerprint: 'one', logIndex: log(0, 2), projections: [step('letters', 1, [document(0, 1)], rows(0, 2))] });
      const wrong = [
        { fingerprint: 'two', logIndex: log(2, 1), projections: [step('letters', 2, [document(0, 2), document(1, 2)]), step('records', 2, [document(0, 2)], rows(1, 1))] },
        { fingerprint: 'two', logIndex: log(1, 1), projections: [step('letters', 2, [document(0, 2), document(1, 2)], rows(2, 1))] },
      ];
      for (const commit of wrong) await expect(store.commit(commit)).rejects.toBeInstanceOf(OutOfStepError);
      expect([await store.fingerprint(), await store.checkpoint('letters'), await store.checkpoint('records')]).toEqual(['one', position(1), undefined]);
      expect([await store.documentCount('letters'), await store.documentCount('records'), await store.rowCount('letters/rows'), await store.logLength()]).toEqual([1, 0, 2, 2]);
      expect((await store.documents('letters', ['id-0'])).get('id-0')).toEqual(document(0, 1));
      await store.commit({ logIndex: log(2, 1), projections: [step('records', 2, [document(0, 2)], rows(0, 1))] });
      expect(await store.documentCount('records')).toBe(1);
    });

    it('rebuilds beside what answers, and swaps as a whole', async () => {
      await store.commit({ fingerprint: 'old', logIndex: log(0, 2), projections: [step('letters', 1, [document(0, 1)], rows(0, 2))] });
      const before = await store.generation();
      const rebuild = await store.beginRebuild();
      expect(await rebuild.store.documentCount('letters')).toBe(0);
      await rebuild.store.commit({ fingerprint: 'new', logIndex: log(0, 2), projections: [step('letters', 1, [document(0, 0), document(1, 1)], rows(0, 1))] });
      await rebuild.store.commit({ logIndex: log(2, 1), projections: [step('letters', 2, [document(0, 2)], rows(1, 2))] });
      expect((await rebuild.store.documents('letters', ['id-0', 'id-1', 'nothing'])).get('id-0')).toEqual(document(0, 2));
      expect([await rebuild.store.rowCount('letters/rows'), await rebuild.store.logLength(), await rebuild.store.documentCount('letters')]).toEqual([3, 3, 2]);
      expect([await store.fingerprint(), await store.rowCount('letters/rows'), await store.generation()]).toEqual(['old', 2, before]);
      await rebuild.swap();
      expect(await store.generation()).not.toBe(before);
      expect([await store.fingerprint(), await store.checkpoint('letters'), await store.documentIds('letters', 0, 9)]).toEqual(['new', position(2), ['id-0', 'id-1']]);
      expect(await allRows(store, 'letters/rows')).toEqual([...plainRows(rows(0, 1)), ...plainRows(rows(1, 2))]);
      await store.commit({ logIndex: log(3, 1), projections: [step('letters', 3, [document(1, 3)], rows(3, 1))] });
      expect((await store.documents('letters', ['id-1'])).get('id-1')).toEqual(document(1, 3));
      await expect(rebuild.store.logLength()).rejects.toBeInstanceOf(ReadStoreError);
    });

    it('forgets a rebuild that is abandoned, and can begin another', async () => {
      await store.commit({ fingerprint: 'old', projections: [step('letters', 1, [document(0, 1)])] });
      const first = await store.beginRebuild();
      await first.store.commit({ fingerprint: 'new', projections: [step('letters', 1, [])] });
      await first.abandon();
      expect([await store.fingerprint(), await store.documentCount('letters')]).toEqual(['old', 1]);
      const second = await store.beginRebuild();
      await second.swap();
      expect([await store.fingerprint(), await store.documentCount('letters')]).toEqual([undefined, 0]);
    });

    it('refuses everything once closed', async () => {
      await store.close();
      await expect(store.commit({ projections: [] })).rejects.toMatchObject({ reason: 'closed' });
      await expect(store.logLength()).rejects.toMatchObject({ reason: 'closed' });
    });

    it('holds the same after the process ended, if it outlives it', async () => {
      await store.commit({ fingerprint: 'kept', logIndex: log(0, 2), projections: [step('letters', 1, [document(0, 1)], rows(0, 2))] });
      await store.close();
      store = await (under.reopen ?? under.open)();
      const kept = under.reopen !== undefined;
      expect([await store.fingerprint(), await store.documentCount('letters'), await store.rowCount('letters/rows')]).toEqual(kept ? ['kept', 1, 2] : [undefined, 0, 0]);
    });
  });

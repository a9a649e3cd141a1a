import { setImmediate as soon, setTimeout as pause } from 'node:timers/promises';
import { FencedError, type FoldLease, type ReadStore } from '@netral/read-store';
import { commitNumber, contentAfter, contentOf, type ReadStoreUnderTest } from './read-store.testing';

const TTL_MS = 60_000;
/** Long enough for whoever could get it to have it. */
const WAIT_MS = 150;

export const readStoreLease = (name: string, make: () => ReadStoreUnderTest): void =>
  describe(`lease of a read store: ${name}`, () => {
    let [under, store, rival]: [ReadStoreUnderTest, ReadStore, ReadStore] = [undefined as never, undefined as never, undefined as never];
    beforeEach(async () => {
      under = make();
      store = await under.open();
      rival = (await under.rival?.()) ?? store;
    });
    afterEach(async () => {
      if (rival !== store) await rival.close();
      await store.close();
      await under.clean?.();
    });
    const take = (from: ReadStore, holder: string, signal = new AbortController().signal): Promise<FoldLease> => from.lease({ holder, ttlMs: TTL_MS, signal });
    const settled = async (waiting: Promise<unknown>): Promise<boolean> => Promise.race([waiting.then(() => true, () => true), pause(WAIT_MS).then(() => false)]);

    it('gives tokens that grow, one lease after another', async () => {
      const tokens: number[] = [];
      for (const from of [store, rival, store, rival]) {
        const lease = await take(from, 'one');
        expect(lease.lost.aborted).toBe(false);
        tokens.push(lease.token);
        await lease.release();
      }
      expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b));
    });

    it('has one holder at a time: the next waits until it is given back', async () => {
      const first = await take(store, 'first');
      const second = take(rival, 'second');
      expect(await settled(second)).toBe(false);
      await first.release();
      expect((await second).token).toBeGreaterThan(first.token);
      await (await second).release();
    });

    it('ends a wait when its signal does, and gives it to who waits behind', async () => {
      const first = await take(store, 'first');
      const leaving = new AbortController();
      const second = take(rival, 'second', leaving.signal);
      const third = take(rival, 'third');
      await soon();
      leaving.abort();
      await expect(second).rejects.toMatchObject({ name: 'AbortError' });
      expect(await settled(third)).toBe(false);
      await first.release();
      await (await third).release();
      await expect(take(store, 'late', leaving.signal)).rejects.toMatchObject({ name: 'AbortError' });
    });

    it('is given back once, whoever has it since', async () => {
      const first = await take(store, 'first');
      await first.release();
      const second = await take(rival, 'second');
      await first.release();
      const third = take(store, 'third');
      expect(await settled(third)).toBe(false);
      await second.release();
      await (await third).release();
    });

    it('refuses a commit with the token of an earlier lease, and writes nothing of it', async () => {
      const first = await take(store, 'first');
      await store.commit({ ...commitNumber(0), token: first.token });
      await first.release();
      const second = await take(rival, 'second');
      await expect(store.commit({ ...commitNumber(1), token: first.token })).rejects.toBeInstanceOf(FencedError);
      expect(await contentOf(rival)).toEqual(await contentAfter(1));
      await rival.commit({ ...commitNumber(1), token: second.token });
      await expect(store.commit({ ...commitNumber(2), token: first.token })).rejects.toBeInstanceOf(FencedError);
      expect(await contentOf(store)).toEqual(await contentAfter(2));
      await second.release();
    });
  });

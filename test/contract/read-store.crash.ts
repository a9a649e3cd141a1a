import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import type { ReadStore } from '@netral/read-store';
import { typescriptChild } from '../support/typescript-child';
import { commitNumber, commitsIn, contentAfter, contentOf, type ReadStoreUnderTest } from './read-store.testing';

const CHILD = join(__dirname, 'read-store.child.ts');
/** Milliseconds after a commit was acknowledged; the kill falls anywhere in the next ones. */
const KILLS_AFTER_MS = [0, 3, 8, 17];

/** Runs a process that commits without end, kills it at some moment, and tells how many commits it had acknowledged. */
const killed = async (where: readonly string[], afterMs: number): Promise<number> => {
  const child = typescriptChild(CHILD, 'run', '0', ...where);
  let acknowledged = 0;
  for await (const line of child.lines) {
    if (acknowledged === 0) void pause(afterMs).then(() => child.process.kill('SIGKILL'));
    acknowledged = Number(line);
  }
  await child.ended;
  return acknowledged;
};

export const readStoreCrash = (name: string, make: () => ReadStoreUnderTest): void =>
  describe(`crash of a read store: ${name}`, () => {
    it('whose process is killed while it commits holds whole commits, all that were acknowledged, and goes on from there', async () => {
      const under = make();
      if (under.childArguments === undefined || under.reopen === undefined) {
        // What lives and dies with its process has nothing to be seen after it.
        await under.clean?.();
        return expect(under.reopen).toBeUndefined();
      }
      for (const afterMs of KILLS_AFTER_MS) {
        const acknowledged = await killed(under.childArguments, afterMs);
        const store: ReadStore = await under.reopen();
        const found = await commitsIn(store);
        expect(found - acknowledged === 0 || found - acknowledged === 1).toBe(true);
        expect(await contentOf(store)).toEqual(await contentAfter(found));
        await store.commit(commitNumber(found));
        expect(await contentOf(store)).toEqual(await contentAfter(found + 1));
        await store.close();
      }
      await under.clean?.();
    });
  });

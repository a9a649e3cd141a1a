import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { silentLog } from '@netral/platform';
import { projections } from '@netral/projections';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';
import * as fc from 'fast-check';
import { Projector } from './projector';
import { Leases } from './testing/leased-store';
import { letter, until } from './testing/letters';

describe('several projectors on one read store', () => {
  let [log, store, leases]: [MemoryEventStore, MemoryReadStore, Leases] = [undefined as never, undefined as never, undefined as never];
  let count = 0;
  const started: Projector[] = [];
  const begin = () => {
    const projector = new Projector({ eventStore: log, readStore: leases.over(store), projections, log: silentLog, batchMax: 3, documentsCacheMax: 100, retryDelayMs: 1, retryDelayMsMax: 4 });
    started.push(projector);
    projector.start();
    return projector;
  };
  const append = async (events: number) => {
    await log.append('s', await log.lastRevision('s'), Array.from({ length: events }, () => letter(count++)));
    return log.head();
  };
  const prepare = () => {
    [log, store, leases, count] = [new MemoryEventStore({ firstPosition: 100n, step: 10n }), new MemoryReadStore(), new Leases(), 0];
  };
  const stopAll = async () => {
    for (const projector of started.splice(0)) await projector.stop();
  };
  beforeEach(prepare);
  afterEach(stopAll);

  it('have one that folds, and others that stand by until it gives its lease back', async () => {
    await append(5);
    const [one, other] = [begin(), begin()];
    await one.caughtUp();
    await until(() => one.current.state === 'live');
    expect([one.holdsLease, one.current.state, other.holdsLease, other.current.state]).toEqual([true, 'live', false, 'standby']);
    await one.stop();
    const head = await append(4);
    await other.reached(head);
    expect([other.holdsLease, await store.logLength(), one.current.state]).toEqual([true, 9, 'ended']);
  });

  it('refuse the commit of one that slept longer than its lease; it reads anew and stands by', async () => {
    await append(4);
    const [sleeper, other] = [begin(), begin()];
    await sleeper.caughtUp();
    leases.expire();
    await until(() => other.holdsLease);
    // The sleeper was not told: it meets the event, tries to commit under its old token, and is refused.
    const head = await append(3);
    await other.reached(head);
    await until(() => sleeper.current.state === 'standby');
    expect([await store.logLength(), await store.rowCount('recommendations/letterPersons'), sleeper.holdsLease]).toEqual([7, 7, false]);
    await other.stop();
    await sleeper.reached(await append(2));
    expect([sleeper.holdsLease, await store.logLength()]).toEqual([true, 9]);
  });

  it('stop at once when they are told that their lease is lost', async () => {
    await append(4);
    const [sleeper, other] = [begin(), begin()];
    await sleeper.caughtUp();
    leases.expire()();
    await until(() => other.holdsLease && sleeper.current.state === 'standby');
    await other.reached(await append(3));
    expect(await store.logLength()).toBe(7);
  });

  it('give a rebuild up when another takes over, and leave the read models that answer', async () => {
    await append(60);
    const [one, other] = [begin(), begin()];
    await one.caughtUp();
    let told = false;
    const work = one.rebuild(() => {
      if (!told) leases.expire()();
      told = true;
    });
    await expect(work).rejects.toThrow('the lease to fold was lost');
    await until(() => other.holdsLease);
    expect([await store.generation(), await store.logLength()]).toEqual(['0', 60]);
  });

  it('hold what one alone would, whoever sleeps, wakes, stops or comes whenever', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('append' as const), events: fc.integer({ min: 1, max: 7 }) }),
      fc.record({ do: fc.constantFrom('expire' as const, 'lose' as const, 'begin' as const, 'stop' as const, 'breathe' as const) }),
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      prepare();
      begin();
      for (const each of steps) {
        if (each.do === 'append') await append(each.events);
        if (each.do === 'expire') leases.expire();
        if (each.do === 'lose') leases.expire()();
        if (each.do === 'begin' && started.length < 3) begin();
        if (each.do === 'stop' && started.length > 1) await started.shift()!.stop();
        if (each.do === 'breathe') await new Promise((resolve) => setTimeout(resolve, 2));
      }
      const last = begin();
      while (started.length > 1) await started.shift()!.stop();
      await last.caughtUp();
      expect([await store.logLength(), await store.documentCount('recommendations'), await store.rowCount('recommendations/letterPersons')]).toEqual([count, count, count]);
      await stopAll();
    }), { numRuns: 60 });
  });
});

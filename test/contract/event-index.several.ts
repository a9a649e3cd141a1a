import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { type Appended, ConflictingRedeliveryError, type RecordedEvent, RevisionConflictError, StoreUnavailableError } from '@netral/event-store';
import type { EventIndex } from '@netral/event-store/kurrentdb/index/event-index';
import { KurrentDbEventStore, type KurrentDbEventStoreOptions } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import { type StandIn, startStandIn } from '../kurrentdb/server/stand-in';
import { fault } from '../kurrentdb/server/faults';
import { event, idOf, wholeLog, words } from './event-store.testing';

/** An index that several processes share: opened once by each of them. */
export type OpenSharedIndex = () => Promise<() => EventIndex>;

/** One message on its way to one of the processes. */
export interface Handover {
  readonly process: number;
  readonly name: string;
  readonly content: string;
  readonly stream: string;
}
const PROCESSES = 3;
const handover = fc.record({
  process: fc.nat(PROCESSES - 1), name: fc.constantFrom('a', 'b', 'c', 'd'), content: fc.constantFrom('as sent', 'as sent', 'else'), stream: fc.constantFrom('s', 's', 't'),
});
const handovers = fc.array(handover, { minLength: 2, maxLength: 10 });
const waits = fc.array(fc.nat(8), { maxLength: 40 });
/** How process 0 ends: after so many calls; when it should tell the index what it wrote; or it only never gets through to it with that. */
const end = fc.oneof(fc.nat(12), fc.constantFrom('at record', 'no record'));
const QUICK: Partial<KurrentDbEventStoreOptions> = { retry: { attemptsMax: 8, delayMs: 2, delayMsMax: 20 } };
const ATTEMPTS_MAX = 60;
const RUN_MS_MAX = 240_000;

/** The same index, each call of which may come late, or not at all once its process is to be thought dead. */
export const disturbed = (index: EventIndex, before: (call: string) => Promise<void>): EventIndex => new Proxy(index, {
  get: (target, name) => {
    const method: unknown = Reflect.get(target, name);
    if (typeof method !== 'function' || name === 'close') return typeof method === 'function' ? method.bind(target) as unknown : method;
    return async (...given: unknown[]) => {
      await before(String(name));
      return (method as (...args: unknown[]) => Promise<unknown>).apply(target, given);
    };
  },
});

/** As the ingest does it: at the revision that the stream has now, and again when that was wrong or somebody else is at it. */
const record = async (store: KurrentDbEventStore, { name, content, stream }: Handover): Promise<Appended> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.append(stream, await store.lastRevision(stream), [event(name, content)]);
    } catch (error) {
      const again = error instanceof RevisionConflictError || (error instanceof StoreUnavailableError && error.reason === 'locked');
      if (!again || attempt >= ATTEMPTS_MAX) throw error;
      await pause(2);
    }
  }
};

/** Several processes on one log, with a server and an index of their own for one run. */
const withProcesses = async (
  open: OpenSharedIndex, disturb: (index: EventIndex, process: number) => EventIndex, options: Partial<KurrentDbEventStoreOptions>,
  work: (stores: readonly KurrentDbEventStore[], server: StandIn, another: () => EventIndex) => Promise<void>,
): Promise<void> => {
  const [server, another] = [await startStandIn(), await open()];
  const stores = Array.from({ length: PROCESSES }, (_, process) => new KurrentDbEventStore({ address: server.address, ...QUICK, ...options, index: disturb(another(), process) }));
  try {
    await work(stores, server, another);
  } finally {
    for (const store of stores) await store.close();
    await server.stop();
  }
};

/** Each id stands once. @returns the log by id */
const expectOnce = async (store: KurrentDbEventStore): Promise<ReadonlyMap<string, RecordedEvent>> => {
  const log = await wholeLog(store);
  expect(log.map(({ id }) => id).toSorted()).toEqual([...new Set(log.map(({ id }) => id))].toSorted());
  return new Map(log.map((each) => [each.id, each]));
};

export const severalProcesses = (name: string, open: OpenSharedIndex, { numRuns }: { readonly numRuns: number }): void =>
  describe(`several processes that share an index of message ids: ${name}`, () => {
    it('agree on one record of each message, and on who recorded it, whatever comes at the same moment', async () => {
      await fc.assert(fc.asyncProperty(handovers, waits, async (all, delays) => {
        const left = [...delays];
        await withProcesses(open, (index) => disturbed(index, async () => void (await pause(left.shift() ?? 0))), {}, async (stores, server, another) => {
          for (const ms of delays.slice(0, 5)) server.faults.next('batch-append', fault.delayBefore(ms));
          const told = await Promise.allSettled(all.map((each) => record(stores[each.process]!, each)));
          const log = await expectOnce(stores[0]!);
          all.forEach(({ name: of, content, stream }, at) => {
            const [standing, result] = [log.get(idOf(of))!, told[at]!];
            const same = standing.contentHash === event(of, content).contentHash && standing.stream === stream;
            if (result.status === 'fulfilled') expect([same, result.value.position]).toEqual([true, standing.position]);
            else expect([same, result.reason]).toEqual([false, expect.any(ConflictingRedeliveryError)]);
          });
          const appended = told.filter((result) => result.status === 'fulfilled' && result.value.outcome === 'appended');
          expect(appended).toHaveLength(log.size);
          const index = another();
          expect(await index.claims(100).finally(() => index.close())).toEqual([]);
        });
      }), { numRuns });
    }, RUN_MS_MAX);

    it('record each message once though one of them ends at any moment, and the others go on where it was', async () => {
      await fc.assert(fc.asyncProperty(handovers, waits, end, async (all, delays, how) => {
        const left = [...delays];
        let [calls, dead] = [0, false];
        const disturb = (index: EventIndex, process: number): EventIndex => disturbed(index, async (call) => {
          await pause(left.shift() ?? 0);
          if (process !== 0) return;
          dead ||= typeof how === 'number' ? (calls += 1) > how : how === 'at record' && call === 'record';
          if (dead || (how === 'no record' && call === 'record')) throw new StoreUnavailableError('unreachable', 'this process is dead');
        });
        await withProcesses(open, disturb, { claimTimes: { sameMsMax: 20, otherMsMax: 40 } }, async (stores) => {
          await Promise.allSettled(all.map((each) => record(stores[each.process]!, each)));
          await expectOnce(stores[1]!);
          // Whatever the dead one had begun, the living can finish.
          for (const each of all) await record(stores[2]!, { ...each, content: 'as sent' }).catch((error: unknown) => expect(error).toBeInstanceOf(ConflictingRedeliveryError));
          expect([...(await expectOnce(stores[1]!)).keys()].toSorted()).toEqual([...new Set(all.map(({ name: of }) => idOf(of)))].toSorted());
        });
      }), { numRuns });
    }, RUN_MS_MAX);

    it('look again at an id that they claim anew within one batch: it may have been recorded in between', async () => {
      let [claims, meanwhile]: [number, () => Promise<unknown>] = [0, () => Promise.resolve()];
      const disturb = (index: EventIndex, process: number): EventIndex =>
        disturbed(index, async (call) => {
          if (process === 0 && call === 'claim' && (claims += 1) === 2) await meanwhile();
        });
      await withProcesses(open, disturb, {}, async ([first, second]) => {
        meanwhile = () => second!.append('s', 'no-stream', [event('a')]);
        const results = await first!.appendMany([
          { stream: 's', expected: 5n, events: [event('a')] },
          { stream: 's', expected: 'no-stream', events: [event('a', 'else')] },
        ]);
        expect([claims, ...words(results)]).toEqual([2, 'RevisionConflictError', 'ConflictingRedeliveryError']);
        expect([...(await expectOnce(first!)).values()].map(({ contentHash }) => contentHash)).toEqual([event('a').contentHash]);
      });
    }, RUN_MS_MAX);

    it('would not without claims: what this suite is there to find', async () => {
      const withoutClaims = (index: EventIndex): EventIndex => new Proxy(index, {
        get: (target, name) => {
          if (name === 'claim') return async (claims: readonly unknown[]) => claims.length;
          const method: unknown = Reflect.get(target, name);
          return typeof method === 'function' ? method.bind(target) as unknown : method;
        },
      });
      await withProcesses(open, withoutClaims, {}, async (stores, server) => {
        for (const stream of ['s', 't']) server.faults.next('batch-append', fault.delayBefore(100), { stream });
        await Promise.all([record(stores[0]!, { process: 0, name: 'a', content: 'as sent', stream: 's' }), record(stores[1]!, { process: 1, name: 'a', content: 'as sent', stream: 't' })]);
        expect(await wholeLog(stores[0]!)).toHaveLength(2);
      });
    });
  });

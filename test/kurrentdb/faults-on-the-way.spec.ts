import { NO_POSITION } from '@netral/event-store';
import { KurrentDbEventStore } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import * as fc from 'fast-check';
import { collect } from '../contract/event-store.testing';
import { faultyWay, type WayFault } from './faulty-way';
import { broken } from './promises';
import { placed, readAlong, Writer } from './run-schedule';
import { APPEND_MS_MAX } from './schedule';
import { aServer, runsOf, stopAll } from './under-test';

/** A connection's greeting and settings take some hundred bytes; an append and its answer some hundred each. */
const atByte = fc.integer({ min: 0, max: 6_000 });
const direction = fc.constantFrom('up' as const, 'down' as const);
const wayFaults: fc.Arbitrary<WayFault | null> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), direction, atByte }),
  fc.record({ kind: fc.constant('silence' as const), atByte, ms: fc.integer({ min: 1, max: 3 * APPEND_MS_MAX }) }),
  fc.record({ kind: fc.constant('slow' as const), direction, ms: fc.integer({ min: 1, max: 15 }) }),
  fc.constant(null),
);
const batches = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 10 }), { minLength: 3, maxLength: 8 });
const QUICK = { appendMsMax: 10 * APPEND_MS_MAX, readMsMax: 1000, retry: { attemptsMax: 14, delayMs: 2, delayMsMax: 40 } };

afterAll(stopAll);

describe('a log on a server that is reached by a bad way', () => {
  it('holds what it acknowledged, once and in order, nothing that it refused, and shows all of it once', () =>
    fc.assert(fc.asyncProperty(fc.array(wayFaults, { minLength: 1, maxLength: 6 }), batches, async (faults, written) => {
      const { address } = await aServer();
      const way = await faultyWay(address);
      const [store, direct] = [new KurrentDbEventStore({ ...QUICK, address: way.address }), new KurrentDbEventStore({ address, readOnly: true })];
      const reading = readAlong(store);
      try {
        way.fail([...faults, null]);
        const writer = new Writer(store);
        for (const [number, streams] of written.entries()) {
          await writer.write(number, streams);
          if (number === 1) way.cutAll();
        }
        way.mend();
        await writer.end();
        const log = await collect(direct.readAll(NO_POSITION));
        const seen = await reading.until(log.at(-1)!.id);
        expect(broken({ log: log.map(placed), acknowledged: writer.acknowledged, refused: writer.refused, seen: seen.map(placed) })).toEqual([]);
      } finally {
        reading.stop();
        await store.close();
        await direct.close();
        await way.close();
      }
    }), { numRuns: runsOf(20), endOnFailure: true }), 240_000);
});

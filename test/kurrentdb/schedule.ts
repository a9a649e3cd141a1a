import * as fc from 'fast-check';
import { type Chance, type Fault, fault, type RpcGroup } from './server/faults';

/** What goes wrong while a log is written and read, and when. Plain data: a failing one is printed and can be run again. */
export interface Schedule {
  readonly seed: number;
  readonly rules: readonly Chance[];
  /** Of the batches, those during which the server is stopped and started; ids are then forgotten. */
  readonly restarts: readonly number[];
  /** Streams of each batch, one append each, in order. */
  readonly batches: readonly (readonly number[])[];
}

/** Longer than the adapter waits for an answer: what is delayed so is written after it gave up. */
export const APPEND_MS_MAX = 60;
const rule = (rpc: RpcGroup, what: fc.Arbitrary<Fault>, most: number): fc.Arbitrary<Chance> =>
  fc.record({ rpc: fc.constant(rpc), fault: what, probability: fc.integer({ min: 1, max: most }).map((percent) => percent / 100) });

const whileAppending = fc.oneof(
  fc.integer({ min: 1, max: 2 * APPEND_MS_MAX }).map(fault.delayBefore),
  fc.integer({ min: 1, max: 2 * APPEND_MS_MAX }).map(fault.delayAfter),
  fc.constantFrom(fault.answerLost(), fault.neverAnswered(), fault.answerTwice(), fault.destroyedBefore(), fault.destroyedAfter(), fault.timedOutYetWritten()),
  fc.integer({ min: 0, max: 60 }).map(fault.cutAt),
  fc.constantFrom(fault.refused('not-ready'), fault.refused('too-busy'), fault.refused('timeout'), fault.refused('unavailable')),
);
const whileReading = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('reset', 'unavailable', 'cancelled', 'end', 'destroy') as fc.Arbitrary<'reset' | 'unavailable' | 'cancelled' | 'end' | 'destroy'>)
  .map(([events, drop]) => fault.dropAfter(events, drop));
const slow = fc.integer({ min: 1, max: 3 }).map(fault.slow);

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  rules: fc.tuple(
    fc.array(rule('batch-append', whileAppending, 20), { minLength: 1, maxLength: 3 }),
    fc.array(rule('subscribe', fc.oneof(whileReading, slow), 60), { maxLength: 1 }),
    fc.array(rule('read', whileReading, 10), { maxLength: 1 }),
  ).map((each) => each.flat()),
  restarts: fc.array(fc.nat(7), { maxLength: 1 }),
  batches: fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 10 }), { minLength: 3, maxLength: 8 }),
});

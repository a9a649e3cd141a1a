import * as fc from 'fast-check';
import type { BatchAppendReq } from './server/protocol';
import { deadlineOf } from './server/batch-deadline';
import type { Expected } from './server/check-append';
import { type Fault, Faults } from './server/faults';
import { framed, messages } from './server/frames';
import { NO_BYTES } from './server/record';
import { Store } from './server/store';

const event = (id: string) => ({ id, type: 'T', isJson: true, data: Buffer.from(id), metadata: NO_BYTES });
const aStore = (): Store => new Store(() => 0, 0);
const names = fc.constantFrom('a', 'b', 'c');
const blocks = fc.array(fc.tuple(names, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 12 });

/** Writes each block at the revision its stream has by then. */
async function filled(store: Store, plan: readonly (readonly [string, number])[]) {
  const next = new Map<string, bigint>();
  const written = [];
  let serial = 0;
  for (const [stream, size] of plan) {
    const revision = next.get(stream) ?? -1n;
    const expected: Expected = revision < 0n ? 'no_stream' : revision;
    const events = Array.from({ length: size }, () => event(`e${(serial += 1)}`));
    written.push({ stream, expected, events, outcome: await store.append(stream, expected, events) });
    next.set(stream, revision + BigInt(size));
  }
  return written;
}

describe('the log of the stand-in', () => {
  it('gives positions that only grow and leave gaps, and revisions without gaps, in every stream', () =>
    fc.assert(
      fc.asyncProperty(blocks, async (plan) => {
        const store = aStore();
        await filled(store, plan);
        const { records } = store.log;
        records.slice(1).forEach(({ position }, i) => expect(position - records[i]!.position).toBeGreaterThan(90n));
        for (const stream of ['a', 'b', 'c']) {
          const revisions = records.filter((record) => record.stream === stream).map(({ revision }) => revision);
          expect(revisions).toEqual(revisions.map((_, i) => BigInt(i)));
        }
      }),
    ));

  it('knows a block again by its place, whatever came since and though all ids are forgotten', () =>
    fc.assert(
      fc.asyncProperty(blocks, fc.boolean(), async (plan, forget) => {
        const store = aStore();
        const written = await filled(store, plan);
        if (forget) store.ids.forget();
        const before = store.written;
        for (const { stream, expected, events, outcome } of written) {
          expect(outcome.kind).toBe('written');
          expect(await store.append(stream, expected, events)).toEqual({ ...outcome, kind: 'repeat' });
        }
        expect(store.written).toBe(before);
      }),
    ));

  it('refuses other events at a revision that is taken, and writes nothing', () =>
    fc.assert(
      fc.asyncProperty(blocks, async (plan) => {
        const store = aStore();
        const written = await filled(store, plan);
        const before = store.written;
        for (const { stream, expected } of written) expect((await store.append(stream, expected, [event('other')])).kind).toBe('conflict');
        expect(store.written).toBe(before);
      }),
    ));

  it('writes an id again, with any, in a second stream and after forgetting, and not in its own', async () => {
    const store = aStore();
    const kinds = [];
    for (const stream of ['a', 'b', 'b', 'a']) kinds.push((await store.append(stream, 'any', [event('x')])).kind);
    store.ids.forget();
    kinds.push((await store.append('a', 'any', [event('x')])).kind);
    expect(kinds).toEqual(['written', 'written', 'written', 'repeat', 'written']);
  });
});

describe('the deadline of a batch append', () => {
  const noTimestamp = { getDeadline: () => undefined } as unknown as BatchAppendReq.Options;
  // options (2) { deadline (7) { seconds (1) = 2, nanos (2) = 500000000 } }, as a newer client sends it
  const duration = Buffer.from([0x12, 0x0a, 0x3a, 0x08, 0x08, 0x02, 0x10, 0x80, 0xca, 0xb5, 0xee, 0x01]);

  it('is read from the duration of newer clients', () => expect(deadlineOf(noTimestamp, duration, 1000)).toBe(3500));
  it('is read from the timestamp of older ones', () => {
    const options = { getDeadline: () => ({ getSeconds: () => 7, getNanos: () => 250_000_000 }) } as unknown as BatchAppendReq.Options;
    expect(deadlineOf(options, new Uint8Array(0), 1000)).toBe(7250);
  });
  it('is none if neither was given', () => expect(deadlineOf(noTimestamp, Buffer.from([0x12, 0x00]), 1000)).toBeUndefined());
});

describe('a schedule of faults', () => {
  const struck = (seed: number, probability: number, calls: number): (Fault | undefined)[] => {
    const faults = new Faults();
    faults.chance(seed, [{ rpc: 'write', fault: { delayAfterMs: 1 }, probability }]);
    return Array.from({ length: calls }, () => faults.meet('batch-append', 's'));
  };

  it('is the same for the same seed, strikes always at 1 and never at 0', () =>
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, probability) => {
        expect(struck(seed, probability, 20)).toEqual(struck(seed, probability, 20));
        expect(struck(seed, 1, 20)).not.toContain(undefined);
        expect(struck(seed, 0, 20).every((met) => met === undefined)).toBe(true);
      }),
    ));

  it('gives what is planned before what is scripted, to the stream and for as many calls as was said', () => {
    const faults = new Faults();
    const [planned, scripted]: Fault[] = [{ delayBeforeMs: 1 }, { delayBeforeMs: 2 }];
    faults.next('any', planned!, { calls: 2, stream: 'a' });
    faults.script('read', [scripted!, null]);
    const met = ['b', 'a', 'b', 'a', 'a'].map((stream) => faults.meet('read', stream));
    expect(met).toEqual([scripted, planned, undefined, planned, undefined]);
  });
});

describe('gRPC messages', () => {
  it('are the same however their bytes are cut into chunks', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), async (bodies, cuts) => {
        const bytes = Buffer.concat(bodies.map(framed));
        const chunks = async function* (): AsyncGenerator<Buffer> {
          for (let at = 0, i = 0; at < bytes.length; at += cuts[i++ % cuts.length]!) yield bytes.subarray(at, at + cuts[i % cuts.length]!);
        };
        const read: Buffer[] = [];
        for await (const message of messages(chunks())) read.push(Buffer.from(message));
        expect(read).toEqual(bodies.map((body) => Buffer.from(body)));
      }),
    ));
});

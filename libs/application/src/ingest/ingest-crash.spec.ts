import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, RecordedEvent } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { SqliteEventStore } from '@netral/event-store/sqlite/sqlite-event-store';
import type { IdentityVault } from '@netral/vault';
import { MemoryIdentityVault } from '@netral/vault/memory/memory-identity-vault';
import { SqliteIdentityVault } from '@netral/vault/sqlite/sqlite-identity-vault';
import fc from 'fast-check';
import type { IncomingMessage, Receipt } from './ingest';
import { IngestService } from './ingest-service';
import { failingStore, type Mishap } from './testing/failing-store';
import { NOW, eventsOf, limits } from './testing/fixture';
import { block, correction, dispute, jointDecision, letter, message, nameOf, nipOf, sanction } from './testing/messages';

interface Stores {
  readonly store: EventStore;
  readonly vault: IdentityVault;
  /** Bytes outside the vault, when they are on a disk. */
  readonly bytes: () => string;
  readonly end: () => Promise<void>;
}
const inMemory = async (): Promise<Stores> => ({ store: new MemoryEventStore({ firstPosition: 4_000_000_000n, step: 977n }), vault: new MemoryIdentityVault(), bytes: () => '', end: async () => undefined });
const onDisk = async (): Promise<Stores> => {
  const directory = mkdtempSync(join(tmpdir(), 'netral-ingest-'));
  const store = new SqliteEventStore({ file: join(directory, 'log.db') });
  const vault = new SqliteIdentityVault({ file: join(directory, 'vault.db'), masterKey: randomBytes(32) });
  return {
    store, vault,
    bytes: () => readdirSync(directory).filter((name) => !name.startsWith('vault')).map((name) => readFileSync(join(directory, name), 'latin1')).join('\n'),
    end: async () => {
      await store.close();
      await vault.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** What agencies send: good messages, repeats in other dress, mended and conflicting ones, and rubbish. */
const anyMessage: fc.Arbitrary<IncomingMessage> = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 }), fc.nat({ max: 9 })).map(([n, variant, kind]) => {
  const [id, matter] = [`m${n}`, `L${n}`];
  const person = { nip: nipOf(n), name: nameOf(n) };
  switch (kind) {
    case 0:
      return message('PersonnelDataBlocked', `b${n}`, block(n, { scope: ['both', 'data', 'services'][variant] }), { agency: 'bkn' });
    case 1:
      return message('SanctionImposed', `s${n}`, sanction(matter, { persons: [person], sanction: ['moral-open', 'moral-closed', 'never'][variant] }), { agency: 'ppk' });
    case 2:
      return message('RecommendationDisputed', `d${n}`, dispute(matter, `keberatan ${variant} ${nameOf(n)}`, { persons: [person] }), { agency: 'ppk' });
    case 3:
      return message('FactCorrected', `c${n}`, correction('RecommendationIssued', id, `L${n + variant}`, letter(`L${n + variant}`)));
    case 4:
      return { content: ['{', '', `{"id":"${id}","n":"${nipOf(n)}"}`][variant] as string, sender: { agency: 'kasn' } };
    case 5:
      return { ...message('RecommendationIssued', id, letter(matter)), sender: { agency: 'bkn' } };
    case 6: {
      const { persons, ...rest } = letter(matter);
      return message('RecommendationIssued', `v${n}`, { persons, ...rest });
    }
    default:
      // The same id: one way, another way, and first as something that no contract takes.
      return message('RecommendationIssued', id, letter(matter, { issuedOn: ['2020-09-20', '2020-09-21', '2020-02-30'][variant], persons: [{ ...person, sanction: 'moral-open', legalBasis: 'PP 42/2004' }] }));
  }
});
const anyMishap: fc.Arbitrary<Mishap> = fc.oneof({ weight: 3, arbitrary: fc.constant<Mishap>('none') },
  { weight: 1, arbitrary: fc.constantFrom<Mishap>('refused', 'unknown-written', 'unknown-lost', 'thrown-written', 'thrown-lost', 'half') });
const anyRun = fc.record({
  calls: fc.array(fc.array(anyMessage, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
  mishaps: fc.array(anyMishap, { maxLength: 20 }),
  restarts: fc.array(fc.boolean(), { maxLength: 12 }),
  batchMax: fc.integer({ min: 1, max: 10 }),
});

const keyOf = ({ content, sender }: IncomingMessage): string => `${sender.agency} ${content as string}`;
const placeOf = ({ stream, revision, position, recordedAt, deadLetter }: Receipt): string => JSON.stringify({ stream, revision, position, recordedAt, deadLetter });

/** Each receipt stands in the log as it says, and a message that is answered again is answered alike. */
const checkReceipts = (given: ReadonlyMap<string, readonly Receipt[]>, events: readonly RecordedEvent[]): void => {
  const byPlace = new Map(events.map((event) => [`${event.stream}@${event.revision}`, event]));
  for (const receipts of given.values()) {
    const [first] = receipts;
    const event = byPlace.get(`${first!.stream}@${first!.revision}`)!;
    expect(event.position).toBe(first!.position);
    expect(event.type === 'MessageSetAside').toBe(first!.outcome === 'set-aside');
    expect(first!.deadLetter).toBe(first!.outcome === 'set-aside' ? event.id : null);
    for (const again of receipts.slice(1)) expect([placeOf(again), again.reason]).toEqual([placeOf(first!), first!.reason]);
    // Of two callers at once the one that came second may hear first.
    const outcomes = receipts.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'recorded').length).toBeLessThanOrEqual(1);
    if (first!.outcome === 'set-aside') expect(new Set(outcomes).size).toBe(1);
  }
};

const run = async ({ store, vault, bytes }: Stores, { calls, mishaps, restarts, batchMax }: { calls: IncomingMessage[][]; mishaps: Mishap[]; restarts: boolean[]; batchMax: number }): Promise<void> => {
  const left = [...mishaps];
  const failing = failingStore(store, () => left.shift() ?? 'none');
  const start = () => new IngestService({ store: failing, vault, clock: { now: () => NOW } }, { ...limits, batchMax });
  await new IngestService({ store, vault, clock: { now: () => NOW } }, limits).submit(jointDecision);
  let ingest = start();
  const given = new Map<string, Receipt[]>();
  const submit = async (messages: readonly IncomingMessage[]): Promise<boolean> => {
    try {
      const receipts = await ingest.submit(messages);
      receipts.forEach((receipt, index) => given.set(keyOf(messages[index]!), [...(given.get(keyOf(messages[index]!)) ?? []), receipt]));
      return true;
    } catch {
      return false;
    }
  };
  for (let at = 0; at < calls.length; at += 2) {
    // Two callers at once; who fails sends the same again, until it is answered, to a process that may be a new one.
    await Promise.all(calls.slice(at, at + 2).map(async (messages, index) => {
      while (!(await submit(messages))) if (restarts[at + index] === true) ingest = start();
    }));
  }
  const once = await eventsOf(store);
  for (const messages of calls) expect(await submit(messages)).toBe(true);
  const events = await eventsOf(store);
  expect(events).toEqual(once);
  expect(new Set(given.keys())).toEqual(new Set(calls.flat().map(keyOf)));
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  checkReceipts(given, events);
  // Everything in the log was answered for: nothing came in that nobody sent.
  const answered = new Set([...given.values()].flat().map(({ position }) => position));
  expect(events.filter(({ stream }) => stream !== 'rules').every(({ position }) => answered.has(position))).toBe(true);
  const kept = JSON.stringify([...events.map((event) => [event.data, event.metadata]), ...given.values()]) + bytes();
  for (let n = 0; n <= 5; n += 1) for (const secret of [nipOf(n), nameOf(n)]) expect(kept).not.toContain(secret);
};

describe.each([['in memory', inMemory, 150], ['on disk', onDisk, 25]] as const)('whatever is sent, in whatever order, through whatever crashes, %s', (_name, open, numRuns) => {
  it('every message is accounted for once, receipts stand, and nothing personal leaves the vault', () =>
    fc.assert(fc.asyncProperty(anyRun, async (what) => {
      const stores = await open();
      try {
        await run(stores, what as never);
      } finally {
        await stores.end();
      }
    }), { numRuns }));
});

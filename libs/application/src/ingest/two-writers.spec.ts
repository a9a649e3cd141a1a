import fc from 'fast-check';
import type { EventStore } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { MemoryIdentityVault } from '@netral/vault/memory/memory-identity-vault';
import type { IncomingMessage, Receipt } from './ingest';
import { IngestService } from './ingest-service';
import { eventsOf, limits, NOW } from './testing/fixture';
import { cloudEvent, jointDecision, letter, message } from './testing/messages';

/** A log that others write too, whose every call may be overtaken: `before` runs between asking and doing. */
const sharedStore = (store: EventStore, before: (call: string) => Promise<void> | undefined): EventStore =>
  new Proxy(store, {
    get: (target, name) => {
      if (name === 'shared') return true;
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as (...args: unknown[]) => unknown;
      if (!['appendMany', 'lastRevision', 'locate'].includes(String(name))) return call;
      return async (...args: unknown[]) => {
        await before(String(name));
        return call(...args);
      };
    },
  });

const open = async (before: (call: string) => Promise<void> | undefined = () => undefined) => {
  const store = new MemoryEventStore();
  const vault = new MemoryIdentityVault();
  const writer = (on: EventStore, now: number): IngestService => new IngestService({ store: on, vault, clock: { now: () => now } }, limits);
  const other = writer(store, NOW);
  await other.submit(jointDecision);
  return { store, other, one: writer(sharedStore(store, before), NOW + 1) };
};
const restated = (id: string, of = 'R1', extra: object = {}): IncomingMessage => message('RecommendationIssued', id, letter(of, extra));
const idsIn = async (store: EventStore, stream: string): Promise<string[]> =>
  (await eventsOf(store)).filter((event) => event.stream === stream).map(({ metadata }) => (JSON.parse(metadata) as { messageId: string }).messageId);

describe('two processes that write one log', () => {
  it('keep the order of each within a stream, also when the other writes to it in between', async () => {
    let overtake: (() => Promise<unknown>) | undefined;
    const { store, other, one } = await open(async (call) => {
      if (call !== 'appendMany' || overtake === undefined) return;
      const now = overtake;
      overtake = undefined;
      await now();
    });
    overtake = () => other.submit([restated('theirs')]);
    const receipts = await one.submit(['a', 'b', 'c'].map((id) => restated(id)));
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(await idsIn(store, 'recommendation-R1')).toEqual(['theirs', 'a', 'b', 'c']);
  });

  it('adopt no joint decision on what the other has changed meanwhile: it is judged anew', async () => {
    let overtake: (() => Promise<unknown>) | undefined;
    const { store, other, one } = await open(async (call) => {
      if (call !== 'appendMany' || overtake === undefined) return;
      const now = overtake;
      overtake = undefined;
      await now();
    });
    const season = { ...cloudEvent('SeasonOpened', 'x', { season: 'pilkada-2024', label: { id: 'P', en: 'P' }, openedOn: '2020-01-01', from: '2024-01-01', until: '2024-12-31', regionEdition: '2022', synthetic: true }).data as object };
    overtake = () => other.submit([message('SeasonOpened', 'theirs', season, { agency: 'operator' })]);
    const mine = message('SeasonOpened', 'mine', season, { agency: 'operator' });
    await expect(one.submit([mine])).rejects.toMatchObject({ reason: 'contended' });
    const [again] = await one.submit([mine]);
    expect([again!.outcome, again!.reason?.code]).toEqual(['set-aside', 'season-exists']);
    expect((await idsIn(store, 'rules')).filter((id) => id === 'mine' || id === 'theirs')).toEqual(['theirs']);
  });

  it('tell a joint decision that the other recorded meanwhile from the same message as a duplicate', async () => {
    let overtake: (() => Promise<unknown>) | undefined;
    const { other, one } = await open(async (call) => {
      if (call !== 'appendMany' || overtake === undefined) return;
      const now = overtake;
      overtake = undefined;
      await now();
    });
    const same = message('AuthorityGranted', 'same', { grantId: 'same', agency: 'bkn', role: 'bkn', eventTypes: 'all', employers: 'all', validFrom: '2021-04-01', validUntil: '2021-05-01', basis: 'Contoh' }, { agency: 'operator' });
    overtake = () => other.submit([same]);
    const [receipt] = await one.submit([same]);
    expect(receipt!.outcome).toBe('duplicate');
  });

  it('see the rules that the other adopts at once', async () => {
    const { other, one } = await open();
    const late = (id: string): IncomingMessage => restated(id, id, { season: 'pilkada-2024', issuedOn: '2020-09-20' });
    expect((await one.submit([late('early')]))[0]!.reason?.code).toBe('unknown-season');
    await other.submit([message('SeasonOpened', 's24', { season: 'pilkada-2024', label: { id: 'P', en: 'P' }, openedOn: '2020-01-01', from: '2024-01-01', until: '2024-12-31', regionEdition: '2022', synthetic: true }, { agency: 'operator' })]);
    expect((await one.submit([late('later')]))[0]!.outcome).toBe('recorded');
  });

  it('record each message once, in the order of each, and name the same place to whoever sends it, however they interleave', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ id: fc.integer({ min: 0, max: 12 }), of: fc.integer({ min: 0, max: 2 }), bad: fc.boolean() }), { minLength: 1, maxLength: 25 }),
        fc.infiniteStream(fc.nat({ max: 3 })),
        async (sent, delays) => {
          const store = new MemoryEventStore();
          const vault = new MemoryIdentityVault();
          const jitter = async (): Promise<void> => {
            for (let turn = delays.next().value as number; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
          };
          const writer = (): IngestService => new IngestService({ store: sharedStore(store, jitter), vault, clock: { now: () => NOW } }, { ...limits, batchMax: 7 });
          const [one, two] = [writer(), writer()];
          await one.submit(jointDecision);
          const messages = sent.map(({ id, of, bad }) => (bad ? message('RecommendationIssued', `bad-${id}-${of}`, { nothing: true }) : restated(`m${id}-${of}`, `R${of}`)));
          const patiently = async (ingest: IngestService): Promise<readonly Receipt[]> => {
            for (let attempt = 0; ; attempt += 1)
              try {
                return await ingest.submit(messages);
              } catch (error) {
                if (attempt > 20 || (error as { reason?: string }).reason !== 'contended') throw error;
              }
          };
          const [mine, theirs] = await Promise.all([patiently(one), patiently(two)]);
          expect(mine.map(({ position }) => position)).toEqual(theirs.map(({ position }) => position));
          const events = await eventsOf(store);
          expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
          for (let of = 0; of <= 2; of += 1) {
            const firsts = [...new Set(sent.filter((each) => each.of === of && !each.bad).map(({ id }) => `m${id}-${of}`))];
            expect(await idsIn(store, `recommendation-R${of}`)).toEqual(firsts);
          }
        },
      ),
      { numRuns: 60 },
    ));
});

import fc from 'fast-check';
import type { EventMetadata } from '@netral/contracts';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { failingStore, type Mishap } from '../ingest/testing/failing-store';
import { eventsOf } from '../ingest/testing/fixture';
import { letterMessage, Place } from './testing/fixture';

/** Where a process dies in the handling of one batch: it never gets further, and another takes over from what is committed. */
const points = ['none', 'before the append', 'after the append', 'before the announcement', 'after the announcement', 'before the receipts', 'after the receipts', 'before the commit', 'after the commit'] as const;
type Point = (typeof points)[number];
class Death extends Error {}

/** An ingestor that dies at the points told, one a batch, and is then no more. */
const mortal = (place: Place, fate: () => Point) => {
  let point: Point = 'none';
  let dead = false;
  const reach = (here: Point): void => {
    if (dead || point === here) {
      dead = true;
      throw new Death(here);
    }
  };
  const { intake } = place.ingestor(
    {
      publish: (when, topic) => reach(`${when} the ${topic === 'netral.dead-letters' ? 'announcement' : 'receipts'}`),
      commit: (when) => reach(when === 'before' ? 'before the commit' : 'after the commit'),
    },
    (submit) => async (messages) => {
      point = fate();
      reach('before the append');
      const receipts = await submit(messages);
      reach('after the append');
      return receipts;
    },
  );
  return { intake, isDead: () => dead };
};

/** One process after another until all is committed, each dying where fate has it. */
const liveThrough = async (place: Place, fates: readonly Point[]): Promise<void> => {
  let next = 0;
  const fate = (): Point => fates[next++] ?? 'none';
  for (let processes = 0; !place.drained(); processes += 1) {
    if (processes > fates.length + 1) throw new Error('more processes than deaths');
    const { intake, isDead } = mortal(place, fate);
    const stop = new AbortController();
    const running = intake.run('one', stop.signal);
    while (!isDead() && !place.drained()) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await running;
  }
};

const bad = (id: string) => ({ ...letterMessage(id), key: 'another' });
const someMessages = fc.array(fc.record({ id: fc.integer({ min: 0, max: 30 }), good: fc.boolean(), key: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 40 });
const messageOf = ({ id, good, key }: { id: number; good: boolean; key: number }) =>
  good ? { ...letterMessage(`m${id}-${key}`, { subject: `key-${key}` }), key: `key-${key}` } : bad(`m${id}-${key}`);

const accounted = async (place: Place, sent: number): Promise<void> => {
  const receipts = place.receipts();
  const events = await eventsOf(place.store);
  const ids = events.map(({ metadata }) => metadata).map((metadata) => JSON.parse(metadata) as EventMetadata).map(({ source, messageId }) => `${source} ${messageId}`);
  expect(new Set(ids).size).toBe(ids.length);
  const byMessage = new Map<string, typeof receipts>();
  for (const receipt of receipts) byMessage.set(`${receipt.partition}/${receipt.offset}`, [...(byMessage.get(`${receipt.partition}/${receipt.offset}`) ?? []), receipt]);
  // Each message has a receipt, and all of its receipts name one place in the log that holds it.
  expect(byMessage.size).toBe(sent);
  const positions = new Set(events.map(({ position }) => position));
  for (const told of byMessage.values()) {
    expect(new Set(told.map(({ stream, position, deadLetter }) => `${stream} ${position} ${deadLetter}`)).size).toBe(1);
    expect(positions.has(told[0]!.position!)).toBe(true);
  }
  const announced = new Set(place.announcements().map(({ partition, offset }) => `${partition}/${offset}`));
  expect([...byMessage].filter(([, told]) => told[0]!.outcome === 'set-aside').map(([key]) => key).filter((key) => !announced.has(key))).toEqual([]);
};

/** What was recorded of one partition stands in the log in the order of the partition. */
const inOrder = (place: Place): void => {
  for (let partition = 0; partition < 2; partition += 1) {
    const firsts = new Map<string, number>();
    for (const receipt of place.receipts().filter((each) => each.partition === partition && each.deadLetter === null)) {
      const offset = Number(receipt.offset);
      firsts.set(receipt.position!, Math.min(firsts.get(receipt.position!) ?? Infinity, offset));
    }
    const inLogOrder = [...firsts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, offset]) => offset);
    expect(inLogOrder).toEqual(inLogOrder.toSorted((a, b) => a - b));
  }
};

describe('a process that takes messages from topics and dies anywhere', () => {
  it('loses and doubles nothing: each message has receipts of one place, in the order of its key', () =>
    fc.assert(
      fc.asyncProperty(someMessages, fc.array(fc.constantFrom(...points), { maxLength: 12 }), async (messages, fates) => {
        const place = await new Place().open();
        place.broker.put('netral.kasn', messages.map(messageOf));
        await liveThrough(place, fates);
        await accounted(place, messages.length);
        inOrder(place);
      }),
      { numRuns: 60 },
    ));

  it('accounts for each message also while the log fails in every way it can', () =>
    fc.assert(
      fc.asyncProperty(someMessages, fc.array(fc.constantFrom<Mishap>('none', 'refused', 'unknown-written', 'unknown-lost', 'thrown-written', 'thrown-lost', 'half'), { maxLength: 8 }), async (messages, mishaps) => {
        const store = new MemoryEventStore();
        const healthy = await new Place(store).open();
        let next = 0;
        const place = new Place(failingStore(healthy.store, () => mishaps[next++] ?? 'none'));
        Object.assign(place, { vault: healthy.vault });
        place.broker.put('netral.kasn', messages.map(messageOf));
        await place.drain();
        await accounted(place, messages.length);
      }),
      { numRuns: 40 },
    ));

  it('shares topics with another one that comes and goes, and both together still account for each message', () =>
    fc.assert(
      fc.asyncProperty(someMessages, fc.array(fc.nat({ max: 3 }), { maxLength: 6 }), async (messages, comings) => {
        const place = await new Place(new MemoryEventStore(), 3).open();
        const stop = new AbortController();
        const staying = place.ingestor().intake.run('stays', stop.signal);
        let from = 0;
        for (const ticks of comings) {
          place.broker.put('netral.kasn', messages.slice(from, (from += 7)).map(messageOf));
          const guest = new AbortController();
          const visiting = place.ingestor().intake.run('comes and goes', guest.signal);
          for (let tick = 0; tick < ticks; tick += 1) await new Promise((resolve) => setImmediate(resolve));
          guest.abort();
          await visiting;
        }
        place.broker.put('netral.kasn', messages.slice(from).map(messageOf));
        while (!place.drained()) await new Promise((resolve) => setTimeout(resolve, 1));
        stop.abort();
        await staying;
        const receipts = place.receipts();
        expect(new Set(receipts.map(({ partition, offset }) => `${partition}/${offset}`)).size).toBe(messages.length);
        const events = await eventsOf(place.store);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      }),
      { numRuns: 40 },
    ));
});

import { InvalidAppendError, type StreamAppend } from '@netral/event-store';
import type { RawMessage } from '@netral/messaging/memory/memory-broker';
import { eventsOf } from '../ingest/testing/fixture';
import { cloudEvent, letter, nipOf, sanction } from '../ingest/testing/messages';
import { binaryLetter, letterMessage, Place, STRUCTURED } from './testing/fixture';

const NIP = nipOf(1);
const kasn = 'netral.kasn';
const give = async (place: Place, topic: string, ...messages: RawMessage[]) => {
  place.broker.put(topic, messages);
  await place.drain();
  return place.receipts();
};

describe('messages of a topic', () => {
  let place: Place;
  beforeEach(async () => {
    place = await new Place().open();
  });

  it('are recorded, and each has a receipt that names where it stood on the topic and where it stands in the log', async () => {
    const [receipt] = await give(place, kasn, letterMessage('a1'));
    expect(receipt).toMatchObject({ outcome: 'recorded', id: 'a1', source: 'urn:netral:kasn', stream: 'recommendation-a1', revision: 0, topic: kasn, offset: '0', reason: null });
    const [raw] = place.broker.read('netral.receipts');
    expect(Buffer.from(raw!.key!).toString()).toBe('a1');
    expect(place.announcements()).toEqual([]);
  });

  it('are the same message whether they come structured or binary', async () => {
    const receipts = await give(place, kasn, letterMessage('a1'), binaryLetter('a1'), binaryLetter('b1'), letterMessage('b1'));
    const of = (id: string) => receipts.filter((receipt) => receipt.id === id);
    expect(of('a1').map(({ outcome }) => outcome)).toEqual(['recorded', 'duplicate']);
    expect(of('b1').map(({ outcome }) => outcome)).toEqual(['recorded', 'duplicate']);
    expect(new Set(of('b1').map(({ position }) => position)).size).toBe(1);
  });

  it('keep the order of their key in the log', async () => {
    const ids = Array.from({ length: 23 }, (_, index) => `m${index}`);
    const messages = ids.map((id) => ({ ...letterMessage(id, { subject: 'one' }), key: 'one' }));
    const receipts = await give(place, kasn, ...messages);
    expect(receipts.toSorted((a, b) => (a.position! < b.position! ? -1 : 1)).map(({ id }) => id)).toEqual(ids);
  });

  const { subject: _, ...withoutSubject } = cloudEvent('RecommendationIssued', 'x', {}, {});
  const value = (event: unknown): string => JSON.stringify(event);
  const bad: readonly (readonly [why: string, message: RawMessage, code: string, pointer: string | null])[] = [
    ['not JSON', { ...letterMessage('x'), value: '{"specversion"' }, 'invalid-json', null],
    ['broken UTF-8', { ...letterMessage('x'), value: Buffer.from([0x7b, 0xff, 0x7d]) }, 'invalid-utf-8', null],
    ['an empty value', { ...letterMessage('x'), value: '' }, 'empty', null],
    ['a tombstone', { key: 'matter-x', value: null }, 'tombstone', null],
    ['a tombstone with headers', { ...binaryLetter('x'), value: null }, 'tombstone', null],
    ['without headers', { key: 'matter-x', value: letterMessage('x').value }, 'missing-content-type', null],
    ['another content type', { ...letterMessage('x'), headers: { 'content-type': 'text/xml' } }, 'wrong-content-type', null],
    ['a batch of CloudEvents', { ...letterMessage('x'), headers: { 'content-type': 'application/cloudevents-batch+json' } }, 'wrong-content-type', null],
    ['JSON without attributes', { ...letterMessage('x'), headers: { 'content-type': 'application/json' } }, 'wrong-content-type', null],
    ['a missing attribute', { key: 'x', value: value(withoutSubject), headers: STRUCTURED }, 'missing-field', '/subject'],
    ['an unknown specversion', letterMessage('x', { specversion: '2.0' }), 'wrong-value', '/specversion'],
    ['a key that is not its subject', { ...letterMessage('x'), key: NIP }, 'key-not-subject', '/subject'],
    ['no key', { ...letterMessage('x'), key: null }, 'key-not-subject', '/subject'],
    ["another agency's fact", letterMessage('x', { source: 'urn:netral:bkn' }), 'sender-not-source', '/source'],
    ['more than a message may hold', { ...letterMessage('x'), value: ' '.repeat(2 << 20) }, 'message-too-large', null],
    ['binary, its data not JSON', { ...binaryLetter('x'), value: '{' }, 'invalid-json', '/data'],
    ['binary, an attribute that is not UTF-8', { ...binaryLetter('x'), headers: { ...binaryLetter('x').headers, ce_id: Buffer.from([0xff]) } }, 'invalid-utf-8', '/id'],
    ['binary, an attribute that stands twice', { ...binaryLetter('x'), headers: { ...binaryLetter('x').headers, ce_id: ['x', 'y'] } }, 'duplicate-key', '/id'],
    ['binary, data among the attributes', { ...binaryLetter('x'), headers: { ...binaryLetter('x').headers, ce_data: '{}' } }, 'unknown-field', '/data'],
    ['binary, a missing attribute', { ...binaryLetter('x'), headers: { 'content-type': 'application/json', ce_specversion: '1.0' } }, 'missing-field', '/id'],
  ];

  it.each(bad)('that are wrong (%s) are set aside with the reason, announced, and do not hold up the next', async (_why, message, code, pointer) => {
    const receipts = await give(place, kasn, message, letterMessage('good'));
    expect(receipts).toHaveLength(2);
    const aside = receipts.find(({ outcome }) => outcome === 'set-aside')!;
    expect(aside.reason).toMatchObject({ code });
    expect(aside.reason!.pointer ?? null).toBe(pointer);
    expect(receipts.find(({ id }) => id === 'good')!.outcome).toBe('recorded');
    const kept = (await place.vault.deadLetter(aside.deadLetter!))!;
    expect(place.announcements()).toEqual([expect.objectContaining({ deadLetter: aside.deadLetter, agency: 'kasn', code, pointer, contentHash: kept.contentHash, topic: kasn, partition: aside.partition, offset: aside.offset })]);
    const told = [...place.broker.read('netral.dead-letters'), ...place.broker.read('netral.receipts')].map(({ key, value: text }) => `${key === null ? '' : Buffer.from(key).toString()} ${Buffer.from(text!).toString()}`).join('\n');
    expect(told).not.toMatch(/(?<!\d)\d{18}(?!\d)/);
    expect(told).not.toContain('Pegawai');
  });

  it('that are wrong get the same receipt each time they come, and one mended in nothing but its key is recorded', async () => {
    const misplaced = { ...letterMessage('k1'), key: 'other' };
    const receipts = await give(place, kasn, misplaced, misplaced, letterMessage('k1'));
    const [first, second] = receipts.filter(({ outcome }) => outcome === 'set-aside');
    expect([second!.deadLetter, second!.position]).toEqual([first!.deadLetter, first!.position]);
    expect(receipts.filter(({ outcome }) => outcome === 'recorded').map(({ id }) => id)).toEqual(['k1']);
  });

  it('that were set aside are judged anew on the operator’s word; the receipt of that stands on the topic too, and the place stays the same one', async () => {
    const early = letterMessage('e1', { data: { ...(JSON.parse(letterMessage('e1').value as string) as { data: object }).data, season: 'pilkada-2024' } });
    const [aside] = await give(place, kasn, early);
    expect(aside!.reason!.code).toBe('unknown-season');
    const { ingest, intake } = place.ingestor();
    ingest.afterRedrive((receipt) => intake.tellRedriven(receipt));
    const again = await ingest.redrive(aside!.deadLetter!);
    expect(again).toMatchObject({ outcome: 'set-aside', deadLetter: aside!.deadLetter });
    expect(place.receipts().find(({ topic }) => topic === null)).toMatchObject({ deadLetter: aside!.deadLetter, position: aside!.position });

    const [, , misplaced] = await give(place, kasn, { ...letterMessage('k2'), key: 'other' });
    expect(await ingest.redrive(misplaced!.deadLetter!)).toMatchObject({ outcome: 'recorded', id: 'k2' });
    expect(place.receipts().at(-1)).toMatchObject({ id: 'k2', outcome: 'recorded', topic: null, partition: null, offset: null });
  });

  it('that are larger than the log takes are set aside, and what stands beside them is recorded', async () => {
    const inner = place.store;
    const narrow = new Proxy(inner, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'appendMany') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        return async (appends: readonly StreamAppend[]) => {
          const large = (append: StreamAppend): boolean => append.events.some(({ data }) => data.length > 1500);
          const fit = await inner.appendMany(appends.filter((append) => !large(append)));
          const next = fit[Symbol.iterator]();
          return appends.map((append) => (large(append) ? { status: 'rejected', reason: new InvalidAppendError(append.stream, 'too large') } : next.next().value));
        };
      },
    });
    const narrowPlace = Object.assign(new Place(narrow, 1), { vault: place.vault });
    const large = letterMessage('p3', { data: { ...letter('p3'), copiesTo: Array.from({ length: 10 }, () => 'K'.repeat(190)) } });
    const receipts = await give(narrowPlace, kasn, letterMessage('p1'), letterMessage('p2'), large, letterMessage('p4'));
    // The others may be duplicates: they stood already when the large one was found.
    expect(receipts.filter(({ outcome }) => outcome === 'set-aside').map(({ id, reason }) => [id, reason?.code])).toEqual([['p3', 'message-too-large']]);
    expect((await eventsOf(inner)).filter(({ type }) => type === 'RecommendationIssued')).toHaveLength(3);
    expect(await narrowPlace.vault.deadLetter(receipts[2]!.deadLetter!)).toMatchObject({ messageId: 'p3', content: expect.anything() as unknown });
  });

  it('of a PPK must name its office, and speak for that one only', async () => {
    const fact = (id: string, source: string, employer: string): RawMessage => {
      const event = cloudEvent('SanctionImposed', id, { ...sanction('a1'), employer }, { agency: 'ppk', source, subject: 'a1' });
      return { key: 'a1', value: JSON.stringify(event), headers: STRUCTURED };
    };
    const receipts = await give(place, 'netral.ppk', fact('own', 'urn:netral:ppk:74.07', '74.07'), fact('nobody', 'urn:netral:ppk', '74.07'), fact('other', 'urn:netral:ppk:33.11', '74.07'));
    const of = (id: string) => receipts.find((receipt) => receipt.id === id)!;
    expect(of('own').outcome).toBe('recorded');
    expect(of('nobody').reason).toMatchObject({ code: 'wrong-employer', pointer: '/source' });
    expect(of('other').reason).toMatchObject({ code: 'wrong-employer' });
    const { ingest } = place.ingestor();
    for (const id of ['nobody', 'other']) expect((await ingest.redrive(of(id).deadLetter!))!.outcome).toBe('set-aside');
  });
});

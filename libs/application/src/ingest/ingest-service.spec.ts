import type { EventMetadata } from '@netral/contracts';
import { VaultError } from '@netral/vault';
import { IngestBusyError, IngestUnavailableError, SimulatedClockError } from './ingest.errors';
import { eventsOf, openFixture, type Fixture } from './testing/fixture';
import { block, correction, dispute, jointDecision, letter, message, nameOf, nipOf, sanction } from './testing/messages';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
const give = (...[one]: Parameters<Fixture['give']>) => fixture.give(one);
const facts = async () => (await fixture.events()).filter(({ stream }) => stream !== 'rules');

describe('a message', () => {
  it('is recorded where its matter is, and its receipt says where', async () => {
    const receipt = await give(message('RecommendationIssued', 'm1', letter('L1')));
    expect(receipt).toMatchObject({ source: 'urn:netral:kasn', id: 'm1', outcome: 'recorded', stream: 'recommendation-L1', revision: 0, reason: null, deadLetter: null });
    const [event] = await facts();
    expect(event).toMatchObject({ stream: 'recommendation-L1', position: receipt.position, type: 'RecommendationIssued' });
    expect(JSON.parse(event!.metadata)).toEqual({
      agency: 'kasn', source: 'urn:netral:kasn', messageId: 'm1', subject: 'matter', publishedAt: '2020-10-01T09:00:00+07:00',
      recordedAt: receipt.recordedAt!, version: 2,
    } satisfies EventMetadata);
  });

  it('is kept in the version in which it was sent', async () => {
    const { persons, ...rest } = letter('L1');
    await give(message('RecommendationIssued', 'm1', { ...rest, person: persons[0] }, { version: 1 }));
    const [event] = await facts();
    expect(JSON.parse(event!.metadata)).toMatchObject({ version: 1 });
    expect(JSON.parse(event!.data)).toMatchObject({ person: { sanction: 'moral-open' } });
  });

  it('leaves no NIP, name or free text in the log, and the vault has them', async () => {
    await give(message('RecommendationIssued', 'm1', letter('L1')));
    await give(message('RecommendationDisputed', 'm2', dispute('L1', `keberatan ${nameOf(1)}`, { persons: [{ nip: nipOf(1) }] }), { agency: 'ppk' }));
    const events = await facts();
    const text = JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(text).not.toContain(nipOf(1));
    expect(text).not.toContain(nameOf(1));
    const subject = (JSON.parse(events[0]!.data) as { persons: { subject: string }[] }).persons[0]!.subject;
    expect(await fixture.vault.openIdentity(subject)).toEqual({ nip: nipOf(1), name: nameOf(1) });
    const { argument, persons } = JSON.parse(events[1]!.data) as { argument: string; persons: { subject: string }[] };
    expect(persons).toEqual([{ subject }]);
    expect(await fixture.vault.openText(argument.replace('sealed:', ''))).toBe(`keberatan ${nameOf(1)}`);
  });

  it('about a person stands in the stream of the pseudonym', async () => {
    const [first, second] = [await give(message('PersonnelDataBlocked', 'b1', block(7), { agency: 'bkn' })), await give(message('PersonnelDataBlocked', 'b2', block(7), { agency: 'bkn' }))];
    expect(first.stream).toBe(`personnel-${(await fixture.vault.find(nipOf(7)))!}`);
    expect([second.stream, second.revision]).toEqual([first.stream, 1]);
  });

  it('names an employer as it likes, and the log holds the code of the season', async () => {
    await give(message('RecommendationIssued', 'm1', letter('L1', { employer: 'Kab. Wakatobi' })));
    await give(message('RecommendationIssued', 'm2', letter('L2', { employer: '93.01' })));
    expect((await facts()).map(({ data }) => (JSON.parse(data) as { employer: string }).employer)).toEqual(['74.07', '91.01']);
  });
});

describe('a message that comes again', () => {
  it('gets the place of the first and is not recorded', async () => {
    const first = await give(message('RecommendationIssued', 'm1', letter('L1')));
    const { season, ...rest } = letter('L1');
    const again = await give(message('RecommendationIssued', 'm1', { ...rest, season }));
    expect(again).toEqual({ ...first, outcome: 'duplicate' });
    expect(await facts()).toHaveLength(1);
  });

  it('is known within one call too', async () => {
    const one = message('RecommendationIssued', 'm1', letter('L1'));
    const receipts = await fixture.ingest.submit([one, one, one]);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['recorded', 'duplicate', 'duplicate']);
    expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
  });

  it('with other content is set aside as evidence, also within one call', async () => {
    const one = message('RecommendationIssued', 'm1', letter('L1'));
    const other = message('RecommendationIssued', 'm1', letter('L1', { issuedOn: '2020-09-21' }));
    const [first, second] = await fixture.ingest.submit([one, other]);
    expect(first).toMatchObject({ outcome: 'recorded' });
    expect(second).toMatchObject({ outcome: 'set-aside', stream: 'intake-kasn', reason: { code: 'conflicting-redelivery' } });
    const event = (await facts()).at(-1)!;
    expect(JSON.parse(event.data)).toMatchObject({
      agency: 'kasn', reasonCode: 'conflicting-redelivery', season: 'pilkada-2020', setAsideOn: '2020-11-02',
      message: { source: 'urn:netral:kasn', id: 'm1' }, conflictsWith: { source: 'urn:netral:kasn', id: 'm1' }, deadLetterId: second!.deadLetter,
    });
  });
});

describe('a set-aside message', () => {
  const bad = message('RecommendationIssued', 'm1', letter('L1', { issuedOn: '2020-02-30' }));

  it('is kept whole in the vault, and the log holds only that it came', async () => {
    const receipt = await give(bad);
    expect(receipt).toMatchObject({ source: 'urn:netral:kasn', id: 'm1', outcome: 'set-aside', stream: 'intake-kasn', reason: { code: 'wrong-date', pointer: '/data/issuedOn' } });
    const kept = await fixture.vault.deadLetter(receipt.deadLetter!);
    expect(Buffer.from(kept!.content!).toString()).toBe(bad.content);
    const [event] = await facts();
    expect(Object.keys(JSON.parse(event!.data) as object)).toEqual(['deadLetterId', 'agency', 'setAsideOn', 'reasonCode', 'contentHash', 'message', 'season']);
  });

  it('sent again gets its first receipt and records nothing, in one call too', async () => {
    const [first, second] = await fixture.ingest.submit([bad, bad]);
    expect(second).toEqual(first);
    expect(await give(bad)).toEqual(first);
    expect(await facts()).toHaveLength(1);
  });

  it('uses up no id: mended, it is recorded; sent again after that, it still gets its first receipt', async () => {
    const first = await give(bad);
    expect(await give(message('RecommendationIssued', 'm1', letter('L1')))).toMatchObject({ outcome: 'recorded' });
    expect(await give(bad)).toEqual(first);
  });

  it('can be judged anew, as sent by its first sender', async () => {
    const early = message('RecommendationIssued', 'm1', letter('L1', { season: 'pilkada-2024' }));
    const first = await give(early);
    expect(first).toMatchObject({ outcome: 'set-aside', reason: { code: 'unknown-season' } });
    expect(await fixture.ingest.redrive(first.deadLetter!)).toEqual(first);
    await fixture.ingest.submit([{ ...jointDecision[0]!, content: (jointDecision[0]!.content as string).replaceAll('pilkada-2020', 'pilkada-2024').replace('"id":"season"', '"id":"season-2"') }]);
    expect(await fixture.ingest.redrive(first.deadLetter!)).toMatchObject({ outcome: 'recorded', stream: 'recommendation-L1' });
    expect(await fixture.ingest.redrive(first.deadLetter!)).toMatchObject({ outcome: 'duplicate' });
    expect(await give(early)).toMatchObject({ outcome: 'duplicate' });
    expect(await fixture.ingest.redrive('00000000-0000-8000-8000-000000000000')).toBeUndefined();
  });

  it('too large to keep leaves its length and hash', async () => {
    const large = message('RecommendationIssued', 'm1', letter('L1', { addressedOffice: 'x'.repeat(70_000) }));
    const receipt = await give(large);
    expect(receipt).toMatchObject({ source: null, id: null, reason: { code: 'message-too-large', expected: 'up to 65536 bytes' } });
    expect(await fixture.vault.deadLetter(receipt.deadLetter!)).toMatchObject({ contentBytes: Buffer.byteLength(large.content as string) });
    expect((await fixture.vault.deadLetter(receipt.deadLetter!))!.content).toBeUndefined();
    expect(await fixture.ingest.redrive(receipt.deadLetter!)).toBeUndefined();
  });
});

describe('a correction', () => {
  const original = message('RecommendationIssued', 'm1', letter('L1'));
  const corrected = (matter: string, of = 'm1', extra: object = {}) =>
    message('FactCorrected', `c-${matter}-${of}`, correction('RecommendationIssued', of, matter, letter(matter, { issuedOn: '2020-09-22' }), extra));

  it('stands in the stream of what it corrects, even when it arrives first', async () => {
    expect(await give(corrected('L1'))).toMatchObject({ outcome: 'recorded', stream: 'recommendation-L1', revision: 0 });
    expect(await give(original)).toMatchObject({ outcome: 'recorded', stream: 'recommendation-L1', revision: 1 });
    expect(JSON.stringify((await facts())[0]!.data)).not.toContain(nipOf(1));
  });

  it('that names another matter than the message has is set aside, in one call too', async () => {
    const [, wrong] = await fixture.ingest.submit([original, corrected('L2')]);
    expect(wrong).toMatchObject({ outcome: 'set-aside', reason: { code: 'correction-changes-matter' } });
    expect(await give(corrected('L3'))).toMatchObject({ outcome: 'set-aside', reason: { code: 'correction-changes-matter' } });
  });

  it("of another agency's message is set aside", async () =>
    expect(await give(corrected('L1', 'm1', { messageSource: 'urn:netral:bkn' }))).toMatchObject({ outcome: 'set-aside', reason: { code: 'correction-of-another' } }));

  it('asks for the authority of the corrected data, on its day', async () => {
    const late = correction('RecommendationIssued', 'm1', 'L1', letter('L1', { issuedOn: '2021-05-01' }));
    expect(await give(message('FactCorrected', 'c1', late))).toMatchObject({ reason: { code: 'authority-expired' } });
    const written = correction('RecommendationIssued', 'm1', 'L1', letter('L1'), { correctedOn: '2024-01-01' });
    expect(await give(message('FactCorrected', 'c2', written))).toMatchObject({ outcome: 'recorded' });
  });

  it('of a PPK, by a key for certain employers, speaks for those only', async () => {
    const source = 'urn:netral:ppk:33.11';
    await give(message('SanctionImposed', 's1', sanction('L1'), { agency: 'ppk', source }));
    const retraction = (extra: object) => message('FactRetracted', `r${JSON.stringify(extra).length}`, {
      season: 'pilkada-2020', retractedType: 'SanctionImposed', matter: 'L1', messageSource: source, messageId: 's1', retractedOn: '2020-10-04', reason: 'keliru', ...extra,
    }, { source, sender: { agency: 'ppk', employers: ['33.11'] } });
    expect(await give(retraction({}))).toMatchObject({ reason: { code: 'wrong-employer' } });
    expect(await give(retraction({ employer: '33.11' }))).toMatchObject({ reason: { code: 'wrong-employer' } });
  });
});

describe('the joint decision', () => {
  it('is judged message by message: what one lays down, the next may use, in one call', async () => {
    const other = await openFixture({ empty: true });
    const receipts = await other.ingest.submit([message('RecommendationIssued', 'm0', letter('L0')), ...jointDecision, message('RecommendationIssued', 'm1', letter('L1'))]);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['set-aside', 'recorded', 'recorded', 'recorded', 'recorded', 'recorded', 'recorded', 'recorded']);
  });

  it('is the operator\'s alone, and is refused where it contradicts itself', async () => {
    const [season] = jointDecision;
    const byAgency = { content: (season!.content as string).replace('urn:netral:operator', 'urn:netral:kasn'), sender: { agency: 'kasn' } };
    expect(await give(byAgency)).toMatchObject({ outcome: 'set-aside', reason: { code: 'no-authority' } });
    const again = { ...season!, content: (season!.content as string).replace('"id":"season"', '"id":"season-again"') };
    expect(await give(again)).toMatchObject({ outcome: 'set-aside', stream: 'intake-operator', reason: { code: 'season-exists' } });
  });
});

describe('a simulated clock', () => {
  it('records as of its own time, on a log that ends earlier, and tells repeats all the same', async () => {
    const other = await openFixture({ empty: true });
    const at = (recordedAt: string, one = jointDecision[0]!) => other.give({ ...one, recordedAt });
    expect(await at('2020-01-05T00:00:00.000Z')).toMatchObject({ outcome: 'recorded', recordedAt: '2020-01-05T00:00:00.000Z' });
    await expect(at('2020-01-04T00:00:00.000Z', jointDecision[1])).rejects.toBeInstanceOf(SimulatedClockError);
    expect(await at('2020-01-04T00:00:00.000Z')).toMatchObject({ outcome: 'duplicate', recordedAt: '2020-01-05T00:00:00.000Z' });
    expect(await eventsOf(other.store)).toHaveLength(1);
  });

  it('is held to the latest recording in the log, not to the last', async () => {
    await expect(give({ ...message('RecommendationIssued', 'm1', letter('L1')), recordedAt: '2020-11-01T00:00:00.000Z' })).rejects.toBeInstanceOf(SimulatedClockError);
    await give({ ...message('RecommendationIssued', 'm1', letter('L1')), recordedAt: '2021-01-01T00:00:00.000Z' });
    await give(message('RecommendationIssued', 'm2', letter('L2')));
    await expect(give({ ...message('RecommendationIssued', 'm3', letter('L3')), recordedAt: '2020-12-31T00:00:00.000Z' })).rejects.toBeInstanceOf(SimulatedClockError);
  });
});

describe('the queue', () => {
  it('writes what comes at once in one durable write, each call with its own receipts', async () => {
    const append = jest.spyOn(fixture.store, 'appendMany');
    const all = await Promise.all(Array.from({ length: 50 }, (_, index) => give(message('RecommendationIssued', `m${index}`, letter(`L${index}`)))));
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => `m${index}`));
    expect(append.mock.calls.length).toBeLessThan(5);
  });

  it('is bounded in messages and in bytes: beyond it, nothing of the call is taken', async () => {
    for (const bounds of [{ queueMax: 10 }, { queueBytesMax: 5_000 }]) {
      const small = await openFixture({ limits: bounds });
      const many = Array.from({ length: 20 }, (_, index) => message('RecommendationIssued', `m${index}`, letter(`L${index}`)));
      await expect(small.ingest.submit(many)).rejects.toBeInstanceOf(IngestBusyError);
      expect((await small.events()).filter(({ stream }) => stream !== 'rules')).toHaveLength(0);
      expect(await small.give(many[0]!)).toMatchObject({ outcome: 'recorded' });
    }
  });

  it('answers the others when one message meets a fault of ours', async () => {
    const bad = message('RecommendationIssued', 'm1', letter('L1', { issuedOn: 'never' }));
    await give(bad);
    jest.spyOn(fixture.vault, 'deadLetter').mockRejectedValueOnce(new TypeError('a fault'));
    const [first, second] = await Promise.allSettled([give(bad), give(message('RecommendationIssued', 'm2', letter('L2')))]);
    expect([first, second]).toMatchObject([{ status: 'rejected', reason: { name: 'TypeError' } }, { value: { outcome: 'recorded' } }]);
  });

  it('says what the vault could not do', async () => {
    jest.spyOn(fixture.vault, 'pseudonymise').mockRejectedValueOnce(new VaultError('disk-full', 'the disk is full'));
    const one = message('RecommendationIssued', 'm1', letter('L1'));
    await expect(give(one)).rejects.toMatchObject({ name: 'IngestUnavailableError', reason: 'disk-full' });
    expect(await give(one)).toMatchObject({ outcome: 'recorded' });
  });

  it('takes nothing more once it is closed, and answers what it took', async () => {
    const taken = give(message('RecommendationIssued', 'm1', letter('L1')));
    await fixture.ingest.close();
    expect(await taken).toMatchObject({ outcome: 'recorded' });
    await expect(give(message('RecommendationIssued', 'm2', letter('L2')))).rejects.toBeInstanceOf(IngestUnavailableError);
  });
});

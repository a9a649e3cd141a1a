import { openFixture, type Fixture } from './testing/fixture';
import { correction, letter, message, sanction } from './testing/messages';

const own = { agency: 'ppk', employers: ['33.11'] };
const other = { agency: 'ppk', employers: ['74.07'] };
const sourceOf = (employer: string): string => `urn:netral:ppk:${employer}`;
let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
  await fixture.give(message('RecommendationIssued', 'l1', letter('L1')));
});

describe('a key limited to employers', () => {
  it('speaks from the office of one of them, by the code before or after a region was split too', async () => {
    const statement = (source: string, id: string, sender = own) => message('SanctionImposed', id, sanction('L1', { employer: '33.11' }), { source, sender });
    expect(await fixture.give(statement(sourceOf('33.11'), 's1'))).toMatchObject({ outcome: 'recorded' });
    const refused = { outcome: 'set-aside', reason: { code: 'wrong-employer', pointer: '/source' } };
    expect(await fixture.give(statement(sourceOf('74.07'), 's2'))).toMatchObject(refused);
    expect(await fixture.give(statement('urn:netral:ppk', 's3'))).toMatchObject(refused);
    expect(await fixture.give(message('SanctionImposed', 's4', sanction('L1', { employer: '93.01' }), { source: sourceOf('93.01'), sender: { agency: 'ppk', employers: ['91.01'] } })))
      .toMatchObject({ outcome: 'recorded' });
  });

  it("does not spoil another's message by sending it first", async () => {
    const statement = message('SanctionImposed', 's1', sanction('L1'), { source: sourceOf('74.07'), sender: other });
    const first = await fixture.give({ ...statement, sender: own });
    expect(first).toMatchObject({ outcome: 'set-aside', reason: { code: 'wrong-employer' } });
    expect(await fixture.give(statement)).toMatchObject({ outcome: 'recorded' });
    expect(await fixture.give({ ...statement, sender: own })).toEqual(first);
  });

  it("does not take up an id of another's", async () => {
    await fixture.give(message('SanctionImposed', 's1', sanction('L9', { employer: '33.11' }), { source: sourceOf('74.07'), sender: own }));
    expect(await fixture.give(message('SanctionImposed', 's1', sanction('L1'), { source: sourceOf('74.07'), sender: other }))).toMatchObject({ outcome: 'recorded' });
  });

  it('keeps the set-aside messages of two senders apart, whatever the order of their employers', async () => {
    const bad = message('SanctionImposed', 's1', sanction('L1', { season: 'none-such' }), { source: sourceOf('74.07') });
    const ids = await Promise.all([['74.07'], ['74.07', '33.11'], ['33.11', '74.07'], undefined].map(async (employers) =>
      (await fixture.give({ ...bad, sender: { agency: 'ppk', ...(employers && { employers }) } })).deadLetter));
    expect(new Set(ids).size).toBe(3);
    expect(ids[1]).toBe(ids[2]);
  });
});

describe('what a limited key amends', () => {
  const retraction = (id: string, extra: object) => message('FactRetracted', id, {
    season: 'pilkada-2020', retractedType: 'SanctionImposed', matter: 'L1', messageSource: sourceOf('33.11'), messageId: 's1', retractedOn: '2020-10-04', reason: 'keliru', ...extra,
  }, { source: sourceOf('33.11'), sender: own });
  const refused = { outcome: 'set-aside', reason: { code: 'wrong-employer' } };

  it('names its employer, also where the statement itself would tell', async () => {
    await fixture.give(message('SanctionImposed', 's1', sanction('L1', { employer: '33.11' }), { source: sourceOf('33.11'), sender: own }));
    expect(await fixture.give(retraction('r1', {}))).toMatchObject({ ...refused, reason: { pointer: '/data/employer' } });
    expect(await fixture.give(retraction('r2', { employer: '33.11' }))).toMatchObject({ outcome: 'recorded' });
  });

  it("is not another employer's statement, whatever type it is called", async () => {
    await fixture.give(message('SanctionImposed', 's2', sanction('L1'), { source: 'urn:netral:ppk', agency: 'ppk' }));
    const of = { employer: '33.11', messageSource: 'urn:netral:ppk', messageId: 's2' };
    expect(await fixture.give(retraction('r1', of))).toMatchObject(refused);
    expect(await fixture.give(retraction('r2', { ...of, retractedType: 'FollowUpStarted' }))).toMatchObject(refused);
  });

  it("is not another office's message, sent already or not", async () =>
    expect(await fixture.give(retraction('r1', { employer: '33.11', messageSource: sourceOf('74.07') }))).toMatchObject({ reason: { code: 'correction-of-another', pointer: '/data/messageSource' } }));

  it('speaks for its employers in what it puts in the place of the first statement', async () => {
    const corrected = (id: string, employer: string) => message('FactCorrected', id,
      correction('SanctionImposed', 's1', 'L1', sanction('L1', { employer }), { correctedVersion: 1, messageSource: sourceOf('33.11') }), { source: sourceOf('33.11'), sender: own });
    expect(await fixture.give(corrected('c1', '74.07'))).toMatchObject(refused);
    expect(await fixture.give(corrected('c2', '33.11'))).toMatchObject({ outcome: 'recorded' });
  });
});

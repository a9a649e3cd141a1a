import { openNetral, TEST_NOW, type TestNetral } from '../support/netral';
import { facts, jointDecision, letter, person, say, SEASON } from './answers.history';

interface Figure { readonly total: number; readonly knownAt: string | null; readonly position: string; readonly asOf: string; readonly self: string }

describe('the two times of an answer', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts);
  });
  afterAll(() => netral.close());
  const ask = async (question: string): Promise<Figure> => {
    const { status, body } = await netral.get(`/v1/figures/${question}`);
    expect([question, status]).toEqual([question, 200]);
    return body as Figure;
  };

  it('are today in Jakarta and what is known now', async () => {
    netral.setNow(Date.UTC(2020, 10, 2, 17));
    expect(await ask('settled?unit=persons')).toMatchObject({ asOf: '2020-11-03', knownAt: '2020-10-20T09:00:00.000+07:00', total: 2 });
    netral.setNow(TEST_NOW);
  });

  it('tell what was true on a day from what was known on a day', async () => {
    expect((await ask('settled?unit=persons&asOf=2020-09-19')).total).toBe(0);
    expect((await ask('settled?unit=persons&asOf=2020-09-20')).total).toBe(1);
    expect((await ask('settled?unit=persons&asOf=2020-09-30')).total).toBe(2);
    expect((await ask('settled?unit=persons&asOf=2020-09-30&knownAt=2020-10-04')).total).toBe(0);
    expect((await ask('settled?unit=persons&asOf=2020-09-30&knownAt=2020-10-05')).total).toBe(1);
    expect((await ask('overdue?asOf=2020-10-26&knownAt=2020-10-05')).total).toBe(3);
    expect((await ask('overdue?asOf=2020-10-26')).total).toBe(2);
  });

  it('take a day as its end in Jakarta, and an instant to the millisecond', async () => {
    expect(await ask('settled?unit=persons&knownAt=2020-10-05')).toMatchObject({ knownAt: '2020-10-05T23:59:59.999+07:00', total: 1 });
    expect(await ask('settled?unit=persons&knownAt=2020-10-05T02:00:00.000Z')).toMatchObject({ knownAt: '2020-10-05T09:00:00.000+07:00', total: 1 });
    expect(await ask('settled?unit=persons&knownAt=2020-10-05T08:59:59.999%2B07:00')).toMatchObject({ knownAt: '2020-10-05T08:59:59.999+07:00', total: 0 });
  });

  it('lower what is asked beyond the last event to that event', async () => {
    const now = await ask('overdue?asOf=2020-10-26');
    const future = await ask('overdue?asOf=2020-10-26&knownAt=2099-12-31');
    expect(future).toEqual(now);
  });

  it('name the place in the log of the last event known then', async () => {
    const { position, total } = await ask('overdue?asOf=2020-10-26&knownAt=2020-10-04');
    expect(await ask(`overdue?asOf=2020-10-26&position=${position}`)).toMatchObject({ position, total, knownAt: '2020-09-25T09:00:00.000+07:00' });
  });

  it('answer with nothing for a time before the season, and before anything was known', async () => {
    expect(await ask('overdue?asOf=2019-12-31&knownAt=2020-12-31')).toMatchObject({ total: 0 });
    expect(await ask('overdue?asOf=2020-10-26&knownAt=2019-12-31')).toMatchObject({ total: 0, position: '0'.repeat(20), knownAt: '2019-12-31T23:59:59.999+07:00' });
    expect(await ask(`overdue?asOf=2020-10-26&position=${'0'.repeat(20)}`)).toMatchObject({ total: 0, knownAt: null });
  });

  it('hold for a matter and its list as for a figure', async () => {
    const get = async (path: string) => (await netral.get(path, { key: 'investigator' })).body as { state: string; total: number; items: { state: string }[] };
    expect((await get('/v1/recommendations/R2?asOf=2020-10-26')).state).toBe('closed');
    expect((await get('/v1/recommendations/R2?asOf=2020-10-26&knownAt=2020-10-19')).state).toBe('overdue');
    expect((await get('/v1/recommendations/R2?asOf=2020-09-12')).state).toBe('open');
    expect((await netral.get('/v1/recommendations/R2?asOf=2020-09-09', { key: 'investigator' })).status).toBe(404);
    expect((await netral.get('/v1/recommendations/R2?knownAt=2020-09-11', { key: 'investigator' })).status).toBe(404);
    expect((await get('/v1/recommendations?state=overdue&asOf=2020-10-26')).total).toBe(2);
    expect((await get('/v1/recommendations?state=overdue&asOf=2020-10-26&knownAt=2020-10-19')).total).toBe(3);
    expect((await get('/v1/recommendations?asOf=2020-09-12')).items.map(({ state }) => state)).toEqual(['open', 'open']);
  });

  it('ask under another rule only when told to, and say so', async () => {
    const own = await netral.get('/v1/figures/overdue?asOf=2020-09-26');
    const other = await netral.get('/v1/figures/overdue?asOf=2020-09-26&rule=ppk-10-calendar');
    expect(own.body).toMatchObject({ total: 1, rule: 'in-force', rules: [{ id: 'ppk-14-calendar', version: 1 }], hypothetical: false });
    expect(other.body).toMatchObject({ total: 2, rule: 'ppk-10-calendar', rules: [{ id: 'ppk-10-calendar', version: 1 }], hypothetical: true });
  });

  it('move a figure as soon as an event is folded', async () => {
    const before = (await ask('recommended?unit=persons')).total;
    await netral.give(say('2020-10-21T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-20', letter('R20', '2020-10-20', '33.11', [20, 21])));
    expect((await ask('recommended?unit=persons')).total).toBe(before + 2);
    await netral.give(say('2020-10-22T02:00:00.000Z', 'kasn', 'FactRetracted', 'k-21', {
      season: SEASON, retractedType: 'RecommendationIssued', matter: 'R20', messageSource: 'urn:netral:kasn', messageId: 'k-20', retractedOn: '2020-10-22', reason: 'Keliru',
    }));
    expect((await ask('recommended?unit=persons')).total).toBe(before);
    expect((await ask('recommended?unit=persons&knownAt=2020-10-21')).total).toBe(before + 2);
  });

  it('withhold from the public a cell that could point at one human, and show it to an investigator', async () => {
    await netral.give(say('2020-10-23T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-22', { ...letter('R22', '2020-10-20', '33.11', [22]), persons: [person(22, { sanction: 'discipline-heavy', legalBasis: 'PP 53/2010' })] }));
    const question = '/v1/figures/recommended?unit=persons&by=employer,sanction&employer=33.11';
    const [stranger, investigator] = [(await netral.get(question)).body, (await netral.get(question, { key: 'investigator' })).body] as { cells: { value: number | null; withheld?: true }[] }[];
    expect(stranger!.cells.filter(({ withheld }) => withheld === true).every(({ value }) => value === null)).toBe(true);
    expect(stranger!.cells.some(({ withheld }) => withheld === true)).toBe(true);
    expect(investigator!.cells.some(({ withheld }) => withheld === true)).toBe(false);
    for (const key of ['operator', 'kasn']) expect((await netral.get(question, { key })).text).toBe((await netral.get(question)).text);
  });
});

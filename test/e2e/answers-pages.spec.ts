import { openNetral, type TestNetral } from '../support/netral';
import { jointDecision, letter, say } from './answers.history';

interface Page { readonly items: readonly { recommendationId: string; issuedOn: string; daysOverdue: number; position: string }[]; readonly total: number; readonly next: string | null; readonly position: string; readonly self: string; readonly asOf: string; readonly knownAt: string }
const day = (number: number): string => `2020-09-${String(number).padStart(2, '0')}`;
// Twelve letters on four days, so that ties stand on every page's edge.
const letters = Array.from({ length: 12 }, (_, index) =>
  say(`2020-09-20T02:00:00.${String(index).padStart(3, '0')}Z`, 'kasn', 'RecommendationIssued', `k-${index}`, letter(`R${index}`, day(1 + (index % 4)), ['74.07', '33.11', '74'][index % 3]!, [index + 1])));

describe('a list by pages', () => {
  let netral: TestNetral;
  beforeEach(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...letters);
  });
  afterEach(() => netral.close());
  const page = async (question: string, key = 'investigator'): Promise<Page> => {
    const { status, body } = await netral.get(question, { key });
    expect([question, status]).toEqual([question, 200]);
    return body as Page;
  };
  const ids = ({ items }: Page) => items.map(({ recommendationId }) => recommendationId);

  it.each(['daysOverdue', 'issuedOn'])('holds each letter once, in the order of %s, whatever the size of a page', async (order) => {
    const question = `/v1/recommendations?asOf=2020-10-26&order=${order}`;
    const whole = ids(await page(`${question}&limit=1000`));
    expect(new Set(whole).size).toBe(12);
    for (const limit of [1, 5, 12]) {
      const found: string[] = [];
      let next: string | null = '';
      for (let count = 0; next !== null && count < 20; count += 1) {
        const one: Page = await page(`${question}&limit=${limit}${next === '' ? '' : `&after=${next}`}`);
        found.push(...ids(one));
        next = one.next;
      }
      expect(found).toEqual(whole);
    }
  });

  it('stands in the order asked', async () => {
    const overdue = (await page('/v1/recommendations?asOf=2020-10-26')).items.map(({ daysOverdue }) => daysOverdue);
    expect(overdue).toEqual([...overdue].sort((a, b) => b - a));
    const issued = (await page('/v1/recommendations?asOf=2020-10-26&order=issuedOn')).items.map(({ issuedOn }) => issuedOn);
    expect(issued).toEqual([...issued].sort());
  });

  it('goes on where it was when letters come in between, and on another day', async () => {
    const whole = ids(await page('/v1/recommendations'));
    const first = await page('/v1/recommendations?limit=5');
    await netral.give(say('2020-10-20T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-99', letter('R99', '2020-01-10', '74.07', [99])));
    netral.setNow(Date.UTC(2021, 0, 1));
    const second = await page(`/v1/recommendations?limit=5&after=${first.next}`);
    expect(second).toMatchObject({ position: first.position, asOf: first.asOf, total: 12 });
    expect([...ids(first), ...ids(second)]).toEqual(whole.slice(0, 10));
    expect((await page('/v1/recommendations')).total).toBe(13);
  });

  it('goes on from the cursor alone, beside the same parameters, and beside the instant asked', async () => {
    const question = 'asOf=2020-10-26&state=overdue&employer=74.07,33.11&knownAt=2020-09-21&order=issuedOn&season=pilkada-2020&limit=3';
    const first = await page(`/v1/recommendations?${question}`);
    const [alone, beside] = [await page(`/v1/recommendations?after=${first.next}&limit=3`), await page(`/v1/recommendations?${question}&after=${first.next}`)];
    expect(ids(alone)).toEqual(ids(beside));
    expect(ids(alone)).toHaveLength(3);
    expect(beside.knownAt).toBe(first.knownAt);
    expect(await page(beside.self)).toEqual({ ...beside, knownAt: alone.knownAt });
  });

  it('refuses a cursor that was given to another question', async () => {
    const { next } = await page('/v1/recommendations?limit=3&asOf=2020-10-26&state=open');
    for (const other of ['asOf=2020-10-27', 'state=overdue', 'state=open&employer=74.07', 'order=issuedOn', `position=${'0'.repeat(20)}`, 'rule=ppk-10-calendar', 'knownAt=2020-01-01']) {
      const { status, body } = await netral.get(`/v1/recommendations?after=${next}&${other}`);
      expect([other, status, (body as { errors: { parameter: string }[] }).errors?.[0]?.parameter]).toEqual([other, 400, 'after']);
    }
    expect((await netral.get(`/v1/anomalies?after=${next}`, { key: 'investigator' })).status).toBe(400);
  });

  it.each([
    ['state=overdue', 12], ['state=open', 12], ['state=closed', 0], ['employer=74.07', 4], ['employer=74.07,33.11', 8], ['regionType=provinsi', 4], ['province=74', 8],
    ['province=33&regionType=kabupaten', 4], ['employerKind=central', 0], ['dueFrom=2020-09-18', 3], ['dueUntil=2020-09-15', 3], ['dueFrom=2020-09-16&dueUntil=2020-09-17', 6],
  ])('holds only what the filter names: %s', async (filter, total) => {
    const found = await page(`/v1/recommendations?asOf=2020-10-26&${filter}`);
    expect([found.total, found.items.length]).toEqual([total, total]);
  });

  it('of overdue letters is as long as the figure says', async () => {
    for (const asOf of ['2020-09-15', '2020-09-16', '2020-09-17', '2020-10-26']) {
      const figure = (await netral.get(`/v1/figures/overdue?asOf=${asOf}`)).body as { total: number };
      expect((await page(`/v1/recommendations?state=overdue&asOf=${asOf}`)).total).toBe(figure.total);
    }
  });

  it('of events gives each once, in log order, of a stream or type as well', async () => {
    const found: string[] = [];
    for (let after: string | null = '0'.repeat(20), count = 0; after !== null && count < 20; count += 1) {
      const one: Page = await page(`/v1/events?limit=4&after=${after}`);
      found.push(...one.items.map(({ position }) => position));
      after = one.next;
    }
    expect(found).toHaveLength(jointDecision.length + letters.length);
    expect(found).toEqual([...new Set(found)].sort());
    expect((await page('/v1/events?type=RecommendationIssued&limit=1000')).items).toHaveLength(12);
    expect((await page('/v1/events?stream=recommendation-R3')).items).toHaveLength(1);
    expect((await page('/v1/events?stream=recommendation-none')).items).toHaveLength(0);
  });
});

import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision } from './answers.history';
import { keyFor, routesOfTest, subjectOf, type Route } from './answers.routes';

const key = 'investigator';
interface Refusal { readonly parameter: string; readonly found: string; readonly expected: string }

describe('a question that cannot be answered as asked', () => {
  let netral: TestNetral;
  let routes: readonly Route[];
  let timed: readonly string[];
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts);
    routes = routesOfTest(await subjectOf(netral)).filter(({ schema }) => schema !== undefined);
    timed = routes.filter((route) => route.timed === true).map(({ path }) => path);
  });
  afterAll(() => netral.close());

  const refusals = async (path: string, asked = key): Promise<readonly Refusal[]> => {
    const { status, body } = await netral.get(path, { key: asked });
    expect([path, status, (body as { code: string }).code]).toEqual([path, 400, 'wrong-parameter']);
    return (body as { errors: Refusal[] }).errors;
  };

  it('names a parameter that is unknown, at every address', async () => {
    for (const route of routes) {
      expect([route.path, await refusals(`${route.path}?asof=2020-10-26`, keyFor(route))]).toEqual([route.path, [expect.objectContaining({ parameter: 'asof' })]]);
    }
  });

  it.each([
    ['asOf=2020-10-26&asOf=2020-10-26', 'asOf', '2 times'], ['asOf=', 'asOf', 'empty'], ['asOf', 'asOf', 'empty'], ['asOf=2020-02-30', 'asOf', '2020-02-30'],
    ['asOf=26-10-2020', 'asOf', '26-10-2020'], ['asOf=2020-10-26T00:00:00Z', 'asOf', '2020-10-26T00:00:00Z'], ['knownAt=2020-02-30', 'knownAt', '2020-02-30'],
    ['knownAt=2020-10-26T00:00:00', 'knownAt', '2020-10-26T00:00:00'], ['knownAt=now', 'knownAt', 'now'], ['position=17', 'position', '17'],
    [`position=${'9'.repeat(20)}`, 'position', '9'.repeat(20)], [`knownAt=2020-10-26&position=${'0'.repeat(20)}`, 'position', 'beside knownAt'],
  ])('is refused wherever time is asked for: %s', async (query, parameter, found) => {
    for (const path of timed) expect([path, await refusals(`${path}?${query}`)]).toEqual([path, [expect.objectContaining({ parameter, found })]]);
  });

  it.each([
    ['overdue?unit=fish', 'unit'], ['overdue?unit=reports', 'unit'], ['overdue?by=mood', 'by'], ['overdue?by=stage', 'by'], ['overdue?by=employer,province,regionType', 'by'],
    ['overdue?by=employer,employer', 'by'], ['overdue?register=bawaslu', 'register'], ['overdue?of=reported', 'of'], ['share?by=category', 'of'], ['share?of=reported', 'by'],
    ['share?of=share&by=category', 'of'], ['overdue?season=pilkada-2024', 'season'], ['overdue?season=X', 'season'], ['overdue?rule=none', 'rule'],
    ['overdue?rule=ppk-14-calendar@2', 'rule'], ['overdue?calendar=id-2020', 'calendar'], ['overdue?calendar=id-2020@1', 'calendar'], ['overdue?from=2020-01-01', 'from'],
    ['overdue?until=2020-01-01', 'until'], ['blocks?from=2020-10-27&until=2020-10-26', 'from'], ['blocks?asOf=2020-10-26&until=2020-10-27', 'until'],
    ['blocks?series=year', 'series'], ['blocks?series=day&from=2000-01-01', 'series'], ['overdue?top=0&by=employer', 'top'], ['overdue?top=1.5&by=employer', 'top'],
    ['overdue?top=3', 'top'], ['overdue?province=99', 'province'], ['overdue?province=74.07', 'province'], ['overdue?employer=99.99', 'employer'],
    ['overdue?regionType=desa', 'regionType'], ['overdue?sanction=moral-open', 'sanction'], ['reported?stage=before-candidates', 'stage'], ['overdue?ageBand=1-9', 'ageBand'],
    ['recommended?sanction=fine', 'sanction'], ['overdue?employer=74.07,', 'employer'],
  ])('is refused by the figure that does not take it: %s', async (question, parameter) => {
    expect(await refusals(`/v1/figures/${question}`)).toContainEqual(expect.objectContaining({ parameter, found: expect.any(String), expected: expect.any(String) }));
  });

  it.each([
    ['/v1/recommendations?state=late', 'state'], ['/v1/recommendations?limit=1001', 'limit'], ['/v1/recommendations?limit=0', 'limit'], ['/v1/recommendations?order=name', 'order'],
    ['/v1/recommendations?after=abc', 'after'], ['/v1/recommendations?dueFrom=2020-10-27&dueUntil=2020-10-26', 'dueFrom'], ['/v1/recommendations?employer=00.00', 'employer'],
    ['/v1/recommendations?by=province', 'by'], ['/v1/anomalies?kind=strange', 'kind'], ['/v1/anomalies?after=abc', 'after'], ['/v1/events?after=1', 'after'], ['/v1/events?type=Nothing', 'type'],
    ['/v1/events?stream=No%20stream', 'stream'], ['/v1/events?limit=1001', 'limit'], ['/v1/events?asOf=2020-10-26', 'asOf'], ['/v1/seasons?asOf=2020-10-26', 'asOf'],
    ['/v1/recommendations/R1?rule=none', 'rule'], ['/v1/reports/L-1?rule=in-force', 'rule'],
  ])('is refused by a list or matter that does not take it: %s', async (path, parameter) =>
    expect(await refusals(path)).toEqual([expect.objectContaining({ parameter })]));

  it('is told all that is wrong with it at once', async () => {
    const found = await refusals('/v1/figures/overdue?asOf=x&knownAt=y&unit=fish&by=mood&season=none-such&rule=none&mood=good&top=1&top=2');
    expect(found.map(({ parameter }) => parameter).sort()).toEqual(['asOf', 'by', 'knownAt', 'mood', 'rule', 'season', 'top', 'unit']);
  });

  it('never hears a NIP back', async () => {
    const nip = '198001012005011001';
    for (const path of [`/v1/figures/overdue?employer=${nip}`, `/v1/figures/overdue?${nip}=1`, `/v1/recommendations/${nip}`, `/v1/personnel/${nip}`, `/v1/figures/${nip}`, `/v1/${nip}`, `/v1/recommendations?after=${nip}`]) {
      const { status, text } = await netral.get(path, { key });
      expect([path, status >= 400, text.includes(nip)]).toEqual([path, true, false]);
    }
  });
});

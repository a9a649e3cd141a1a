import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision, letter, say } from './answers.history';

const LAST = '9999-12-31';

describe('on the first and the last day that a calendar can name', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts, say('2020-10-21T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-20', letter('R20', LAST, '74.07', [1])));
  });
  afterAll(() => netral.close());
  const ask = async (path: string) => {
    const { status, body } = await netral.get(path, { key: 'investigator' });
    expect([path, status]).toEqual([path, 200]);
    return body;
  };

  it.each([
    '/v1/recommendations', '/v1/recommendations/R20', '/v1/recommendations/R20/history', '/v1/employers', '/v1/employers/74.07', '/v1/employers/74.07/history', '/v1/changes',
    '/v1/anomalies', '/v1/figures/overdue?by=ageBand', '/v1/figures/recommended?by=day', `/v1/figures/recommended?from=9999-11-15&series=month`, '/v1/figures/recommended?from=9999-12-01&series=week',
  ])('%s is answered on the last', (path) => ask(`${path}${path.includes('?') ? '&' : '?'}asOf=${LAST}`));

  it.each(['/v1/recommendations', '/v1/employers', '/v1/employers/74.07', '/v1/changes', '/v1/anomalies', '/v1/figures/overdue?by=ageBand', '/v1/figures/recommended?from=0000-01-01&series=month'])(
    '%s is answered on the first', (path) => ask(`${path}${path.includes('?') ? '&' : '?'}asOf=0000-01-01`));

  it('a due day after the last has no date and is not past', async () => {
    expect(await ask(`/v1/recommendations/R20?asOf=${LAST}`)).toMatchObject({ issuedOn: LAST, dueOn: null, daysOverdue: 0, state: 'open' });
    const { items } = await ask(`/v1/recommendations/R20/history?asOf=${LAST}`);
    expect(items[0].changes).toContainEqual({ field: 'issuedOn', before: null, after: LAST });
    expect(items[0].changes).not.toContainEqual(expect.objectContaining({ field: 'dueOn', before: expect.anything() }));
  });

  it('the day before the first is the first itself, so that nothing is otherwise', async () => {
    const { before, figures, becameOverdue } = await ask('/v1/changes?asOf=0000-01-01');
    expect([before, becameOverdue.total, figures.every(({ difference }: { difference: number }) => difference === 0)]).toEqual(['0000-01-01', 0, true]);
  });
});

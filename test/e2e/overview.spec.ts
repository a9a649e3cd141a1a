import { openNetral, type TestNetral } from '../support/netral';
import { jointDecision, letter, say } from './answers.history';

const letters = [['R1', '2020-09-01', '74.07', 1], ['R2', '2020-09-03', '33.11', 2], ['R3', '2020-09-02', '74.07', 3], ['R4', '2020-10-12', '74', 4]] as const;
const messages = letters.map(([id, issuedOn, employer, person], index) =>
  say(`2020-10-13T02:00:00.${String(index).padStart(3, '0')}Z`, 'kasn', 'RecommendationIssued', `k-${id}`, letter(id, issuedOn, employer, [person])));

describe('the answers of a first look', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...messages);
  });
  afterAll(() => netral.close());
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- looked into freely
  const ask = async (path: string): Promise<any> => {
    const { status, body } = await netral.get(path);
    expect([path, status]).toEqual([path, 200]);
    return body;
  };

  it('list employers by their oldest overdue letter, and count the letters of each', async () => {
    const { items, total } = await ask('/v1/employers?asOf=2020-10-26');
    expect(items.map(({ employer, recommendations, oldest }: { employer: { code: string }; recommendations: number; oldest: { recommendationId: string } }) => [employer.code, recommendations, oldest.recommendationId]))
      .toEqual([['74.07', 2, 'R1'], ['33.11', 1, 'R2']]);
    expect(total).toBe(2);
  });

  it('list only employers that are asked for, and count those beyond the limit', async () => {
    expect((await ask('/v1/employers?asOf=2020-10-26&province=33')).items).toHaveLength(1);
    const { items, total } = await ask('/v1/employers?asOf=2020-10-26&limit=1');
    expect([items.length, total]).toEqual([1, 2]);
    expect((await netral.get('/v1/employers?province=00')).status).toBe(400);
  });

  it('give the same numbers as the figure of overdue letters', async () => {
    const { items } = await ask('/v1/employers?asOf=2020-10-26');
    const { total } = await ask('/v1/figures/overdue?asOf=2020-10-26');
    expect(items.reduce((sum: number, { recommendations }: { recommendations: number }) => sum + recommendations, 0)).toBe(total);
  });

  it('name what became overdue since the day before, and differences that close', async () => {
    const { before, becameOverdue, noLongerOverdue, figures } = await ask('/v1/changes?asOf=2020-10-27');
    expect(before).toBe('2020-10-26');
    expect(becameOverdue).toMatchObject({ total: 1, items: [{ recommendationId: 'R4', daysOverdue: 1 }] });
    expect(noLongerOverdue).toEqual({ total: 0, items: [] });
    for (const { before: was, value, difference } of figures) expect(was + difference).toBe(value);
    expect(figures).toContainEqual({ figure: 'overdue', unit: 'recommendations', before: 3, value: 4, difference: 1 });
  });

  it('say on which days events lie: by their own day, and by the day they were recorded on', async () => {
    const { own, recorded, from, until } = await ask('/v1/seasons/pilkada-2020/activity');
    expect([from, until]).toEqual(['2020-01-01', '2020-12-31']);
    expect(own).toEqual(['2020-09-01', '2020-09-02', '2020-09-03', '2020-10-12'].map((day) => ({ day, count: 1 })));
    expect(recorded.at(-1)).toEqual({ day: '2020-10-13', count: 4 });
    const { total } = { total: recorded.reduce((sum: number, { count }: { count: number }) => sum + count, 0) };
    expect(total).toBe(jointDecision.length + messages.length);
    expect((await ask('/v1/seasons/pilkada-2020/activity?knownAt=2020-10-12')).own).toEqual([]);
    expect((await netral.get('/v1/seasons/none-such/activity')).status).toBe(404);
  });

  it('name each rule with its days, what they count from and where it stands', async () => {
    const { rules } = await ask('/v1/rules');
    expect(rules).toContainEqual(expect.objectContaining({ rule: 'ppk-14-calendar', days: 14, dayKind: 'calendar', from: 'issued' }));
  });
});

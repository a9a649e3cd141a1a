import type { TestNetral } from '../support/netral';
import { figuresTable, judgeAll, wrong } from './figures-table';
import { type Answer, askEvents } from './published/ask';
import type { Judged } from './published/judge';
import { publishedFigures, reprimandedRegions } from './published/published';
import { expectedVerdict } from './published/published-questions';
import { askOf, openSeason } from './season-netral';

const codes = reprimandedRegions.map(({ codePermendagri72_2019: code }) => code).sort();
const seasonOf = { season: 'pilkada-2020' };

describe('the season that is recorded on the first start', () => {
  let netral: TestNetral;
  let judged: readonly Judged[];
  const figure = async (name: string, parameters: Record<string, string>): Promise<Answer> =>
    (await netral.get(`/v1/figures/${name}?${new URLSearchParams({ ...seasonOf, ...parameters }).toString()}`)).body as Answer;
  const keys = ({ cells }: Answer, dimension: string): string[] => cells.map(({ key }) => key[dimension] as string);
  const reprimand = { asOf: '2020-10-26', employerKind: 'region', unit: 'recommendations' };

  beforeAll(async () => {
    netral = await openSeason(2020);
    judged = await judgeAll(askOf(netral));
  }, 60_000);
  afterAll(() => netral.close());

  it.each(publishedFigures.map((each, index) => [index + 1, each.metric, each.value, each.unit, each] as const))(
    'answers published figure %i, %s %d %s, with the verdict it must earn',
    (number, _metric, _value, _unit, published) => expect(judged[number - 1]).toMatchObject({ verdict: expectedVerdict(published) }),
  );

  it('prints a line for each, and the sum of the verdicts', () => {
    const text = figuresTable(judged);
    expect(text).toContain(
      '70 figures: 64 reproduced, 3 contradicted by another published figure, 2 held as a rule or role, 1 outside Netral',
    );
    expect(wrong(judged)).toEqual([]);
  });

  it.each(['2020-11-02', '2020-10-27'])('has overdue letters in exactly the 67 regions, as known on %s', async (knownAt) =>
    expect(keys(await figure('overdue', { ...reprimand, knownAt, by: 'employer' }), 'employer').sort()).toEqual(codes),
  );

  it('holds a list drawn on 27 October of the same 131 letters, and a reprimand for each region', async () => {
    const [drawn] = await askEvents(askOf(netral), 'ReprimandListDrawn');
    const listed = (drawn?.data['entries'] as unknown as { recommendationId: string }[])
      .map(({ recommendationId }) => recommendationId)
      .sort();
    const asked = { ...seasonOf, asOf: '2020-10-26', knownAt: '2020-10-27', employerKind: 'region', state: 'overdue', limit: '1000' };
    const { body } = await netral.get(`/v1/recommendations?${new URLSearchParams(asked).toString()}`);
    expect((body as { items: { recommendationId: string }[] }).items.map(({ recommendationId }) => recommendationId).sort()).toEqual(
      listed,
    );
    expect(listed).toHaveLength(131);
    expect((await askEvents(askOf(netral), 'ReprimandIssued')).map(({ data }) => data['employer'] as string).sort()).toEqual(codes);
  });

  it('answers the two headlines of 27 October alike on 2 November', async () => {
    const then = { asOf: '2020-11-02', knownAt: '2020-11-02', unit: 'persons' };
    expect([(await figure('reported', { ...then, register: 'recommender' })).total, (await figure('settled', then)).total]).toEqual([
      793, 325,
    ]);
  });

  it('says persons where the press compared persons with letters: 246 pending on 27 October', async () =>
    expect((await figure('pending', { asOf: '2020-10-27', knownAt: '2020-11-02', unit: 'persons' })).total).toBe(571 - 325));

  it('has the five largest shares in the order of print, of named groups', async () => {
    const share = async (by: string): Promise<string[]> =>
      keys(
        await figure('share', { asOf: '2020-06-26', knownAt: '2020-06-30', of: 'reported', by, register: 'recommender', unit: 'persons' }),
        by,
      )
        .filter((code) => code !== 'unknown')
        .slice(0, 5);
    expect(await share('category')).toEqual(['sosmed', 'parpol-dekati', 'spanduk', 'deklarasi-diri', 'deklarasi-hadir']);
    expect(await share('positionGroup')).toEqual(['jpt', 'fungsional', 'administrator', 'pelaksana', 'kepala-wilayah']);
  });

  it('answers otherwise as known today, and as known before', async () => {
    const overdue = async (knownAt: string): Promise<unknown> => (await figure('overdue', { ...reprimand, knownAt })).total;
    expect(await overdue('2020-10-20')).not.toBe(131);
    expect(await overdue('2021-01-31')).not.toBe(131);
    expect(judged.filter(({ printed, today }) => printed !== today).length).toBeGreaterThan(20);
  });

  it('shows contradictions of every kind', async () => {
    const kinds = keys(await figure('anomalies', { asOf: '2020-12-31', by: 'kind' }), 'kind');
    expect(kinds.sort()).toEqual([
      'block-of-blocked',
      'block-without-ground',
      'conflicting-redelivery',
      'counts-contradict',
      'delivered-before-issued',
      'event-dated-in-the-future',
      'follow-up-after-closing',
      'restated',
      'sanction-differs',
      'sanction-on-unnamed-person',
      'sanction-without-recommendation',
      'unblock-without-block',
    ]);
  });

  it('sets aside what cannot be taken, each with its reason', async () =>
    expect((await askEvents(askOf(netral), 'MessageSetAside')).length).toBe(16));
});

describe('a season of another seed', () => {
  it('reproduces the same published figures', async () => {
    const netral = await openSeason(77);
    try {
      expect(wrong(await judgeAll(askOf(netral))).map(({ published, printed }) => [published.metric, published.value, printed])).toEqual(
        [],
      );
    } finally {
      await netral.close();
    }
  }, 60_000);
});

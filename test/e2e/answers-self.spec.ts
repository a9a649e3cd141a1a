import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision, letter, say, SEASON } from './answers.history';
import { routesOfTest, subjectOf } from './answers.routes';

const key = 'investigator';
/** A random UUID: no other id in an answer is one. */
const PSEUDONYM = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;
const later = [
  say('2020-11-03T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-9', letter('R9', '2020-09-01', '74.07', [1])),
  say('2020-11-04T02:00:00.000Z', 'ppk', 'SanctionImposed', 'p-9', {
    season: SEASON, recommendationId: 'R1', employer: '74.07', imposedOn: '2020-09-21', decreeNumber: '800/9', decreeDate: '2020-09-21', sanction: 'moral-open',
  }),
  say('2020-11-05T02:00:00.000Z', 'operator', 'DeadlineRuleAdopted', 'rule-14-2', {
    ruleId: 'ppk-14-calendar', adoptedOn: '2020-11-05', appliesTo: 'recommendation', days: 90, dayKind: 'calendar', from: 'issued', validFrom: '2020-01-01', validUntil: null,
    label: { id: '90 hari', en: '90 days' }, source: 'Keputusan bersama',
  }),
  say('2020-11-06T02:00:00.000Z', 'operator', 'SeasonOpened', 'season-2', {
    season: 'pemilu-2024', label: { id: 'Pemilu 2024', en: 'Elections 2024' }, openedOn: '2020-11-06', from: '2020-11-06', until: '2024-12-31', regionEdition: '2022', synthetic: false,
  }),
];
const questions = (subject: string): readonly string[] => [
  ...routesOfTest(subject).filter(({ timed }) => timed === true).map(({ path }) => path),
  '/v1/seasons', '/v1/figures/overdue?by=employer&unit=persons', '/v1/figures/pending?unit=persons&by=sanction,regionType&top=2&province=74',
  '/v1/figures/unblocks?by=office', '/v1/figures/recommended?series=month&from=2020-08-15&until=2020-10-20&asOf=2020-10-26&unit=persons',
  '/v1/figures/share?of=reported&by=positionGroup&register=bawaslu', '/v1/figures/top-employers?of=reported&unit=persons&top=1', '/v1/figures/follow-up-rate',
  '/v1/figures/overdue?rule=ppk-10-calendar', '/v1/figures/overdue?asOf=2019-12-31', '/v1/figures/blocks?asOf=2019-12-31', '/v1/figures/overdue?knownAt=2020-09-15&asOf=2020-10-26',
  '/v1/figures/overdue?knownAt=2019-06-01', '/v1/recommendations?limit=1&order=issuedOn', '/v1/recommendations?state=overdue&regionType=kabupaten,provinsi',
  '/v1/figures/anomalies?by=kind,agency',
];

describe('a question with nothing left to default', () => {
  let netral: TestNetral;
  let answers: { readonly path: string; readonly self: string; readonly text: string }[];

  beforeAll(async () => {
    netral = await openNetral({ stores: 'sqlite' });
    await netral.give(...jointDecision, ...facts);
    answers = await Promise.all(questions(await subjectOf(netral)).map(async (path) => {
      const { body } = await netral.get(path, { key });
      return { path, self: body.self as string, text: (await netral.get(body.self, { key })).text };
    }));
  });
  afterAll(() => netral.close());

  const changed = async (): Promise<readonly string[]> => {
    const found = await Promise.all(answers.map(async ({ path, self, text }) => ((await netral.get(self, { key })).text === text ? [] : [path])));
    return found.flat();
  };

  it('is given by every answer, and asks for the same place in the log', () => {
    for (const { path, self, text } of answers) {
      expect([path, self]).toEqual([path, expect.stringMatching(/[?&]position=\d{20}/)]);
      expect([path, (JSON.parse(text) as { self: string }).self]).toEqual([path, self]);
    }
  });

  it('is answered as its first asking was', async () => {
    for (const { path, text } of answers) {
      const { knownAt: _first, ...first } = (await netral.get(path, { key })).body as Record<string, unknown>;
      const { knownAt: _again, ...again } = JSON.parse(text) as Record<string, unknown>;
      expect([path, first]).toEqual([path, again]);
    }
  });

  it('may be kept for ever, if it names no person, and one that leaves something to default may not', async () => {
    for (const { path, self, text } of answers) {
      // Each read of a person is written down: what a browser kept would be read unseen.
      const names = PSEUDONYM.test(text);
      expect([path, (await netral.get(self, { key })).headers.get('cache-control')]).toEqual([path, names ? 'private, no-store' : 'private, max-age=31536000, immutable']);
      expect([path, (await netral.get(path, { key })).headers.get('cache-control')]).toEqual([path, names ? 'private, no-store' : 'private, no-cache']);
    }
    expect((await netral.get(answers[0]!.self)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  // The order of these three is that of a life: events come, the process starts anew, the read models are folded anew.
  it('gives the same bytes after later events, on a later day', async () => {
    const before = (await netral.get('/v1/figures/overdue?asOf=2020-10-26&season=pilkada-2020')).body as { total: number };
    const receipts = await netral.give(...later);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(later.map(() => 'recorded'));
    netral.setNow(Date.UTC(2021, 5, 1));
    expect(((await netral.get('/v1/figures/overdue?asOf=2020-10-26&season=pilkada-2020')).body as { total: number }).total).not.toBe(before.total);
    expect(((await netral.get('/v1/figures/overdue')).body as { season: string }).season).toBe('pemilu-2024');
    expect(await changed()).toEqual([]);
  });

  it('gives the same bytes after a restart', async () => {
    await netral.stop();
    netral = await openNetral({ stores: 'sqlite', dataDir: netral.dataDir, now: Date.UTC(2021, 6, 1) });
    expect(await changed()).toEqual([]);
  });

  it('gives the same bytes after a rebuild', async () => {
    expect(await netral.projector.rebuild()).toBeGreaterThan(0);
    expect(await changed()).toEqual([]);
  });
});

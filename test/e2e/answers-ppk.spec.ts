import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision, person, say, SEASON } from './answers.history';

const sanction = (id: string, employer: string) => ({
  season: SEASON, recommendationId: id, employer, imposedOn: '2020-10-10', decreeNumber: '800/9', decreeDate: '2020-10-10', sanction: 'moral-open', persons: [person(2)],
});

describe('a PPK that speaks for one employer', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(
      ...jointDecision, ...facts, say('2020-10-21T02:00:00.000Z', 'ppk', 'SanctionImposed', 'p-30', sanction('R1', '33.11')),
      say('2020-10-21T03:00:00.000Z', 'ppk', 'SanctionImposed', 'p-31', sanction('R-later', '33.11')),
    );
  });
  afterAll(() => netral.close());
  const statuses = (...paths: string[]) => Promise.all(paths.map(async (path) => (await netral.get(`/v1/recommendations/${path}`, { key: 'ppk-33-11' })).status));

  it('reads letters to that employer and their histories, on any day', async () =>
    expect(await statuses('R2', 'R2/history', 'R2/history?asOf=2000-01-01')).toEqual([200, 200, 200]));

  it('finds no other, though it wrote of it itself, on no day', async () =>
    expect(await statuses('R1', 'R1/history', 'R1/history?asOf=2000-01-01')).toEqual([404, 404, 404]));

  it('finds nothing of a letter that is not known, or was not yet', async () => {
    expect(await statuses('R-later/history', 'R-later/history?asOf=2000-01-01', 'R2/history?knownAt=2020-09-05')).toEqual([404, 404, 404]);
  });

  it('settles only letters to that employer', async () => {
    const { body } = await netral.get('/v1/recommendations/R1?asOf=2020-11-02', { key: 'investigator' });
    expect(body.persons.map(({ state }: { state: string }) => state)).toEqual(['settled', 'in-process']);
    const { body: found } = await netral.get('/v1/figures/anomalies?by=kind&asOf=2020-11-02');
    expect(found.cells).toContainEqual(expect.objectContaining({ key: { kind: 'sanction-without-recommendation' }, value: 2 }));
  });
});

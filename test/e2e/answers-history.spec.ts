import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision, person, say, SEASON } from './answers.history';
import { subjectOf } from './answers.routes';

interface Change { readonly field: string; readonly before: unknown; readonly after: unknown }
interface Item { readonly position: string; readonly type: string; readonly agency: string; readonly effectiveOn: string; readonly summary: { id: string; en: string }; readonly changes: readonly Change[] }

describe('the history of a matter', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts);
    await netral.give(
      say('2020-10-25T02:00:00.000Z', 'ppk', 'FactCorrected', 'p-4', {
        season: SEASON, correctedType: 'SanctionImposed', correctedVersion: 1, matter: 'R1', messageSource: 'urn:netral:ppk', messageId: 'p-2', correctedOn: '2020-10-24', reason: 'Salah tanggal',
        data: { season: SEASON, recommendationId: 'R1', employer: '74.07', imposedOn: '2020-09-29', decreeNumber: '800/1', decreeDate: '2020-09-28', sanction: 'moral-open', persons: [person(1)] },
      }),
      say('2020-10-26T02:00:00.000Z', 'ppk', 'FactRetracted', 'p-5', {
        season: SEASON, retractedType: 'FollowUpStarted', matter: 'R1', messageSource: 'urn:netral:ppk', messageId: 'p-1', retractedOn: '2020-10-26', reason: 'Keliru',
      }),
      say('2020-10-27T02:00:00.000Z', 'kasn', 'RecommendationWithdrawn', 'k-8', { season: SEASON, recommendationId: 'R1', employer: '74.07', withdrawnOn: '2020-10-27', reason: 'Keliru', persons: [person(2)] }),
    );
  });
  afterAll(() => netral.close());
  const history = async (path: string): Promise<readonly Item[]> => {
    const { status, body } = await netral.get(path, { key: 'investigator' });
    expect([path, status]).toEqual([path, 200]);
    return (body as { items: Item[] }).items;
  };
  const changed = (item: Item, field: string): readonly unknown[] => item.changes.filter((change) => change.field === field).map(({ before, after }) => [before, after]);

  it('gives the events behind it, oldest first, each with its own day and agency', async () => {
    const items = await history('/v1/recommendations/R1/history');
    expect(items.map(({ type, agency, effectiveOn }) => [type, agency, effectiveOn])).toEqual([
      ['RecommendationIssued', 'kasn', '2020-09-02'], ['FollowUpStarted', 'ppk', '2020-09-20'], ['SanctionImposed', 'ppk', '2020-09-28'],
      ['FactCorrected', 'ppk', '2020-10-24'], ['FactRetracted', 'ppk', '2020-10-26'], ['RecommendationWithdrawn', 'kasn', '2020-10-27'],
    ]);
    expect(items.map(({ position }) => position)).toEqual(items.map(({ position }) => position).sort());
    expect(items[3]!.summary).toEqual({ id: 'Fakta dikoreksi: Sanksi dijatuhkan', en: 'Fact corrected: Sanction imposed' });
  });

  it('says what each event changed, from what to what', async () => {
    const [issued, started, sanctioned, corrected, retracted, withdrawn] = await history('/v1/recommendations/R1/history') as [Item, Item, Item, Item, Item, Item];
    expect(changed(issued, 'letterNumber')).toEqual([[null, 'R-R1/KASN/9/2020']]);
    expect(changed(issued, 'counts.notStarted')).toEqual([[null, 2]]);
    expect(changed(issued, 'dueOn')).toEqual([[null, '2020-09-16']]);
    expect(changed(started, 'counts.inProcess')).toEqual([[0, 2]]);
    expect(changed(sanctioned, 'counts.settled')).toEqual([[0, 1]]);
    expect(corrected.changes).toEqual([{ field: expect.stringMatching(/^persons\.[0-9a-f-]{36}\.settledOn$/), before: '2020-09-28', after: '2020-09-29' }]);
    expect(changed(retracted, 'counts.notStarted')).toEqual([[0, 1]]);
    expect(changed(withdrawn, 'state')).toEqual([['open', 'closed']]);
  });

  it('adds up: the changes of all events make the matter as it stands', async () => {
    const fields = new Map<string, unknown>();
    for (const { changes } of await history('/v1/recommendations/R1/history')) {
      for (const { field, before, after } of changes) {
        expect([field, fields.get(field) ?? null]).toEqual([field, before]);
        fields.set(field, after);
      }
    }
    const { body } = await netral.get('/v1/recommendations/R1', { key: 'investigator' });
    expect([fields.get('state'), fields.get('dueOn')]).toEqual([body.state, body.dueOn]);
    for (const each of body.persons as { subject: string; state: string }[]) expect(fields.get(`persons.${each.subject}.state`)).toBe(each.state);
  });

  it('is that of the moment asked: what was not known then is not in it, what was not in effect changed nothing', async () => {
    expect(await history('/v1/recommendations/R1/history?knownAt=2020-10-05')).toHaveLength(3);
    const [, , sanctioned] = await history('/v1/recommendations/R1/history?asOf=2020-09-27') as [Item, Item, Item];
    expect(sanctioned.changes).toEqual([]);
    expect((await netral.get('/v1/recommendations/R1/history?knownAt=2020-09-01', { key: 'investigator' })).status).toBe(404);
  });

  it('of an employer is that of all its matters, oldest first, by pages', async () => {
    const all = await history('/v1/employers/74.07/history') as readonly (Item & { readonly of: string })[];
    expect(all.map(({ position }) => position)).toEqual(all.map(({ position }) => position).sort());
    expect([...new Set(all.map(({ of }) => of))].sort()).toEqual([
      '/v1/complaints/P-1', `/v1/personnel/${await subjectOf(netral)}`, '/v1/recommendations/R1', '/v1/reports/L-1',
    ]);
    const one = await history('/v1/recommendations/R1/history');
    expect(all.filter(({ of }) => of === '/v1/recommendations/R1').map(({ of: _of, ...event }) => event)).toEqual(one);
    const { body } = await netral.get('/v1/employers/74.07/history?limit=4', { key: 'investigator' });
    const rest = await history(`/v1/employers/74.07/history?after=${(body as { next: string }).next}`);
    expect([...(body as { items: Item[] }).items, ...rest]).toEqual(all);
    expect(await history('/v1/employers/91.01/history')).toEqual([]);
  });

  it('is kept of reports, complaints and personnel records too', async () => {
    expect((await history('/v1/reports/L-1/history')).map(({ type }) => type)).toEqual(['ViolationReported']);
    expect((await history('/v1/complaints/P-1/history')).map(({ type }) => type)).toEqual(['ComplaintRegistered']);
    const [blocked] = await history(`/v1/personnel/${await subjectOf(netral)}/history`) as [Item];
    expect(blocked.type).toBe('PersonnelDataBlocked');
    expect(changed(blocked, 'seasons.0.blocked')).toEqual([[null, 'both']]);
  });
});

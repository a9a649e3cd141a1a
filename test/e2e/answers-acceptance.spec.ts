import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision } from './answers.history';
import { misfits } from './answers.schema';

interface Refused { readonly errors: readonly { readonly parameter?: string; readonly pointer?: string; readonly found: string; readonly expected: string }[] }

describe('what an asker relies on', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts);
  });
  afterAll(() => netral.close());
  const get = async (path: string, key?: string) => {
    const { status, body } = await netral.get(path, key === undefined ? {} : { key });
    return { status, body: body as Record<string, unknown> };
  };
  const errorsOf = async (path: string) => (await get(path)).body as unknown as Refused;

  it('a code of another edition is taken as the season writes it, and named so', async () => {
    const [there, own] = [await get('/v1/employers/94.01'), await get('/v1/employers/91.01')];
    expect([there.status, (there.body as { code: string }).code === '94.01']).toEqual([200, false]);
    expect(own.status === 200 || own.status === 404).toBe(true);
    const { body } = await get('/v1/figures/overdue?employer=94.01');
    expect((body['filters'] as { employer: string }).employer).toBe((there.body as { code: string }).code);
    expect((await get('/v1/recommendations?employer=94.01')).body['filters']).toEqual(body['filters']);
    expect((await get('/v1/figures/overdue?employer=99.99')).status).toBe(400);
  });

  it('an event of a later day than asked stands in the history as not in effect, and has changed nothing', async () => {
    const items = (await get('/v1/recommendations/R1/history?asOf=2020-01-01', 'investigator')).body['items'] as { effectiveOn: string; inEffect: boolean; changes: object[] }[];
    expect(items.length).toBeGreaterThan(0);
    for (const { effectiveOn, inEffect, changes } of items) expect([inEffect, inEffect || changes.length === 0]).toEqual([effectiveOn <= '2020-01-01', true]);
  });

  it('a limited PPK is told the same of a letter to another as of one that is not there', async () => {
    for (const path of ['', '/history']) {
      const [another, absent] = [await get(`/v1/recommendations/R1${path}`, 'ppk-33-11'), await get(`/v1/recommendations/none${path}`, 'ppk-33-11')];
      expect([another.status, another.body]).toEqual([404, absent.body]);
    }
  });

  it('a refusal names what was found', async () => {
    expect((await errorsOf('/v1/figures/blocks?from=2020-11-01&asOf=2020-10-01')).errors[0]).toMatchObject({ parameter: 'from', found: '2020-11-01' });
    expect((await errorsOf('/v1/figures/blocks?until=2020-11-01&asOf=2020-10-01')).errors[0]).toMatchObject({ parameter: 'until', found: '2020-11-01' });
    expect((await errorsOf('/v1/figures/reported?unit=records')).errors).toContainEqual(expect.objectContaining({ parameter: 'unit', found: 'records', expected: 'one of persons, reports' }));
    expect((await errorsOf('/v1/figures/share?of=nothing&by=employer')).errors[0]).toMatchObject({ parameter: 'of', found: 'nothing', expected: expect.not.stringContaining('share') });
    expect(JSON.stringify([await get('/v1/figures/share?of=nothing'), await get('/v1/caller?x=1')])).not.toContain('one of none');
    expect(((await get('/v1/dead-letters?limit=many', 'operator')).body as unknown as Refused).errors[0]).toMatchObject({ parameter: 'limit', found: 'many' });
  });

  it('the titles of problems are Indonesian first', async () => {
    expect((await get('/v1/figures/none')).body['title']).toBe('Tidak ada yang demikian. · There is no such thing.');
  });

  it('the list of letters tells what due days it cannot tell', async () => {
    const { body } = await get('/v1/recommendations');
    expect(body['notes']).toEqual((await get('/v1/figures/overdue')).body['notes']);
  });

  it.each([
    ['/v1/events?x=1', { 'content-type': 'application/cloudevents+json' }, '{}', 400, 'parameter'],
    ['/v1/events', { 'content-type': 'text/plain' }, '{}', 415, 'parameter'],
    ['/v1/events', { 'content-type': 'application/cloudevents-batch+json' }, '{}', 400, 'pointer'],
    ['/v1/events', { 'content-type': 'application/cloudevents+json' }, ' '.repeat(2_000_000), 413, 'pointer'],
  ] as const)('what is handed over wrongly to %s %j is refused with what was found', async (path, headers, body, status, place) => {
    const answer = await netral.get(path, { method: 'POST', body: body, key: 'bawaslu', headers });
    expect(answer.status).toBe(status);
    expect((answer.body as Refused).errors[0]).toEqual({ [place]: expect.any(String), found: expect.any(String), expected: expect.any(String) });
  });

  it('receipts and set-aside messages have the form described; one judged anew says by its status what became of it', async () => {
    const aside = await netral.get('/v1/events', { method: 'POST', body: '{"specversion":"1.0"}', key: 'bawaslu', headers: { 'content-type': 'application/cloudevents+json' } });
    expect([aside.status, misfits('Receipt', aside.body)]).toEqual([202, []]);
    const { deadLetter } = aside.body as { deadLetter: string };
    expect(misfits('DeadLetter', (await get(`/v1/dead-letters/${deadLetter}`, 'operator')).body)).toEqual([]);
    const again = await netral.get(`/v1/dead-letters/${deadLetter}/redrive`, { method: 'POST', body: '', key: 'operator' });
    expect([again.status, misfits('Receipt', again.body)]).toEqual([202, []]);
  });

  it('a person who follows a used sign-in address reads a page', async () => {
    const page = await netral.get('/masuk?token=used', { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect([page.status, page.headers.get('content-type'), page.text.includes('lang="id"')]).toEqual([401, expect.stringContaining('text/html'), true]);
    expect((await netral.get('/masuk?token=used')).headers.get('content-type')).toContain('application/problem+json');
  });
});

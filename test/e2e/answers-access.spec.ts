import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision, nip } from './answers.history';
import { everyKey, routesOfTest, subjectOf, type Route } from './answers.routes';
import { misfits } from './answers.schema';

describe('who may ask what', () => {
  let netral: TestNetral;
  let routes: readonly Route[];
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts);
    routes = routesOfTest(await subjectOf(netral));
  });
  afterAll(() => netral.close());

  const table = async (ask: (path: string) => Promise<{ readonly status: number }>, expected: (route: Route) => number) => {
    const found = await Promise.all(routes.map(async ({ path }) => `${path} ${(await ask(path)).status}`));
    expect(found).toEqual(routes.map((route) => `${route.path} ${expected(route)}`));
  };

  it('a stranger sees what is public, and is asked for a key at all else', () =>
    table((path) => netral.get(path), (route) => (route.public === true ? 200 : 401)));

  it.each(everyKey)('the key %s sees what is its own', (key) =>
    table((path) => netral.get(path, { key }), (route) => (route.keys.includes(key) ? 200 : key === 'ppk-33-11' && route.path.startsWith('/v1/recommendations/R1') ? 404 : 403)));

  it('a wrong key is refused everywhere, rather than answered as a stranger', () =>
    table((path) => netral.get(path, { headers: { authorization: 'Bearer netral-wrong' } }), () => 401));

  it('what is given has the form described, whoever asks', async () => {
    const misfitting: string[] = [];
    for (const { path, schema, keys, public: open } of routes) {
      for (const key of [...(open === true ? [undefined] : []), ...keys]) {
        if (schema === undefined) continue;
        const { body } = await netral.get(path, key === undefined ? {} : { key });
        misfitting.push(...misfits(schema, body).map((problem) => `${path} as ${key}: ${problem}`));
      }
    }
    expect(misfitting).toEqual([]);
  });

  it('a problem has the form of every problem', async () => {
    for (const [path, status] of [['/v1/events', 401], ['/v1/figures/none', 404], ['/v1/figures/overdue?asOf=x', 400]] as const) {
      const answer = await netral.get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, expect.stringMatching(/^application\/problem\+json/)]);
      expect(misfits('Problem', answer.body)).toEqual([]);
    }
  });

  it('no answer holds a NIP or a name of a person, whoever asks', async () => {
    for (const { path } of routes) {
      for (const key of [undefined, ...everyKey]) {
        const { text } = await netral.get(path, key === undefined ? {} : { key });
        const personal = [/\b\d{18}\b/.test(text), text.includes('Pegawai Contoh'), [1, 2, 3, 4].some((serial) => text.includes(nip(serial)))];
        expect([path, key, ...personal]).toEqual([path, key, false, false, false]);
      }
    }
  });

  it('public answers and lists name no person, not even under a pseudonym', async () => {
    const subject = await subjectOf(netral);
    for (const { path, public: open, schema } of routes) {
      if (open !== true || schema === undefined) continue;
      const { text } = await netral.get(path);
      expect([path, text.includes(subject), text.includes('"subject"')]).toEqual([path, false, false]);
    }
  });

  it('a matter that is not there is not found, by those who may read its kind', async () => {
    for (const [path, key, status] of [
      ['/v1/recommendations/none', 'kasn', 404], ['/v1/recommendations/none', 'bkn', 403], ['/v1/personnel/none', 'bkn', 404], ['/v1/reports/none', 'kasn', 403],
      ['/v1/recommendations/none/history', 'investigator', 404], ['/v1/employers/99.99', undefined, 404], ['/v1/vocabularies/none', undefined, 404],
    ] as const) {
      expect([path, (await netral.get(path, key === undefined ? {} : { key })).status]).toEqual([path, status]);
    }
  });

  it('each read of a person is written down: which key, what, whom', async () => {
    const subject = await subjectOf(netral);
    await netral.get(`/v1/personnel/${subject}`, { key: 'investigator' });
    const directory = join(netral.dataDir, 'access-log');
    const lines = readdirSync(directory).flatMap((file) => readFileSync(join(directory, file), 'utf8').trim().split('\n')).map((line) => JSON.parse(line) as object);
    expect(lines).toContainEqual(expect.objectContaining({ keyId: 'investigator', what: '/v1/personnel/:subjectId', of: subject }));
    expect(JSON.stringify(lines)).not.toMatch(/\b\d{18}\b/);
  });
});

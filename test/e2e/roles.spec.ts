import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { MODELS_FEED, READ_MODELS, READINESS, type ModelsFeed, type ReadModels, type Readiness } from '@netral/application';
import { NetralModule } from '@netral/application/netral.module';
import { createHttpApp, type HttpRole } from '@netral/http';
import { ConfigError, readConfig, silentLog } from '@netral/platform';
import { READ_STORE, type ReadStore } from '@netral/read-store';
import { openNetral, type TestNetral } from '../support/netral';
import { temporaryFolder } from '../support/temporary-folder';
import { facts, jointDecision, letter, say } from './answers.history';

const QUESTIONS = [
  '/v1/figures/recommended', '/v1/figures/overdue?by=province', '/v1/figures/blocked', '/v1/recommendations?limit=50', '/v1/employers', '/v1/anomalies', '/v1/changes', '/v1/rules', '/v1/seasons', '/v1/events?limit=50',
];
const addressOf = (app: NestExpressApplication): string => `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;

describe('a process that only answers', () => {
  let [netral, api]: [TestNetral, NestExpressApplication] = [undefined as never, undefined as never];
  let time = 0;
  const serve = async (role: HttpRole, settings = {}): Promise<NestExpressApplication> => {
    const config = readConfig({ NETRAL_DATA_DIR: netral.dataDir, NETRAL_EVENT_STORE: 'sqlite', NETRAL_READ_STORE: 'sqlite', NETRAL_TAIL_MS: '10', ...settings });
    const app = await createHttpApp(NetralModule.forAnswering(config, { log: silentLog, clock: { now: () => time } }), role);
    await app.listen(0, '127.0.0.1');
    return app;
  };
  const ask = (path: string, init: RequestInit = {}) => fetch(addressOf(api) + path, init);
  const caughtUp = async (): Promise<void> => {
    const models = api.get<ReadModels>(READ_MODELS);
    while (models.length < netral.app.get<ReadModels>(READ_MODELS).length) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  beforeAll(async () => {
    netral = await openNetral({ stores: 'sqlite' });
    time = Date.UTC(2020, 10, 2, 3);
    await netral.give(...jointDecision, ...facts);
    api = await serve('api');
  });
  afterAll(async () => {
    api.getHttpServer().closeAllConnections();
    await api.close();
    await netral.close();
  });

  it('gives the same bytes as the one that folds, also of what comes later', async () => {
    for (const late of [false, true]) {
      if (late) await netral.give(say('2020-11-02T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-role', letter('R-role', '2020-11-01', '74.07', [77])));
      await caughtUp();
      for (const path of QUESTIONS) {
        const answered = await ask(path, { headers: { authorization: `Bearer ${netral.keys['investigator']}` } });
        const expected = await netral.get(path, { key: 'investigator' });
        expect(`${path} ${answered.status} ${await answered.text()}`).toBe(`${path} ${expected.status} ${expected.text}`);
      }
    }
  });

  it('goes over to read models that were folded anew', async () => {
    const feed = api.get<ModelsFeed>(MODELS_FEED);
    let told = 0;
    const forget = feed.onCommit(() => void (told += 1));
    await netral.projector.rebuild();
    while (told === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    forget();
    expect(await (await ask('/v1/figures/recommended')).text()).toBe((await netral.get('/v1/figures/recommended')).text);
  });

  it('tells who listens of what another process folded', async () => {
    const stop = new AbortController();
    const reader = (await ask('/v1/live', { signal: stop.signal })).body!.getReader();
    const [receipt] = await netral.give(say('2020-11-02T02:30:00.000Z', 'kasn', 'RecommendationIssued', 'k-role-2', letter('R-role-2', '2020-11-01', '74.07', [78])));
    let heard = '';
    while (!heard.includes((receipt as { position: string }).position)) heard += Buffer.from((await reader.read()).value!).toString();
    expect(heard).toContain('event: position');
    stop.abort();
  });

  it.each([
    ['POST', '/v1/events', 405, 'POST /v1/events at the ingestor'], ['GET', '/v1/dead-letters', 404, 'ingestor'], ['POST', '/v1/dead-letters/x/redrive', 404, 'ingestor'], ['POST', '/v1/rebuilds', 404, 'projector'],
  ])('says where %s %s is served', async (method, path, status, words) => {
    const response = await ask(path, { method });
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([status, 'application/problem+json']);
    expect(((await response.json()) as { detail: string }).detail).toContain(words);
  });

  it('is ready, and tells how far it is', async () => {
    expect(await api.get<Readiness>(READINESS).check()).toBe('live');
    expect((await ask('/health/ready')).status).toBe(200);
    const { projections } = (await (await ask('/v1/projections', { headers: { authorization: `Bearer ${netral.keys['operator']}` } })).json()) as { projections: { state: string; lag: { events: number } }[] };
    expect(projections.map(({ state, lag }) => [state, lag.events])).toEqual(projections.map(() => ['live', 0]));
  });
});

describe('a process that answers before the read models can be read', () => {
  const folder = temporaryFolder();

  it('answers not yet, neither zero nor no season', async () => {
    const netral = await openNetral({ stores: 'sqlite', dataDir: folder });
    const config = readConfig({ NETRAL_DATA_DIR: folder, NETRAL_READ_STORE: 'mongodb://127.0.0.1:9/nowhere', NETRAL_MONGODB_TIMEOUT_MS: '100' });
    const api = await createHttpApp(NetralModule.forAnswering(config, { log: silentLog }), 'api');
    await api.listen(0, '127.0.0.1');
    const found = await Promise.all(['/v1/figures/recommended', '/v1/seasons', '/health/ready', '/health/live', '/docs'].map(async (path) => {
      const response = await fetch(addressOf(api) + path);
      return [path, response.status, response.headers.has('retry-after')];
    }));
    expect(found).toEqual([['/v1/figures/recommended', 503, true], ['/v1/seasons', 503, true], ['/health/ready', 503, true], ['/health/live', 200, false], ['/docs', 200, false]]);
    api.getHttpServer().closeAllConnections();
    await api.close();
    await netral.close();
  });
});

describe('a process that takes messages in', () => {
  it('serves the way in, and neither answers nor folds', async () => {
    const embedded = await openNetral({ stores: 'sqlite' });
    const { dataDir, keys } = embedded;
    await embedded.give(...jointDecision);
    await embedded.stop();
    const app = await createHttpApp(NetralModule.forIngest(readConfig({ NETRAL_DATA_DIR: dataDir }), { log: silentLog }), 'ingestor');
    await app.listen(0, '127.0.0.1');
    const ask = async (path: string, method = 'GET') => (await fetch(addressOf(app) + path, { method, headers: { authorization: `Bearer ${keys['operator']}` } })).status;
    expect([await ask('/health/ready'), await ask('/v1/dead-letters'), await ask('/v1/events', 'POST'), await ask('/v1/figures'), await ask('/v1/rebuilds', 'POST'), await ask('/')]).toEqual([200, 200, 415, 404, 404, 404]);
    app.getHttpServer().closeAllConnections();
    await app.close();
    await (await openNetral({ stores: 'sqlite', dataDir })).close();
  });
});

describe('roles that share nothing', () => {
  it.each([
    ['forIngest', ['NETRAL_EVENT_STORE']], ['forFold', ['NETRAL_EVENT_STORE', 'NETRAL_READ_STORE']], ['forAnswering', ['NETRAL_EVENT_STORE', 'NETRAL_READ_STORE']],
  ] as const)('are refused at the start: %s', (role, variables) => {
    const config = readConfig({ NETRAL_EVENT_STORE: 'memory', NETRAL_READ_STORE: 'memory' });
    const refused = (): unknown => NetralModule[role](config, { log: silentLog });
    expect(refused).toThrow(ConfigError);
    for (const variable of variables) expect(refused).toThrow(`${variable}: found memory, expected a store that several processes can share`);
  });
});

describe('a process that answers with the projections of an earlier release', () => {
  it('says not yet when a newer one has folded anew, rather than that there is nothing', async () => {
    const netral = await openNetral({ stores: 'sqlite' });
    await netral.give(...jointDecision, ...facts);
    const config = readConfig({ NETRAL_DATA_DIR: netral.dataDir, NETRAL_TAIL_MS: '10' });
    const api = await createHttpApp(NetralModule.forAnswering(config, { log: silentLog }), 'api');
    await api.listen(0, '127.0.0.1');
    const models = api.get<ReadModels>(READ_MODELS);
    while (models.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const store = api.get<ReadStore>(READ_STORE);
    const [generation, fingerprint] = [store.generation.bind(store), store.fingerprint.bind(store)];
    Object.assign(store, { generation: async () => `${await generation()} newer`, fingerprint: async () => `${await fingerprint()} newer` });
    while (models.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const response = await fetch(`${addressOf(api)}/v1/figures/recommended`);
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([503, 'The read models cannot be read: their store is away, or another release made them.']);
    await expect(api.get<Readiness>(READINESS).check()).rejects.toThrow('the read models cannot be read');
    api.getHttpServer().closeAllConnections();
    await api.close();
    await netral.close();
  });
});

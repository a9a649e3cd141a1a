import { join } from 'node:path';
import { READ_MODELS, type ReadModels } from '@netral/application';
import { readSecrets } from '@netral/http/access/key-file';
import { ensureKeys } from '@netral/http/access/keys';
import { type StandIn, startStandIn } from '../kurrentdb/server/stand-in';
import { openNetral, type TestNetral } from '../support/netral';
import { temporaryFolder } from '../support/temporary-folder';
import { type CutProxy, cutProxy } from './cut-proxy';
import { describeEachMongo, inDatabase } from './describe-servers';
import { freePorts } from './free-port';
import { type RoleName, RoleProcess, sleep } from './role-process';
import { roleQuestions } from './roles-questions';
import { handOver, seasonGroups } from './roles-season';

const MESSAGES = 900;
const GROUP_MAX = 60;
const LONG_MS = 600_000;

describeEachMongo('the three roles as processes', (mongodb, { bulkWriteMax }) => {
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  const groups = seasonGroups(MESSAGES, GROUP_MAX);
  let [log, proxy, embedded]: [StandIn, CutProxy, TestNetral] = [undefined as never, undefined as never, undefined as never];
  let keys: Readonly<Record<string, string>> = {};
  let [ingestor, one, other, api, second]: RoleProcess[] = [];

  beforeAll(async () => {
    log = await startStandIn();
    ensureKeys(dataDir, Date.now());
    keys = readSecrets(dataDir);
    const { hostname, port } = new URL(mongodb);
    proxy = await cutProxy({ host: hostname, port: Number(port) });
    const shared = {
      NETRAL_DATA_DIR: dataDir, NETRAL_EVENT_STORE: log.address, NETRAL_VAULT: inDatabase(mongodb, `${new URL(mongodb).pathname.slice(1)}-vault`), NETRAL_READ_STORE: mongodb,
      NETRAL_MONGODB_BATCH_MAX: String(bulkWriteMax), NETRAL_MONGODB_TIMEOUT_MS: '20000', NETRAL_FOLD_LEASE_MS: '3000', NETRAL_MASTER_KEY_FILE: join(dataDir, 'secrets', 'master.key'),
    };
    const ports = await freePorts(8);
    const role = (name: RoleName, metrics: number, http?: number, more = {}): RoleProcess =>
      new RoleProcess({ role: name, environment: { ...shared, ...more }, metricsPort: ports[metrics]!, ...(http === undefined ? {} : { httpPort: ports[http]! }) });
    ingestor = role('ingestor', 0, 1);
    [one, other] = [role('projector', 2), role('projector', 3)];
    api = role('api', 4, 5);
    second = role('api', 6, 7, { NETRAL_READ_STORE: mongodb.replace(/\/\/[^/]*/, `//127.0.0.1:${proxy.port}`), NETRAL_MONGODB_TIMEOUT_MS: '4000' });
    for (const process of [ingestor, one, other, api, second]) process.start();
    await ingestor.until('taking');
  }, LONG_MS);
  afterAll(async () => {
    for (const process of [ingestor, one, other, api, second]) await process?.kill();
    await embedded?.close();
    await proxy?.close();
    await log?.stop();
  }, LONG_MS);

  const holder = async (): Promise<readonly [RoleProcess, RoleProcess]> => {
    for (;;) {
      const held = await Promise.all([one!, other!].map((process) => process.metric('netral_fold_lease_held').catch(() => 0)));
      if (held[0] === 1 && held[1] !== 1) return [one!, other!];
      if (held[1] === 1 && held[0] !== 1) return [other!, one!];
      await sleep(50);
    }
  };
  const send = async (from: number, until: number): Promise<readonly string[]> => {
    const outcomes: string[] = [];
    for (const { agency, lines } of groups.slice(from, until)) outcomes.push(...(await handOver(ingestor!.address, keys[agency]!, lines)));
    return outcomes;
  };
  const caughtUp = async (process: RoleProcess): Promise<void> => {
    await embedded.projector.caughtUp();
    while ((await process.metric('netral_model_events').catch(() => 0)) !== embedded.app.get<ReadModels>(READ_MODELS).length) await sleep(50);
  };
  const answersEqual = async (process: RoleProcess): Promise<void> => {
    await caughtUp(process);
    const asked = await roleQuestions(embedded);
    expect(asked.length).toBeGreaterThan(50);
    for (const path of asked) {
      const answered = await fetch(process.address + path, { headers: { authorization: `Bearer ${keys['investigator']}` } });
      const expected = await embedded.get(path, { key: 'investigator' });
      expect(`${path} ${answered.status} ${await answered.text()}`).toBe(`${path} ${expected.status} ${expected.text}`);
    }
  };
  const third = Math.floor(groups.length / 3);

  it('answer as the embedded one does, though each was killed again and again', async () => {
    const victims = [ingestor!, one!, api!, other!, ingestor!, second!];
    let outcomes = 0;
    for (let group = 0, victim = 0; group < third; group += 2, victim += 1) {
      const sending = send(group, Math.min(group + 2, third));
      const killed = victims[victim % victims.length]!;
      await sleep(100);
      await killed.kill();
      killed.start();
      outcomes += (await sending).length;
    }
    expect(outcomes).toBe(groups.slice(0, third).flatMap(({ lines }) => lines).length);
    await Promise.all([one!.until('live', 'standby', 'catching-up'), other!.until('live', 'standby', 'catching-up'), api!.until('live'), second!.until('live')]);
    embedded = await openNetral({ stores: 'sqlite', now: Date.now(), settings: { NETRAL_EVENT_STORE: log.address } });
    await answersEqual(api!);
    await answersEqual(second!);
  }, LONG_MS);

  it('fold nothing twice when a projector sleeps longer than its lease: another takes over, and the sleeper stands by', async () => {
    const [sleeper, heir] = await holder();
    await heir.until('standby');
    const sending = send(third, third + 3);
    await sleep(50);
    sleeper.pause();
    await sending;
    while ((await heir.metric('netral_fold_lease_held')) !== 1) await sleep(50);
    await caughtUp(api!);
    sleeper.resume();
    await sleeper.until('standby');
    expect(sleeper.logged.join('\n')).toMatch(/another process has folded; standing by|the lease to fold was lost; standing by/);
    await send(third + 3, third + 5);
    await answersEqual(api!);
  }, LONG_MS);

  it('rebuild while others answer and one stands by; the answers stay the same', async () => {
    const [holds, standby] = await holder();
    const begin = (process: RoleProcess, key?: string) => fetch(`${process.operations}/v1/rebuilds`, { method: 'POST', ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }) });
    expect([(await begin(holds)).status, (await begin(holds, keys['kasn'])).status, (await begin(standby, keys['operator'])).status]).toEqual([401, 403, 409]);
    const sending = send(third + 5, third + 7);
    // On a machine so busy that the lease runs out, a rebuild is given up; it is begun again at whoever folds then.
    for (let state = 'failed'; state !== 'done'; ) {
      const [folds] = await holder();
      const begun = await begin(folds, keys['operator']);
      for (state = begun.status === 202 ? 'running' : 'failed'; state === 'running'; ) {
        const answered = await fetch(`${api!.address}/v1/figures/recommended?asOf=2020-12-31`);
        expect([answered.status, ((await answered.json()) as { total: number }).total > 0]).toEqual([200, true]);
        state = ((await (await fetch(`${folds.operations}/v1/rebuilds`, { headers: { authorization: `Bearer ${keys['operator']}` } })).json()) as { state: string }).state;
      }
    }
    await sending;
    await answersEqual(api!);
    await answersEqual(second!);
  }, LONG_MS);

  it('hand the fold over at once when the one that folds is asked to stop, however long its lease', async () => {
    for (const process of [one!, other!]) {
      await process.stop();
      process.start({ NETRAL_FOLD_LEASE_MS: String(LONG_MS) });
      await process.until('live', 'standby', 'catching-up');
    }
    const [leaving, heir] = await holder();
    expect(await leaving.stop()).toBe(0);
    while ((await heir.metric('netral_fold_lease_held')) !== 1) await sleep(50);
    await send(third + 7, third + 8);
    await answersEqual(api!);
  }, LONG_MS);

  it('say so when the read store is away, and answer again by themselves when it is back', async () => {
    await second!.until('live');
    proxy.cut();
    await second!.until('not ready: Not ready: the read models cannot be read.');
    const letter = embedded.app.get<ReadModels>(READ_MODELS).idOf('recommendations', 0)!;
    const document = await fetch(`${second!.address}/v1/recommendations/${letter}?asOf=2020-12-31`, { headers: { authorization: `Bearer ${keys['investigator']}` } });
    expect([document.status, document.headers.get('content-type')?.split(';')[0], document.headers.has('retry-after')]).toEqual([503, 'application/problem+json', true]);
    expect(((await document.json()) as { detail: string }).detail).toMatch(/^The read models cannot be read just now/);
    proxy.mend();
    await second!.until('live');
    await answersEqual(second!);
  }, LONG_MS);

  it('leave with one clear line when the settings cannot be', async () => {
    const [port] = (await freePorts(1)) as [number];
    const wrong = new RoleProcess({ role: 'projector', metricsPort: port, environment: { NETRAL_DATA_DIR: dataDir, NETRAL_EVENT_STORE: 'memory', NETRAL_READ_STORE: mongodb } });
    wrong.start();
    expect(await wrong.left()).toBe(78);
    expect(wrong.logged.at(-1)).toContain('NETRAL_EVENT_STORE: found memory, expected a store that several processes can share');
  }, LONG_MS);
});

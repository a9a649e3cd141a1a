import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { cloudEvent, jointDecision, letter } from '@netral/application/ingest/testing/messages';
import { envFile, REPOSITORY } from '../../infra/compose-file';
import { describeOwnServers } from '../describe-servers';
import { freePorts } from '../free-port';
import { startMongoJavaServer } from '../mongo-java-server/mongo-java-server';
import { OwnServer } from '../own-server';
import { kafkaHome } from './kafka-home';
import { startKurrentDbNode } from './kurrentdb-node';
import { copyPlaced, layOutImage, type Places, runnable } from './laid-out';

const run = promisify(execFile);
const START_MS_MAX = 300_000;

describeOwnServers(['kafka', 'mongo-java-server'], 'docker-compose.yml, each service as a plain process', () => {
  const folder = join(tmpdir(), `netral-compose-${randomUUID()}`);
  const [secrets, settings, app, data] = ['secrets', '.env', 'app', 'data'].map((each) => join(folder, each)) as [string, string, string, string];
  const closing: (() => Promise<void>)[] = [];
  const roles: Record<string, OwnServer> = {};
  let places: Places;
  let [agenciesPort, apiPort] = [0, 0];
  const prepare = () => run('sh', ['infra/prepare.sh'], { cwd: REPOSITORY, env: { ...process.env, NETRAL_SECRETS: secrets, NETRAL_ENV_FILE: settings } });
  const secret = (name: string): string => readFileSync(join(secrets, name), 'utf8');
  const kafkaPassword = (user: string): string => new RegExp(`^${user}=(.*)$`, 'm').exec(secret('kafka-users'))?.[1] ?? '';

  /** Starts a service; it counts as started once its own health check says so. */
  const start = async (name: string, cwd: string): Promise<OwnServer> => {
    const { command, environment, check } = runnable(name, settings, places);
    const [program, ...args] = check ?? ['false'];
    const home = join(folder, name);
    mkdirSync(home, { recursive: true });
    const server = new OwnServer({ name, address: '', folder: home, cwd, command, environment, ask: () => run(program, args, { cwd, env: environment }) });
    closing.push(() => server.close());
    await server.start();
    return server;
  };
  const setUp = (name: string): Promise<{ stdout: string }> => {
    const { command: [program, ...args], environment } = runnable(name, settings, places);
    return run(program, args, { cwd: app, env: environment });
  };

  beforeAll(async () => {
    mkdirSync(folder, { mode: 0o700 });
    await Promise.all([prepare(), run(process.execPath, ['infra/build/ensure-built.mjs', 'code'], { cwd: REPOSITORY })]);
    layOutImage(app);
    for (const each of [data, join(folder, 'access-log'), join(folder, 'log')]) mkdirSync(each);
    const [brokerPort, clientsPort, controllerPort, agencies, ingestorHttp, api, ...metrics] = (await freePorts(9)) as [number, number, number, number, number, number, ...number[]];
    [agenciesPort, apiPort] = [agencies, api];
    const kurrentdb = await startKurrentDbNode(join(secrets, 'kurrentdb-key'), join(secrets, 'kurrentdb-crt'), envFile(settings)['KURRENTDB_ADMIN_PASSWORD'] as string);
    closing.push(() => kurrentdb.close());
    const mongodb = await startMongoJavaServer();
    closing.push(() => mongodb.close());
    copyPlaced('infra/kafka/server.properties', join(folder, 'server.properties'),
      { '0.0.0.0': '127.0.0.1', ':9091': `:${brokerPort}`, ':9092': `:${clientsPort}`, ':9093': `:${controllerPort}`, ':9094': `:${agencies}` });
    const metricsOf = (name: string, index: number) => [name, { NETRAL_METRICS_PORT: String(metrics[index]) }] as const;
    const [password, vaultPassword] = [envFile(settings)['MONGODB_PASSWORD'] as string, envFile(settings)['MONGODB_VAULT_PASSWORD'] as string];
    places = {
      texts: {
        'kurrentdb:2113': `localhost:${kurrentdb.port}`, 'kafka:9092': `127.0.0.1:${clientsPort}`, 'localhost:9094': `localhost:${agencies}`, '127.0.0.1:9091': `127.0.0.1:${brokerPort}`,
        // This server knows neither users nor replica sets.
        [`netral:${password}@mongodb:27017/netral?replicaSet=netral`]: `${new URL(mongodb.address).host}/netral`,
        [`netral-vault:${vaultPassword}@mongodb:27017/netral-vault?replicaSet=netral`]: `${new URL(mongodb.address).host}/netral-vault`, 'mongodb://mongodb:27017': mongodb.address,
        '/run/secrets': secrets, '/etc/netral/start.sh': join(REPOSITORY, 'infra/kafka/start.sh'), '/opt/kafka': join(folder, 'kafka-home'), '0.0.0.0': '127.0.0.1',
      },
      environment: {
        kafka: {
          KAFKA_HOME: '/opt/kafka', KAFKA_SECRETS: '/run/secrets', KAFKA_DATA: join(folder, 'log'), KAFKA_RUN: join(folder, 'kafka'), KAFKA_BROKER_PORT: String(brokerPort),
          KAFKA_TEMPLATE: join(folder, 'server.properties'),
        },
        'set-up-mongodb': { MONGODB_ROOT_PASSWORD_FILE: undefined, MONGODB_REPLICA_SET: undefined },
        'set-up-keys': { NETRAL_DATA_DIR: data, NETRAL_MASTER_KEY_FILE: join(data, 'secrets/master.key') },
        ingestor: { ...metricsOf('ingestor', 0)[1], NETRAL_DATA_DIR: data, NETRAL_MASTER_KEY_FILE: join(data, 'secrets/master.key'), NETRAL_HTTP_PORT: String(ingestorHttp) },
        projector: { ...metricsOf('projector', 1)[1], NETRAL_DATA_DIR: data },
        api: { ...metricsOf('api', 2)[1], NETRAL_DATA_DIR: data, NETRAL_HTTP_PORT: String(api), NETRAL_ACCESS_LOG_DIR: join(folder, 'access-log') },
      },
    };
    await kafkaHome(join(folder, 'kafka-home'));
    await start('kafka', folder);
  }, START_MS_MAX);

  afterAll(async () => {
    for (const close of closing.reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  }, START_MS_MAX);

  /** As an agency from outside: over TLS, signed in, trusting the authority of this installation. */
  const outside = (user: string, password = kafkaPassword(user)): Kafka => new Kafka({
    brokers: [`localhost:${agenciesPort}`], logLevel: logLevel.NOTHING, ssl: { ca: [secret('ca-crt')] }, sasl: { mechanism: 'scram-sha-512', username: user, password }, retry: { retries: 3 },
  });
  const publish = async (user: string, topic: string, events: readonly { readonly subject: string }[]): Promise<void> => {
    const producer = outside(user).producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    try {
      await producer.send({ topic, acks: -1, messages: events.map((event) => ({ key: event.subject, value: JSON.stringify(event), headers: { 'content-type': 'application/cloudevents+json' } })) });
    } finally {
      await producer.disconnect();
    }
  };

  it('has secrets that nobody else can reach, and makes none twice', async () => {
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    const before = [readFileSync(settings, 'utf8'), secret('kafka-users'), secret('ca-crt'), secret('netral-master-key')];
    await prepare();
    expect([readFileSync(settings, 'utf8'), secret('kafka-users'), secret('ca-crt'), secret('netral-master-key')]).toEqual(before);
    expect(new Set(secret('kafka-users').trim().split('\n').map((line) => line.split('=')[1])).size).toBe(8);
  });

  it('is set up, and set up again without a change', async () => {
    const said = async (): Promise<readonly string[]> => {
      const lines: string[] = [];
      for (const name of ['set-up-kurrentdb', 'set-up-kafka', 'set-up-mongodb', 'set-up-keys']) lines.push(...(await setUp(name)).stdout.trim().split('\n'));
      return lines;
    };
    expect(await said()).toEqual(expect.arrayContaining(['user netral: made', 'user netral-vault: unknown to this server', 'default rights: set', 'rights on the whole log: set', 'topic made: netral.kasn', 'master key: placed', 'keys: ready']));
    const again = await said();
    expect(again).toEqual(expect.arrayContaining(['user netral: stands', 'user netral-vault: unknown to this server', 'default rights: stand', 'rights on the whole log: stand', 'master key: stands', 'access keys: stand']));
    expect(again.filter((line) => /made|placed|: set$/.test(line))).toEqual([]);
  }, START_MS_MAX);

  it('starts the three roles until their health checks are content', async () => {
    const shared = (): readonly string[] => readdirSync(data, { recursive: true }).map(String).sort();
    roles['ingestor'] = await start('ingestor', app);
    const before = shared();
    for (const name of ['projector', 'api']) roles[name] = await start(name, app);
    // Both have that folder to read only.
    expect(shared()).toEqual(before);
    expect(Object.values(roles).map(({ pid }) => typeof pid)).toEqual(['number', 'number', 'number']);
  }, START_MS_MAX);

  it('takes what agencies publish from outside, gives each a receipt, and answers from it', async () => {
    await publish('operator', 'netral.operator', jointDecision.map(({ content }) => JSON.parse(String(content)) as { subject: string }));
    const consumer = outside('kasn').consumer({ groupId: `netral-kasn-${randomUUID()}` });
    await consumer.connect();
    await consumer.subscribe({ topic: 'netral.receipts', fromBeginning: true });
    const receipts = new Map<string, string>();
    await consumer.run({ eachMessage: async ({ message: { key, value } }) => void receipts.set(String(key), (JSON.parse(String(value)) as { outcome: string }).outcome) });
    const until = async (count: number): Promise<void> => {
      while (receipts.size < count) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await until(jointDecision.length);
    await publish('kasn', 'netral.kasn', [cloudEvent('RecommendationIssued', 'letter-1', letter('L1'), { version: 2, subject: 'L1' })]);
    await until(jointDecision.length + 1);
    await consumer.disconnect();
    expect(new Set(receipts.values())).toEqual(new Set(['recorded']));
    const keys = JSON.parse(readFileSync(join(data, 'secrets/keys.json'), 'utf8')) as Record<string, string>;
    const letters = (): Promise<string> => fetch(`http://127.0.0.1:${apiPort}/v1/recommendations/L1`, { headers: { authorization: `Bearer ${keys['investigator']}` } }).then((answer) => answer.text());
    let answer = await letters();
    while (!answer.includes('R-L1/KASN/9/2020')) answer = await letters();
    expect(answer).toContain('74.07');
  });

  it('refuses an agency another’s topic, and whoever brings no password of this installation', async () => {
    await expect(publish('kasn', 'netral.bkn', [{ subject: 'x' }])).rejects.toThrow(/not authorized/i);
    await expect(outside('kasn', 'wrong').admin().connect()).rejects.toThrow(/authentication failed/i);
  });

  it('stops when it is asked to, with what is begun finished', async () => {
    await Promise.all(Object.values(roles).map((role) => role.stop()));
    expect(Object.entries(roles).map(([name, { exitCode }]) => [name, exitCode])).toEqual([['ingestor', 0], ['projector', 0], ['api', 0]]);
  });
});

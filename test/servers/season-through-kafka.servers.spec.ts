import { join } from 'node:path';
import { READ_MODELS, topicOf, type ReadModels } from '@netral/application';
import { loadSeason } from '@netral/application/season';
import { readSecrets } from '@netral/http/access/key-file';
import { ensureKeys } from '@netral/http/access/keys';
import { KafkaMessaging } from '@netral/messaging/kafka/kafka-messaging';
import type { OutgoingMessage } from '@netral/messaging';
import { seasonMessages } from '@netral/season';
import { randomOf } from '../bench/statistics';
import { type StandIn, startStandIn } from '../kurrentdb/server/stand-in';
import { openNetral, type TestNetral } from '../support/netral';
import { temporaryFolder } from '../support/temporary-folder';
import { describeOwnServers, ownKafka } from './describe-servers';
import { freePorts } from './free-port';
import { kafkaOptions } from './kafka/kafka-under-test';
import { accounted, NetralTopics } from './kafka/netral-on-kafka';
import { startMongoJavaServer } from './mongo-java-server/mongo-java-server';
import type { OwnServer } from './own-server';
import { type RoleName, RoleProcess, sleep } from './role-process';
import { roleQuestions } from './roles-questions';

const SEED = 2020;
const PARTITIONS = 3;
const AT_ONCE = 100;
const KILLS = 8;
const KILL_EVERY_MS = 2_500;
const LONG_MS = 900_000;
const FIGURES = ['reported', 'forwarded', 'recommended', 'settled', 'in-process', 'pending', 'overdue', 'follow-up-rate', 'blocked', 'blocks', 'unblocks', 'recommended?by=regionType', 'overdue?by=province'];

/** What each agency has to say in the season, in its order, as it goes on its topic. Some of it is meant to be wrong. */
const seasonByAgency = (): ReadonlyMap<string, readonly OutgoingMessage[]> => {
  const found = new Map<string, OutgoingMessage[]>();
  for (const { agency, message } of seasonMessages({ seed: SEED })) {
    const value = typeof message === 'string' ? message : JSON.stringify(message);
    const key = typeof message === 'string' ? null : (message as { subject?: string }).subject ?? null;
    found.set(agency, [...(found.get(agency) ?? []), { key, value, headers: { 'content-type': 'application/cloudevents+json' } }]);
  }
  return found;
};

describeOwnServers(['kafka', 'mongo-java-server'], 'the season of 2020, published by all agencies through Kafka while processes are killed', () => {
  const broker = ownKafka();
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  const season = seasonByAgency();
  const sent = [...season.values()].reduce((sum, messages) => sum + messages.length, 0);
  const roles: RoleProcess[] = [];
  let [log, mongodb, topics, onLog, embedded]: [StandIn?, OwnServer?, NetralTopics?, TestNetral?, TestNetral?] = [];
  let [ingestors, projectors, api]: [RoleProcess[], RoleProcess[], RoleProcess?] = [[], []];

  beforeAll(async () => {
    [log, mongodb] = await Promise.all([startStandIn(), startMongoJavaServer()]);
    topics = new NetralTopics(broker().address);
    await topics.create(PARTITIONS);
    ensureKeys(dataDir, Date.now());
    const shared = {
      NETRAL_DATA_DIR: dataDir, NETRAL_EVENT_STORE: log.address, NETRAL_VAULT: `${mongodb.address}/vault`, NETRAL_READ_STORE: `${mongodb.address}/models`, NETRAL_FOLD_LEASE_MS: '2000',
      NETRAL_MASTER_KEY_FILE: join(dataDir, 'secrets', 'master.key'), NETRAL_KAFKA_BROKERS: broker().address,
    };
    const ports = [...(await freePorts(8))];
    const role = (name: RoleName, member: string, http = false): RoleProcess => {
      const process = new RoleProcess({ role: name, environment: { ...shared, NETRAL_KAFKA_MEMBER: member }, metricsPort: ports.pop()!, ...(http ? { httpPort: ports.pop()! } : {}) });
      roles.push(process);
      return process;
    };
    ingestors = [role('ingestor', 'one', true), role('ingestor', 'two', true)];
    projectors = [role('projector', 'one'), role('projector', 'two')];
    api = role('api', 'one', true);
    for (const process of roles) process.start();
    await ingestors[0]!.until('taking');
  }, LONG_MS);
  afterAll(async () => {
    for (const process of roles) await process.kill();
    await onLog?.close();
    await embedded?.close();
    await topics?.hand.close();
    await mongodb?.close();
    await log?.stop();
  }, LONG_MS);

  const publish = async (agency: string): Promise<void> => {
    const messages = season.get(agency) ?? [];
    for (let from = 0; from < messages.length; from += AT_ONCE) {
      const some = messages.slice(from, from + AT_ONCE);
      for (let unsent = true; unsent; ) {
        const messaging = new KafkaMessaging(kafkaOptions(broker().address, { clientId: agency }));
        // A broker that dies may hold some of them: sent again, they are duplicates with receipts of their own.
        unsent = await messaging.publish(topicOf(agency as 'kasn'), some).then(() => false, () => true);
        await messaging.close();
        if (unsent) await sleep(300);
      }
    }
  };

  it('gives each message receipts of one place, though ingestors, projectors and the broker were killed', async () => {
    await publish('operator');
    await topics!.drained();
    const publishing = Promise.all([...season.keys()].filter((agency) => agency !== 'operator').map(publish));
    let over = false;
    void publishing.finally(() => (over = true)).catch(() => undefined);
    const random = randomOf(SEED);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(KILL_EVERY_MS);
      const victim = Math.floor(random() * 5);
      if (victim === 4) await broker().restart();
      else {
        const process = [...ingestors, ...projectors][victim]!;
        await process.kill();
        process.start();
      }
    }
    await publishing;
    expect(over).toBe(true);
    await topics!.drained(300_000);
    const receipts = await topics!.receipts();
    const onTopics = (await Promise.all([...season.keys()].map((agency) => topics!.hand.read(topicOf(agency as 'kasn'))))).flat().length;
    expect(onTopics).toBeGreaterThanOrEqual(sent);
    accounted(receipts, onTopics);
  }, LONG_MS);

  it('ends with the answers of an embedded Netral on the same log, byte for byte', async () => {
    onLog = await openNetral({ stores: 'sqlite', now: Date.now(), settings: { NETRAL_EVENT_STORE: log!.address, NETRAL_SEASON: 'none' } });
    await onLog.projector.caughtUp();
    const events = onLog.app.get<ReadModels>(READ_MODELS).length;
    while ((await api!.metric('netral_model_events').catch(() => 0)) !== events) await sleep(100);
    const key = readSecrets(dataDir)['investigator']!;
    for (const path of await roleQuestions(onLog)) {
      const answered = await fetch(api!.address + path, { headers: { authorization: `Bearer ${key}` } });
      const expected = await onLog.get(path, { key: 'investigator' });
      expect(`${path} ${answered.status} ${await answered.text()}`).toBe(`${path} ${expected.status} ${expected.text}`);
    }
  }, LONG_MS);

  it('ends with every figure of the season as an embedded Netral has it that was told all of it in one order', async () => {
    embedded = await openNetral({ now: Date.UTC(2021, 1, 1, 3), settings: { NETRAL_SEASON: 'none' } });
    await loadSeason(seasonMessages({ seed: SEED }), embedded.ingest, { batchSize: 1000 });
    await embedded.projector.caughtUp();
    const figuresOf = async (netral: TestNetral): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const figure of FIGURES) for (const asOf of ['2020-06-26', '2020-10-26', '2020-12-31']) {
        const { body } = await netral.get(`/v1/figures/${figure}${figure.includes('?') ? '&' : '?'}asOf=${asOf}`, { key: 'investigator' });
        const { total, cells } = body as { total: unknown; cells: readonly { key: unknown; value: unknown }[] };
        found.push(`${figure} ${asOf} ${JSON.stringify(total)} ${JSON.stringify(cells.map(({ key, value }) => [key, value]))}`);
      }
      return found;
    };
    const expected = await figuresOf(embedded);
    expect(expected.find((line) => line.startsWith('overdue 2020-10-26'))).toMatch(/ [1-9]\d* /);
    expect(await figuresOf(onLog!)).toEqual(expected);
  }, LONG_MS);
});

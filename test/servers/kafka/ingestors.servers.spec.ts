import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMasterKey } from '@netral/vault/master-key';
import { KurrentDbEventStore } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import { eventsOf } from '../../../libs/application/src/ingest/testing/fixture';
import { type StandIn, startStandIn } from '../../kurrentdb/server/stand-in';
import { describeOwnServers, ownKafka } from '../describe-servers';
import { freePorts } from '../free-port';
import { startMongoJavaServer } from '../mongo-java-server/mongo-java-server';
import type { OwnServer } from '../own-server';
import { RoleProcess } from '../role-process';
import { accounted, NetralTopics, statement } from './netral-on-kafka';

const MATTERS = 24;

describeOwnServers(['kafka', 'mongo-java-server'], 'ingestors as processes, on one log, one vault and one group', () => {
  const broker = ownKafka();
  const folder = mkdtempSync(join(tmpdir(), 'netral-ingestors-'));
  let [kurrentdb, mongodb, topics]: [StandIn?, OwnServer?, NetralTopics?] = [];
  const ingestors: RoleProcess[] = [];

  beforeAll(async () => {
    [kurrentdb, mongodb] = await Promise.all([startStandIn(), startMongoJavaServer()]);
    topics = new NetralTopics(broker().address);
    await topics.create(4);
    await topics.openSeason();
    createMasterKey(join(folder, 'master.key'));
    for (const name of ['one', 'two']) {
      const [metricsPort, httpPort] = (await freePorts(2)) as [number, number];
      ingestors.push(new RoleProcess({
        role: 'ingestor', metricsPort, httpPort,
        environment: {
          NETRAL_DATA_DIR: join(folder, name), NETRAL_EVENT_STORE: kurrentdb.address, NETRAL_VAULT: `${mongodb.address}/netral`, NETRAL_MASTER_KEY_FILE: join(folder, 'master.key'),
          NETRAL_KAFKA_BROKERS: broker().address, NETRAL_KAFKA_MEMBER: name, NETRAL_INGEST_BATCH_MAX: '50',
        },
      }));
    }
  }, 180_000);
  afterAll(async () => {
    for (const ingestor of ingestors) await ingestor.kill();
    await topics?.hand.close();
    await kurrentdb?.stop();
    await mongodb?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('share the partitions, outlive a kill -9 in the middle and a stop, and give each message receipts of one place in the order of its key', async () => {
    const [one, two] = ingestors as [RoleProcess, RoleProcess];
    one.start();
    await one.until('taking');
    await topics!.drained();
    two.start();
    let sent = 6;
    const give = async (from: number, until: number): Promise<void> => {
      await topics!.hand.put('netral.kasn', Array.from({ length: until - from }, (_, index) => statement(from + index, MATTERS)));
      sent += until - from;
    };
    await give(0, 800);
    await two.until('taking');
    await give(800, 1600);
    await one.kill();
    await give(1600, 2000);
    one.start();
    await one.until('taking');
    await topics!.drained();
    await give(2000, 2400);
    expect(await two.stop()).toBe(0);
    await topics!.drained();
    expect(await one.stop()).toBe(0);

    const receipts = await topics!.receipts();
    accounted(receipts, sent);
    expect(new Set(receipts.map(({ outcome }) => outcome))).not.toContain('set-aside');
    const log = new KurrentDbEventStore({ address: kurrentdb!.address.replace(/^esdb/, 'kurrentdb'), readOnly: true });
    const events = await eventsOf(log);
    await log.close();
    expect(events).toHaveLength(sent);
    expect(new Set(events.map(({ id }) => id)).size).toBe(sent);
    for (let matter = 0; matter < MATTERS; matter += 1) {
      const serials = events.filter(({ stream }) => stream === `recommendation-R${matter}`).map(({ metadata }) => Number((JSON.parse(metadata) as { messageId: string }).messageId.slice(1)));
      expect(serials).toEqual(serials.toSorted((a, b) => a - b));
    }
  }, 240_000);

  it('wait for a broker that comes up late, say so in their health, and take messages as soon as it is there', async () => {
    const [one] = ingestors as [RoleProcess, RoleProcess];
    await broker().stop();
    one.start();
    await one.until('not ready: Not ready: Kafka cannot be read (unreachable).', 'not ready: Kafka cannot be read (unreachable)');
    await broker().start();
    await one.until('taking');
    await topics!.hand.put('netral.kasn', [statement(5000, MATTERS)]);
    await topics!.drained();
    expect(await one.stop()).toBe(0);
    expect((await topics!.receipts()).some(({ id }) => id === 's5000')).toBe(true);
  }, 180_000);
});

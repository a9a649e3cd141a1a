import { TopicIntake } from '@netral/application';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { KafkaMessaging } from '@netral/messaging/kafka/kafka-messaging';
import { silentLog } from '@netral/platform';
import { MemoryIdentityVault } from '@netral/vault/memory/memory-identity-vault';
import { IngestService } from '../../../libs/application/src/ingest/ingest-service';
import { eventsOf, limits, NOW } from '../../../libs/application/src/ingest/testing/fixture';
import { describeOwnServers, ownKafka } from '../describe-servers';
import { kafkaOptions } from './kafka-under-test';
import { accounted, NetralTopics, statement } from './netral-on-kafka';

const MATTERS = 12;
const BATCH = { ...limits, batchMax: 40 };

describeOwnServers(['kafka'], 'messages of a real broker’s topics', () => {
  const broker = ownKafka();
  const [store, vault] = [new MemoryEventStore(), new MemoryIdentityVault()];
  let topics: NetralTopics;
  let sent = 6;

  /** One process that takes messages in, on stores that outlive it. */
  const ingestor = (name: string): { stop: () => Promise<void> } => {
    const messaging = new KafkaMessaging(kafkaOptions(broker().address));
    const ingest = new IngestService({ store, vault, clock: { now: () => NOW } }, BATCH);
    const intake = new TopicIntake({ messaging, ingest, vault, log: silentLog }, BATCH);
    const stop = new AbortController();
    const running = intake.run(name, stop.signal);
    running.catch(() => undefined);
    return {
      stop: async () => {
        stop.abort();
        await running;
        await messaging.close();
      },
    };
  };
  const give = async (from: number, until: number): Promise<void> => {
    await topics.hand.put('netral.kasn', Array.from({ length: until - from }, (_, index) => statement(from + index, MATTERS)));
    sent += until - from;
  };
  const inOrder = async (): Promise<void> => {
    const events = await eventsOf(store);
    for (let matter = 0; matter < MATTERS; matter += 1) {
      const serials = events.filter(({ stream }) => stream === `recommendation-R${matter}`).map(({ metadata }) => Number((JSON.parse(metadata) as { messageId: string }).messageId.slice(1)));
      expect(serials).toEqual(serials.toSorted((a, b) => a - b));
    }
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  };

  beforeAll(async () => {
    topics = new NetralTopics(broker().address);
    await topics.create(3);
    await topics.openSeason();
    const first = ingestor('one');
    await topics.drained();
    await first.stop();
  }, 120_000);
  afterAll(() => topics?.hand.close());

  it('are recorded in the order of their key, each with its receipt', async () => {
    const one = ingestor('one');
    await give(0, 400);
    await topics.drained();
    await one.stop();
    accounted(await topics.receipts(), sent);
    await inOrder();
  });

  it('are lost and doubled by no broker that dies in the middle and comes back', async () => {
    const one = ingestor('one');
    await give(400, 900);
    await broker().restart();
    await give(900, 1000);
    await topics.drained();
    await one.stop();
    accounted(await topics.receipts(), sent);
    await inOrder();
  }, 120_000);

  it('are shared by ingestors that come and go in the middle', async () => {
    const one = ingestor('one');
    await give(1000, 1500);
    const two = ingestor('two');
    await give(1500, 1800);
    await one.stop();
    const three = ingestor('three');
    await give(1800, 2000);
    await topics.drained();
    await Promise.all([two.stop(), three.stop()]);
    accounted(await topics.receipts(), sent);
    await inOrder();
  }, 120_000);

  it('come back as duplicates of the same place when they are sent again', async () => {
    const one = ingestor('one');
    await give(0, 30);
    await topics.drained();
    await one.stop();
    const receipts = await topics.receipts();
    for (let serial = 0; serial < 30; serial += 1) {
      const told = receipts.filter(({ id }) => id === `s${serial}`);
      expect(new Set(told.map(({ position }) => position)).size).toBe(1);
      expect(told.at(-1)!.outcome).toBe('duplicate');
    }
    expect((await eventsOf(store)).length).toBe(6 + 2000);
  });

  it('are set aside where they are wrong, two megabytes and a tombstone too, and hold up nothing', async () => {
    const one = ingestor('one');
    await topics.hand.put('netral.bkn', [
      { key: 'a', value: Buffer.alloc(2 << 20, 0x20), headers: { 'content-type': 'application/cloudevents+json' } },
      { key: 'a', value: null },
      { key: 'a', value: '{}' },
      { key: null, value: Buffer.from([0xff]), headers: { 'content-type': 'application/cloudevents+json' } },
    ]);
    await topics.drained();
    await one.stop();
    const receipts = (await topics.receipts()).filter(({ topic }) => topic === 'netral.bkn');
    expect(receipts.map(({ reason }) => reason?.code).toSorted()).toEqual(['invalid-utf-8', 'message-too-large', 'missing-content-type', 'tombstone']);
    const announced = (await topics.hand.read('netral.dead-letters')).map(({ value }) => (JSON.parse(Buffer.from(value!).toString()) as { deadLetter: string }).deadLetter);
    expect(new Set(announced)).toEqual(new Set(receipts.map(({ deadLetter }) => deadLetter)));
  });
});

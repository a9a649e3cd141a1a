import { KafkaMessaging } from '@netral/messaging/kafka/kafka-messaging';
import { describeKafka } from '../describe-servers';
import { handOn, kafkaOptions, SESSION_MS } from './kafka-under-test';

describeKafka('a batch that takes longer than a session', (address) => {
  it('stays with its member, is given once, and is committed', async () => {
    const hand = handOn(address);
    const topic = `slow-${process.pid}-${Date.now().toString(36)}`;
    await hand.createTopic(topic, 1);
    await hand.put(topic, [{ key: 'k', value: '1' }]);
    const [stop, begun]: [AbortController, string[]] = [new AbortController(), []];
    const clients = ['one', 'two'].map((member) => {
      const messaging = new KafkaMessaging(kafkaOptions(address));
      const running = messaging.consume({
        topics: [topic], group: topic, member, batchMax: 10, signal: stop.signal,
        handle: async () => {
          begun.push(member);
          await new Promise((resolve) => setTimeout(resolve, SESSION_MS * 1.7));
          stop.abort();
        },
      });
      return { messaging, running };
    });
    await Promise.all(clients.map(({ running }) => running));
    expect(begun).toHaveLength(1);
    const admin = hand.kafka.admin();
    await admin.connect();
    expect((await admin.fetchOffsets({ groupId: topic, topics: [topic] }))[0]!.partitions[0]!.offset).toBe('1');
    await admin.disconnect();
    await Promise.all(clients.map(({ messaging }) => messaging.close()));
    await hand.close();
  });
});

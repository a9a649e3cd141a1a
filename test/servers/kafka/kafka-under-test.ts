import { Kafka, logLevel, Partitioners, type Message } from 'kafkajs';
import { KafkaMessaging } from '@netral/messaging/kafka/kafka-messaging';
import type { KafkaOptions } from '@netral/messaging/kafka/kafka-options';
import type { MessagingLog, TopicMessage } from '@netral/messaging';
import type { RawMessage } from '@netral/messaging/memory/memory-broker';
import type { UnderTest } from '../../contract/messaging.contract';
import { createTopics } from './create-topics';

const quiet: MessagingLog = () => undefined;
/** Members that are killed are missed sooner than in earnest. */
export const SESSION_MS = 6_000;

export const kafkaOptions = (address: string, more: Partial<KafkaOptions> = {}): KafkaOptions =>
  ({ brokers: [address], tls: false, clientId: 'netral-test', log: quiet, sessionTimeoutMs: SESSION_MS, ...more });

/** The tests' own hand on a broker: makes topics, writes as agencies do, reads whole topics. */
export const handOn = (address: string): Omit<UnderTest, 'client'> & { readonly kafka: Kafka } => {
  const kafka = new Kafka({ brokers: [address], clientId: 'netral-test-hand', logLevel: logLevel.NOTHING, retry: { retries: 10, maxRetryTime: 2_000 } });
  const admin = kafka.admin();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false, idempotent: true, maxInFlightRequests: 1 });
  let [asked, writing] = [false, false];
  const admins = async (): Promise<typeof admin> => {
    if (!asked) await admin.connect();
    asked = true;
    return admin;
  };
  return {
    kafka,
    createTopic: async (topic, partitions) => {
      await createTopics(await admins(), [{ topic, numPartitions: partitions, replicationFactor: 1, configEntries: [{ name: 'max.message.bytes', value: '4194304' }] }]);
    },
    put: async (topic, messages) => {
      if (!writing) await producer.connect();
      writing = true;
      await producer.send({ topic, acks: -1, messages: messages.map(message) });
    },
    read: (topic) => readTopic(kafka, topic),
    close: async () => {
      if (asked) await admin.disconnect();
      if (writing) await producer.disconnect();
    },
  };
};

const buffer = (value: Uint8Array | string): Buffer => (typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value));
const message = ({ key = null, value, headers = {} }: RawMessage): Message => ({
  key: key === null ? null : buffer(key), value: value === null ? null : buffer(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, found]) => [name, Array.isArray(found) ? (found as (Uint8Array | string)[]).map(buffer) : buffer(found as string)])),
});

/** All that stands on a topic now, partition by partition. */
const readTopic = async (kafka: Kafka, topic: string): Promise<readonly TopicMessage[]> => {
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const missing = new Map(ends.filter(({ high, low }) => BigInt(high) > BigInt(low)).map(({ partition, high }) => [partition, BigInt(high) - 1n] as const));
  const found = new Map<number, TopicMessage[]>();
  if (missing.size === 0) return [];
  const consumer = kafka.consumer({ groupId: `read-${topic}-${process.pid}-${Date.now()}`, maxWaitTimeInMs: 200 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.run({
      autoCommit: false,
      eachMessage: ({ partition, message: { offset, key, value, headers = {} } }) => {
        const kept = new Map(Object.entries(headers).map(([name, each]) => [name, (Array.isArray(each) ? each : [each]).map((one) => Buffer.from(one ?? ''))] as const));
        found.set(partition, [...(found.get(partition) ?? []), { offset: BigInt(offset), key, value, headers: kept }]);
        if (BigInt(offset) >= (missing.get(partition) ?? -1n)) missing.delete(partition);
        if (missing.size === 0) resolve();
        return Promise.resolve();
      },
    }).catch(reject);
  });
  await consumer.disconnect();
  return [...found].toSorted(([a], [b]) => a - b).flatMap(([, messages]) => messages);
};

/** The adapter on a real broker, as the contract suite takes it. */
export const kafkaUnderTest = (address: string): UnderTest => ({ ...handOn(address), client: () => new KafkaMessaging(kafkaOptions(address)) });

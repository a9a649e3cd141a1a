import { agencyTopics, DEAD_LETTERS_TOPIC, INTAKE_GROUP, RECEIPTS_TOPIC } from '@netral/application';
import { type Admin, Kafka, logLevel, Partitioners, type Producer, type RecordMetadata } from 'kafkajs';
import type { BenchMessage } from './messages';

const TOPICS = [...agencyTopics, RECEIPTS_TOPIC, DEAD_LETTERS_TOPIC];
export const PARTITIONS = 3;
const AT_ONCE = 1000;
const HEADERS = { 'content-type': 'application/cloudevents+json' };

export const kafkaAt = (address: string): Kafka =>
  new Kafka({ brokers: [address], clientId: 'netral-bench', logLevel: logLevel.NOTHING, retry: { retries: 10, maxRetryTime: 2_000 } });

/** Netral's topics on the broker, and what a bench does with them: publishes as agencies do, and sees what was committed. */
export class BenchTopics {
  /** Messages that the broker has acknowledged. */
  acknowledged = 0;
  private readonly admin: Admin;
  private readonly producer: Producer;

  private constructor(readonly kafka: Kafka) {
    this.admin = kafka.admin();
    this.producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false });
  }

  /** @throws Error when the broker holds Netral's topics already: what is there is not measured, and not removed */
  static async create(address: string): Promise<BenchTopics> {
    const topics = new BenchTopics(kafkaAt(address));
    await Promise.all([topics.admin.connect(), topics.producer.connect()]);
    const there = (await topics.admin.listTopics()).filter((topic) => TOPICS.includes(topic));
    if (there.length > 0) {
      await Promise.all([topics.admin.disconnect(), topics.producer.disconnect()]);
      throw new Error(`found topics ${there.join(', ')}, expected a broker without them`);
    }
    await topics.admin.createTopics({
      waitForLeaders: true, topics: TOPICS.map((topic) => ({ topic, numPartitions: PARTITIONS, replicationFactor: 1, configEntries: [{ name: 'max.message.bytes', value: '4194304' }] })),
    });
    return topics;
  }

  /** In their order; resolves when all replicas have them. @returns where the last request's messages stand */
  async publish(messages: readonly BenchMessage[]): Promise<readonly RecordMetadata[]> {
    let stand: readonly RecordMetadata[] = [];
    for (let from = 0; from < messages.length; from += AT_ONCE) {
      const some = messages.slice(from, from + AT_ONCE);
      const byTopic = new Map<string, BenchMessage[]>();
      for (const message of some) byTopic.set(message.topic, [...(byTopic.get(message.topic) ?? []), message]);
      stand = await this.producer.sendBatch({
        acks: -1, topicMessages: [...byTopic].map(([topic, group]) => ({ topic, messages: group.map(({ key, value }) => ({ key, value, headers: HEADERS })) })),
      });
      this.acknowledged += some.length;
    }
    return stand;
  }

  /** Messages that the ingestors have committed. The topics were empty and have no gaps, so offsets count messages. */
  async committed(): Promise<number> {
    const offsets = await this.admin.fetchOffsets({ groupId: INTAKE_GROUP, topics: [...agencyTopics] });
    return offsets.flatMap(({ partitions }) => partitions).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  }

  async remove(): Promise<void> {
    await this.admin.deleteTopics({ topics: TOPICS }).catch(() => undefined);
    await this.admin.deleteGroups([INTAKE_GROUP]).catch(() => undefined);
    await Promise.all([this.admin.disconnect(), this.producer.disconnect()]);
  }
}

import { agencyTopics, DEAD_LETTERS_TOPIC, INTAKE_GROUP, RECEIPTS_TOPIC, type TopicReceipt } from '@netral/application';
import type { RawMessage } from '@netral/messaging/memory/memory-broker';
import { cloudEvent, jointDecision, letter } from '../../../libs/application/src/ingest/testing/messages';
import { handOn } from './kafka-under-test';

const STRUCTURED = { 'content-type': 'application/cloudevents+json' };

/** Netral's topics on a broker of the test's own, and what agencies and the test do with them. */
export class NetralTopics {
  readonly hand: ReturnType<typeof handOn>;

  constructor(readonly address: string) {
    this.hand = handOn(address);
  }

  async create(partitions: number): Promise<void> {
    // What the joint decision says is in one order, whatever the matter: one partition, as infra/kafka/topics.json has it.
    for (const topic of [...agencyTopics, RECEIPTS_TOPIC, DEAD_LETTERS_TOPIC]) await this.hand.createTopic(topic, topic === 'netral.operator' ? 1 : partitions);
  }

  /** The season and the grants, on the operator's topic, under one key: in order. */
  async openSeason(): Promise<void> {
    await this.hand.put('netral.operator', jointDecision.map(({ content }) => {
      const event = { ...(JSON.parse(content as string) as object), subject: 'joint' };
      return { key: 'joint', value: JSON.stringify(event), headers: STRUCTURED };
    }));
  }

  async receipts(): Promise<TopicReceipt[]> {
    return (await this.hand.read(RECEIPTS_TOPIC)).map(({ value }) => JSON.parse(Buffer.from(value!).toString()) as TopicReceipt);
  }

  /** Messages of all agencies' topics that are not committed yet. */
  async left(): Promise<number> {
    const admin = this.hand.kafka.admin();
    await admin.connect();
    try {
      let left = 0;
      const committed = await admin.fetchOffsets({ groupId: INTAKE_GROUP, topics: [...agencyTopics] });
      for (const topic of agencyTopics)
        for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
          const done = committed.find((each) => each.topic === topic)?.partitions.find((each) => each.partition === partition)?.offset ?? '-1';
          left += Number(BigInt(high) - (BigInt(done) < 0n ? BigInt(low) : BigInt(done)));
        }
      return left;
    } finally {
      await admin.disconnect();
    }
  }

  async drained(patienceMs = 90_000): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (let left = -1; left !== 0; ) {
      left = await this.left().catch(() => -1);
      if (Date.now() > deadline) throw new Error(`messages were left: ${left}`);
      if (left !== 0) await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Statements of one letter by KASN, structured, under the letter's key. */
export const statement = (serial: number, matters: number): RawMessage => {
  const matter = `R${serial % matters}`;
  const event = cloudEvent('RecommendationIssued', `s${serial}`, letter(matter), { subject: matter });
  return { key: matter, value: JSON.stringify(event), headers: STRUCTURED };
};

/** Each message has receipts, all of one place; no place is two messages'. By offset of each partition. */
export const accounted = (receipts: readonly TopicReceipt[], sent: number): void => {
  const byMessage = new Map<string, TopicReceipt[]>();
  for (const receipt of receipts) {
    const place = `${receipt.topic}/${receipt.partition}/${receipt.offset}`;
    byMessage.set(place, [...(byMessage.get(place) ?? []), receipt]);
  }
  expect(byMessage.size).toBe(sent);
  for (const told of byMessage.values()) expect(new Set(told.map(({ stream, position, revision }) => `${stream} ${position} ${revision}`)).size).toBe(1);
};

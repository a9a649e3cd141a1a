import { randomUUID } from 'node:crypto';
import { RECEIPTS_TOPIC, type TopicReceipt } from '@netral/application';
import type { Consumer, Kafka } from 'kafkajs';

export interface SeenReceipt {
  readonly receipt: TopicReceipt;
  /** When it came, by `performance.now()`. */
  readonly at: number;
}

/** Receipts as an agency would see them: read from the topic, one for each message, told once. */
export class SeenReceipts {
  /** By place of the message: `topic/partition/offset`. */
  readonly byPlace = new Map<string, SeenReceipt>();
  /** The highest position that a receipt has named. */
  lastPosition = '';
  /** Positions of recorded messages, in the order in which their receipts came. */
  readonly recorded: string[] = [];

  private constructor(private readonly consumer: Consumer) {}

  static async follow(kafka: Kafka): Promise<SeenReceipts> {
    const consumer = kafka.consumer({ groupId: `netral-bench-receipts-${randomUUID()}`, allowAutoTopicCreation: false, maxWaitTimeInMs: 100 });
    const seen = new SeenReceipts(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [RECEIPTS_TOPIC], fromBeginning: true });
    const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
    await consumer.run({
      autoCommit: false, partitionsConsumedConcurrently: 3,
      eachMessage: ({ message: { value } }) => {
        seen.note(JSON.parse(value!.toString()) as TopicReceipt);
        return Promise.resolve();
      },
    });
    await joined;
    return seen;
  }

  get count(): number {
    return this.byPlace.size;
  }

  stop(): Promise<void> {
    return this.consumer.disconnect();
  }

  private note(receipt: TopicReceipt): void {
    const place = `${receipt.topic}/${receipt.partition}/${receipt.offset}`;
    if (this.byPlace.has(place)) return;
    this.byPlace.set(place, { receipt, at: performance.now() });
    if (receipt.outcome !== 'recorded' || receipt.position === null) return;
    this.recorded.push(receipt.position);
    if (receipt.position > this.lastPosition) this.lastPosition = receipt.position;
  }
}

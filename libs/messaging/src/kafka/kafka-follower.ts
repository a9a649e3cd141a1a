import type { Consumer, Kafka } from 'kafkajs';
import { backOffMs, rest } from '../back-off';
import type { Following, TopicMessage } from '../messaging';
import { failureOf, isFinal } from './failures';
import { kafkaClient } from './kafka-client';
import { bounds, type KafkaOptions } from './kafka-options';
import { topicsThere } from './topics-there';

/**
 * A reader of its own. Kafka knows none without a group, so it has one that nobody else uses and that commits nothing; where it goes on is
 * kept here, from the ends of the partitions as they were when it was asked.
 */
export class KafkaFollower {
  private readonly next = new Map<number, bigint>();

  constructor(private readonly options: KafkaOptions, private readonly following: Following) {}

  /** @throws MessagingError when the topic cannot be asked where it ends */
  async begin(): Promise<{ readonly ended: Promise<void> }> {
    const kafka = kafkaClient(this.options);
    await topicsThere(kafka, [this.following.topic]);
    await this.learnEnds(kafka);
    return { ended: this.run() };
  }

  private async learnEnds(kafka: Kafka): Promise<void> {
    const { topic } = this.following;
    const admin = kafka.admin({ retry: { retries: 2 } });
    try {
      await admin.connect();
      for (const { partition, high } of await admin.fetchTopicOffsets(topic)) this.next.set(partition, BigInt(high));
    } catch (error) {
      throw failureOf(error, `topic ${topic}`);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  /** Whatever makes kafkajs give up is met by a new consumer that goes on where the last one was. */
  private async run(): Promise<void> {
    const { signal, topic } = this.following;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        await this.consume(() => (attempt = 1));
      } catch (error) {
        if (signal.aborted) return;
        const failure = failureOf(error, `reading topic ${topic}`);
        if (isFinal(failure)) throw failure;
        await rest(backOffMs(attempt), signal);
      }
    }
  }

  private async consume(onProgress: () => void): Promise<void> {
    const { topic, group, signal } = this.following;
    const consumer = kafkaClient(this.options).consumer({
      groupId: group, allowAutoTopicCreation: false, sessionTimeout: this.options.sessionTimeoutMs ?? bounds.sessionMs, maxWaitTimeInMs: bounds.fetchWaitMs,
      retry: { ...bounds.retry, restartOnFailure: () => Promise.resolve(false) },
    });
    // Nothing is committed, so that each time it joins it would begin at the end: it is told where.
    consumer.on(consumer.events.GROUP_JOIN, () => {
      for (const [partition, offset] of this.next) consumer.seek({ topic, partition, offset: offset.toString() });
    });
    const crashed = new Promise<never>((_, reject) => consumer.on(consumer.events.CRASH, ({ payload: { error } }) => reject(error)));
    crashed.catch(() => undefined);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: false });
      await Promise.race([this.read(consumer, onProgress), crashed]);
      await Promise.race([aborted(signal), crashed]);
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private read(consumer: Consumer, onProgress: () => void): Promise<void> {
    return consumer.run({
      autoCommit: false,
      eachMessage: ({ partition, message: { offset, key, value, headers = {} } }) => {
        onProgress();
        const at = BigInt(offset);
        // What was fetched before the place was set.
        if (at < (this.next.get(partition) ?? 0n)) return Promise.resolve();
        this.following.onMessage({ offset: at, key, value, headers: headersOf(headers) }, partition);
        this.next.set(partition, at + 1n);
        return Promise.resolve();
      },
    });
  }
}

type Sent = Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;
const headersOf = (headers: Sent): TopicMessage['headers'] =>
  new Map(Object.entries(headers).map(([name, values]) => [name, [values ?? []].flat().map((each) => Buffer.from(each))]));

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));

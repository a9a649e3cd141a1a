import { Partitioners, type ICustomPartitioner, type Producer } from 'kafkajs';
import { MessagingError, type OutgoingMessage } from '../messaging';
import { failureOf } from './failures';
import { kafkaClient } from './kafka-client';
import { bounds, type KafkaOptions } from './kafka-options';

/** Always the same partition for the same message, also without a key: what is sent again must get the place it had. */
const steadily: ICustomPartitioner = () => {
  const byKey = Partitioners.DefaultPartitioner();
  return (args) => byKey({ ...args, message: { ...args.message, key: args.message.key ?? args.message.value } });
};

/**
 * Idempotent, acknowledged by all replicas in step, one request at a time: kafkajs gives a sequence number that failed to the next
 * request, which the broker would take for a repeat and drop. For the same reason a producer that failed is never used again.
 */
export class KafkaPublisher {
  private producer: Promise<Producer> | undefined;
  private tail: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly options: KafkaOptions) {}

  publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    const sent = this.tail.then(async () => {
      for (const some of bySize(messages)) await this.send(topic, some);
    });
    this.tail = sent.catch(() => undefined);
    return sent;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.tail;
    await this.drop();
  }

  private async send(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    if (this.closed) throw new MessagingError('closed', 'the messaging is closed');
    try {
      const producer = await (this.producer ??= this.connect());
      await producer.send({ topic, acks: -1, messages: messages.map(({ key, value, headers }) => ({ key, value, ...(headers && { headers }) })) });
    } catch (error) {
      await this.drop();
      throw failureOf(error, `writing to topic ${topic}`);
    }
  }

  private async connect(): Promise<Producer> {
    const producer = kafkaClient(this.options).producer({
      idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false, metadataMaxAge: bounds.metadataAgeMs, retry: bounds.retry, createPartitioner: steadily,
    });
    await producer.connect();
    return producer;
  }

  private async drop(): Promise<void> {
    const producer = await this.producer?.catch(() => undefined);
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

const sizeOf = ({ key, value, headers }: OutgoingMessage): number =>
  100 + Buffer.byteLength(value) + Buffer.byteLength(key ?? '') + (headers === undefined ? 0 : Buffer.byteLength(JSON.stringify(headers)));

/** In order, as many at once as one request may hold; a message larger than that goes alone. */
const bySize = (messages: readonly OutgoingMessage[]): readonly (readonly OutgoingMessage[])[] => {
  const groups: OutgoingMessage[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const size = sizeOf(message);
    if (bytes + size > bounds.publishBytesMax) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(message);
    bytes += size;
  }
  return groups;
};

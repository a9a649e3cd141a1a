import type { Kafka } from 'kafkajs';
import { MessagingError } from '../messaging';
import { failureOf } from './failures';

/**
 * Asks for each topic by itself, so that the one that is missing can be named.
 * @throws MessagingError `no-topic`, `denied`, `unreachable`, …
 */
export const topicsThere = async (kafka: Kafka, topics: readonly string[]): Promise<void> => {
  const admin = kafka.admin({ retry: { retries: 2 } });
  try {
    await admin.connect().catch((error: unknown) => {
      throw failureOf(error, 'connecting to Kafka');
    });
    for (const topic of topics) {
      const { topics: [found] } = await admin.fetchTopicMetadata({ topics: [topic] }).catch((error: unknown) => {
        throw failureOf(error, `topic ${topic}`);
      });
      if (found === undefined || found.partitions.length === 0) throw new MessagingError('no-topic', `topic ${topic}: it has no partitions`);
    }
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

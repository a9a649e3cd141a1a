import { randomUUID } from 'node:crypto';
import { agencyTopics } from '@netral/application';
import type { Kafka } from 'kafkajs';

const PARTITIONS_AT_ONCE = 4;

/**
 * All that stands on the agencies' topics, read by a consumer group of its own that does nothing with it.
 * @returns messages a second, from the partitions assigned to the last offset committed
 */
export const bareConsume = async (kafka: Kafka, count: number): Promise<number> => {
  const groupId = `netral-bench-bare-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 500 });
  let joined = 0;
  consumer.on(consumer.events.GROUP_JOIN, () => (joined = performance.now()));
  await consumer.connect();
  await consumer.subscribe({ topics: [...agencyTopics], fromBeginning: true });
  let [read, parsed] = [0, 0];
  const ended = await new Promise<number>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer.run({
      autoCommit: false, partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: async ({ batch, resolveOffset }) => {
        const { topic, partition, messages } = batch;
        const last = batch.lastOffset();
        for (const { value } of messages) parsed += isJson(value?.toString() ?? '') ? 1 : 0;
        resolveOffset(last);
        await consumer.commitOffsets([{ topic, partition, offset: String(BigInt(last) + 1n) }]);
        if ((read += messages.length) >= count) resolve(performance.now());
      },
    }).catch(reject);
  });
  await consumer.disconnect();
  if (parsed === 0) throw new Error(`bare consume: none of ${read} messages was JSON`);
  return count / ((ended - joined) / 1000);
};

const isJson = (text: string): boolean => {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
};

import type { Admin, ITopicConfig } from 'kafkajs';

const WAIT_MS_MAX = 60_000;
const ASK_MS = 50;

/**
 * Makes topics, and waits until the broker knows a leader for each partition. kafkajs itself asks once, after 0.1 s: a broker that
 * learns of its controller's decision later than that (a busy machine) answers that it does not host the topic.
 */
export const createTopics = async (admin: Admin, topics: ITopicConfig[]): Promise<void> => {
  await admin.createTopics({ topics, waitForLeaders: false });
  const until = performance.now() + WAIT_MS_MAX;
  for (;;)
    try {
      const found = await admin.fetchTopicMetadata({ topics: topics.map(({ topic }) => topic) });
      if (found.topics.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0))) return;
      throw new Error('a partition has no leader yet');
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    }
};

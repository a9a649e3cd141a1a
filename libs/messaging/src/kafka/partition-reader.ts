import type { EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import { backOffMs } from '../back-off';
import type { Subscription, TopicMessage } from '../messaging';

const HEARTBEAT_MS = 1_000;
const COMMIT_ATTEMPTS_MAX = 5;
const COMMIT_PAUSE_MS = 200;

/** Takes what kafkajs has fetched of a partition, hands it on by batches, and commits what was handled; or lets the partition rest. */
export class PartitionReader {
  private readonly failures = new Map<string, number>();
  private readonly resting = new Set<NodeJS.Timeout>();

  constructor(private readonly subscription: Subscription, private readonly onProgress: () => void) {}

  async read(payload: EachBatchPayload): Promise<void> {
    const { batch: { topic, partition, messages, highWatermark }, isRunning, resolveOffset } = payload;
    const { batchMax, handle } = this.subscription;
    for (let from = 0; from < messages.length && isRunning() && !this.subscription.signal.aborted; from += batchMax) {
      const some = messages.slice(from, from + batchMax).map(topicMessage);
      const { offset: last } = some.at(-1) as TopicMessage;
      const behind = Math.max(0, Number(BigInt(highWatermark) - last - 1n));
      const heart = beat(payload);
      try {
        await handle({ topic, partition, messages: some, behind });
      } catch (error) {
        return this.rest(payload, error instanceof Error ? error : new Error(String(error)));
      } finally {
        heart.stop();
      }
      resolveOffset(String(last));
      await commit(payload, last + 1n);
      this.failures.delete(`${topic}/${partition}`);
      this.onProgress();
      // The group changes: what is left comes again, to whoever has the partition then.
      if (heart.failure !== undefined) throw heart.failure;
    }
  }

  /** No partition is woken up any more. */
  stop(): void {
    for (const timer of this.resting) clearTimeout(timer);
    this.resting.clear();
  }

  /** What was not handled is not resolved either, so it is what comes next. Other partitions go on, and so do heartbeats. */
  private rest({ batch: { topic, partition }, pause }: EachBatchPayload, error: Error): void {
    const place = `${topic}/${partition}`;
    const attempt = (this.failures.get(place) ?? 0) + 1;
    this.failures.set(place, attempt);
    const retryMs = backOffMs(attempt);
    const resume = pause();
    const timer = setTimeout(() => {
      this.resting.delete(timer);
      resume();
    }, retryMs);
    this.resting.add(timer);
    this.subscription.onState?.({ kind: 'paused', topic, partition, error, retryMs });
  }
}

/** Signs of life while a batch is handled: kafkajs gives none by itself. */
const beat = ({ heartbeat }: EachBatchPayload): { stop(): void; readonly failure: Error | undefined } => {
  let failure: Error | undefined;
  const timer = setInterval(() => {
    heartbeat().catch((error: unknown) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
  }, HEARTBEAT_MS);
  return {
    stop: () => clearInterval(timer),
    get failure() {
      return failure;
    },
  };
};

const MOVED = ['REBALANCE_IN_PROGRESS', 'NOT_COORDINATOR_FOR_GROUP', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID'];

/** Straight to the group, not by the consumer: that one says nothing and does nothing once it is stopping. */
const commit = async ({ batch: { topic, partition }, commitOffsetsIfNecessary }: EachBatchPayload, next: bigint): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: String(next) }] }] });
    } catch (error) {
      if (attempt >= COMMIT_ATTEMPTS_MAX || MOVED.includes((error as { type?: string }).type ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, backOffMs(attempt, { firstMs: COMMIT_PAUSE_MS, mostMs: 2_000 })));
    }
  }
};

const topicMessage = ({ offset, key, value, headers }: KafkaMessage): TopicMessage => ({ offset: BigInt(offset), key, value, headers: headersOf(headers) });

const headersOf = (headers: IHeaders = {}): ReadonlyMap<string, readonly Uint8Array[]> =>
  new Map(Object.entries(headers).map(([name, found]) => [name, (Array.isArray(found) ? found : [found]).map((each) => Buffer.from(each ?? ''))]));

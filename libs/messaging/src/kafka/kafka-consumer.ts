import type { Consumer } from 'kafkajs';
import { backOffMs, rest } from '../back-off';
import { MessagingError, type Subscription } from '../messaging';
import { failureOf, isFinal } from './failures';
import { kafkaClient } from './kafka-client';
import { bounds, type KafkaOptions } from './kafka-options';
import { namedAssigner } from './named-assigner';
import { PartitionReader } from './partition-reader';
import { topicsThere } from './topics-there';

/** Users of a broker that has just started may still be loading: a refusal is believed when it is repeated. */
const DENIED_TIMES_MAX = 3;
const DENIED_PAUSE_MS = 1_000;

/** One subscription. Whatever makes kafkajs give up is met by a new consumer after a pause that grows, never by ending the process. */
export class KafkaConsumer {
  private attempt = 0;
  private everConsumed = false;
  private groupDenied = false;

  constructor(private readonly options: KafkaOptions, private readonly subscription: Subscription) {}

  /** @throws MessagingError for what waiting does not mend, as long as nothing was ever consumed */
  async run(): Promise<void> {
    const { signal, onState } = this.subscription;
    while (!signal.aborted) {
      try {
        await this.consume();
      } catch (error) {
        if (signal.aborted) break;
        this.attempt += 1;
        const failure = this.failure(error);
        if (!this.everConsumed && isFinal(failure) && this.attempt >= DENIED_TIMES_MAX) throw failure;
        const retryMs = backOffMs(this.attempt, isFinal(failure) ? { firstMs: DENIED_PAUSE_MS } : {});
        onState?.({ kind: 'waiting', reason: failure.reason, message: failure.message, retryMs });
        await rest(retryMs, signal);
      }
    }
    onState?.({ kind: 'stopped' });
  }

  /** Until the signal, or until kafkajs gives up. Either way the batch at hand is finished first, and the group is left. */
  private async consume(): Promise<void> {
    const { topics, writesTo = [], signal } = this.subscription;
    this.groupDenied = false;
    const kafka = kafkaClient(this.options, (text) => (this.groupDenied ||= /group authorization failed/i.test(text)));
    await topicsThere(kafka, [...topics, ...writesTo]);
    const sessionTimeout = this.options.sessionTimeoutMs ?? bounds.sessionMs;
    const consumer = kafka.consumer({
      groupId: this.subscription.group, partitionAssigners: [namedAssigner(this.subscription.member)], metadataMaxAge: bounds.metadataAgeMs, allowAutoTopicCreation: false,
      sessionTimeout, heartbeatInterval: Math.min(2_000, Math.floor(sessionTimeout / 4)), rebalanceTimeout: bounds.rebalanceMs, maxWaitTimeInMs: bounds.fetchWaitMs,
      maxBytes: bounds.fetchBytesMax, maxBytesPerPartition: bounds.fetchBytesMaxOfPartition, retry: { ...bounds.retry, restartOnFailure: () => Promise.resolve(false) },
    });
    const reader = new PartitionReader(this.subscription, () => (this.attempt = 0));
    const crashed = this.crashOf(consumer);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...topics], fromBeginning: true });
      const running = consumer.run({ autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: bounds.partitionsAtOnce, eachBatch: (payload) => reader.read(payload) });
      await Promise.race([running, crashed]);
      await Promise.race([aborted(signal), crashed]);
    } finally {
      await consumer.disconnect().catch(() => undefined);
      reader.stop();
    }
  }

  /** kafkajs says of a group that may not be used only that its coordinator was not found. */
  private failure(error: unknown): MessagingError {
    if (this.groupDenied) return new MessagingError('denied', `group ${this.subscription.group}: not authorized to use it (GROUP_AUTHORIZATION_FAILED)`, { cause: error });
    return failureOf(error, 'consuming from Kafka');
  }

  private crashOf(consumer: Consumer): Promise<never> {
    consumer.on(consumer.events.GROUP_JOIN, ({ payload: { memberAssignment } }) => {
      this.everConsumed = true;
      this.subscription.onState?.({ kind: 'consuming', partitions: memberAssignment });
    });
    const crashed = new Promise<never>((_, reject) => consumer.on(consumer.events.CRASH, ({ payload: { error } }) => reject(error)));
    crashed.catch(() => undefined);
    return crashed;
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));

import { InvalidAppendError } from '@netral/event-store';
import type { ConsumerState, Messaging, Partitions, TopicBatch, TopicMessage } from '@netral/messaging';
import type { Log } from '@netral/platform';
import type { IdentityVault } from '@netral/vault';
import type { IncomingMessage, Ingest, Receipt } from '../ingest/ingest';
import { readBinding, type BindingLimits } from './kafka-binding';
import { announcementMessage, NOWHERE, receiptMessage, type TopicPlace } from './topic-receipts';
import { agencyTopics, DEAD_LETTERS_TOPIC, INTAKE_GROUP, RECEIPTS_TOPIC, senderOfTopic } from './topics';

export interface TopicIntakeParts {
  readonly messaging: Messaging;
  readonly ingest: Pick<Ingest, 'submit'>;
  readonly vault: Pick<IdentityVault, 'deadLetter'>;
  readonly log: Log;
  /** Told how many messages of a partition wait to be taken; undefined: the partition is another's. */
  readonly telemetry?: { consumerLag(topic: string, partition: number, messages: number | undefined): void };
}
export interface TopicIntakeLimits extends BindingLimits {
  /** Messages handed to the ingest at once. */
  readonly batchMax: number;
}

const TOO_LARGE_FOR_THE_LOG = { code: 'message-too-large', found: 'more than the log takes as one event', expected: 'a message that names fewer persons or says less' } as const;

/**
 * Messages of the agencies' topics into the log, and a receipt for each back. The offset of a message is committed only when its append
 * and its receipt are acknowledged, so each gets at least one receipt; one that is handled again finds where it stands, so all its
 * receipts name the same place.
 */
export class TopicIntake {
  private current: ConsumerState = { kind: 'waiting', reason: 'unreachable', message: 'not connected yet', retryMs: 0 };
  private readonly paused = new Set<string>();
  /** Partitions that something was said of, and still counts. */
  private readonly measured = new Map<string, { readonly topic: string; readonly partition: number }>();

  constructor(private readonly parts: TopicIntakeParts, private readonly limits: TopicIntakeLimits) {}

  /** How the consuming goes. */
  get state(): ConsumerState {
    return this.current;
  }

  /** Partitions whose last batch could not be handled, as `topic/partition`. */
  get pausedPartitions(): readonly string[] {
    return [...this.paused];
  }

  /** Until the signal aborts: what is at hand is finished first. @throws MessagingError for what waiting does not mend */
  run(member: string, signal: AbortSignal): Promise<void> {
    return this.parts.messaging.consume({
      topics: agencyTopics, group: INTAKE_GROUP, member, batchMax: this.limits.batchMax, writesTo: [RECEIPTS_TOPIC, DEAD_LETTERS_TOPIC], signal,
      handle: (batch) => this.take(batch), onState: (state) => this.note(state),
    });
  }

  /** Resolves when every message of the batch is on disk and its receipt is kept by the broker. @throws whatever hinders that; the batch comes again then */
  async take({ topic, partition, messages, behind }: TopicBatch): Promise<void> {
    // Said first, too: what cannot be taken waits, and that is when somebody looks.
    this.tellLag(topic, partition, behind + messages.length);
    const receipts = await this.submit(messages.map((message) => this.incoming(topic, message)));
    const places = messages.map(({ offset }): TopicPlace => ({ topic, partition, offset: String(offset) }));
    await this.publish(receipts, places, topic);
    this.paused.delete(`${topic}/${partition}`);
    this.tellLag(topic, partition, behind);
    const count = (outcome: Receipt['outcome']): number => receipts.filter((receipt) => receipt.outcome === outcome).length;
    this.parts.log.debug('messages taken', {
      topic, partition, from: String(messages[0]?.offset), to: String(messages.at(-1)?.offset), recorded: count('recorded'), duplicate: count('duplicate'), setAside: count('set-aside'), behind,
    });
  }

  /** Tells on the topics what became of a message that was judged anew. */
  async tellRedriven(receipt: Receipt): Promise<void> {
    await this.parts.messaging.publish(RECEIPTS_TOPIC, [receiptMessage(receipt, NOWHERE)]);
  }

  private incoming(topic: string, message: TopicMessage): IncomingMessage {
    return { ...readBinding(message, this.limits), key: message.key, sender: senderOfTopic(topic) };
  }

  /** All at once; one by one where one of them is larger than the log takes: that one is set aside, or nothing behind it would ever be taken. */
  private async submit(messages: readonly IncomingMessage[]): Promise<readonly Receipt[]> {
    try {
      return await this.parts.ingest.submit(messages);
    } catch (error) {
      if (!(error instanceof InvalidAppendError)) throw error;
      const [only, ...others] = messages;
      if (only !== undefined && others.length === 0 && only.refusal === undefined) return this.parts.ingest.submit([{ ...only, refusal: TOO_LARGE_FOR_THE_LOG }]);
      const receipts: Receipt[] = [];
      for (const message of messages) receipts.push(...(await this.submit([message])));
      return receipts;
    }
  }

  /** Receipts last: whoever has one knows that everything about the message has been said. */
  private async publish(receipts: readonly Receipt[], places: readonly TopicPlace[], topic: string): Promise<void> {
    const { agency } = senderOfTopic(topic);
    const announced = await Promise.all(receipts.map(async (receipt, index) => {
      if (receipt.deadLetter === null) return [];
      const kept = await this.parts.vault.deadLetter(receipt.deadLetter);
      return [announcementMessage(receipt, places[index] as TopicPlace, agency, kept?.contentHash ?? '')];
    }));
    if (announced.some((each) => each.length > 0)) await this.parts.messaging.publish(DEAD_LETTERS_TOPIC, announced.flat());
    await this.parts.messaging.publish(RECEIPTS_TOPIC, receipts.map((receipt, index) => receiptMessage(receipt, places[index] as TopicPlace)));
  }

  private tellLag(topic: string, partition: number, messages: number): void {
    this.measured.set(`${topic}/${partition}`, { topic, partition });
    this.parts.telemetry?.consumerLag(topic, partition, messages);
  }

  /** What was last seen of a partition that is another's now would stand for ever beside what that one tells. */
  private forgetLag(own: Partitions): void {
    for (const [place, { topic, partition }] of this.measured) {
      if (own[topic]?.includes(partition) === true) continue;
      this.measured.delete(place);
      this.parts.telemetry?.consumerLag(topic, partition, undefined);
    }
  }

  private note(state: ConsumerState): void {
    const { log } = this.parts;
    if (state.kind === 'paused') {
      this.paused.add(`${state.topic}/${state.partition}`);
      log.warn('messages wait: they could not be taken', { topic: state.topic, partition: state.partition, error: state.error.message, retryMs: state.retryMs });
      return;
    }
    this.current = state;
    this.paused.clear();
    if (state.kind === 'consuming') this.forgetLag(state.partitions);
    if (state.kind === 'waiting') log.warn('Kafka cannot be read, tried again', { reason: state.reason, error: state.message, retryMs: state.retryMs });
    else if (state.kind === 'consuming') log.info('partitions assigned', { partitions: Object.entries(state.partitions).map(([topic, numbers]) => `${topic}/${numbers.join(',')}`).join(' ') });
    else log.info('messages of topics are taken no more');
  }
}

import { MemoryBroker, type RawMessage } from '@netral/messaging/memory/memory-broker';
import { MemoryMessaging, type MemoryHooks } from '@netral/messaging/memory/memory-messaging';
import { silentLog } from '@netral/platform';
import type { EventStore } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { MemoryIdentityVault } from '@netral/vault/memory/memory-identity-vault';
import { IngestService } from '../../ingest/ingest-service';
import { limits, NOW } from '../../ingest/testing/fixture';
import { cloudEvent, jointDecision, letter } from '../../ingest/testing/messages';
import { TopicIntake } from '../topic-intake';
import type { DeadLetterAnnouncement, TopicReceipt } from '../topic-receipts';
import { agencyTopics, DEAD_LETTERS_TOPIC, RECEIPTS_TOPIC } from '../topics';

export const SMALL = { ...limits, batchMax: 5, messageBytesMax: 4096 };

/** A broker with Netral's topics, and stores in memory in which the joint decision is recorded. */
export class Place {
  readonly broker = new MemoryBroker();
  readonly vault = new MemoryIdentityVault();

  constructor(readonly store: EventStore = new MemoryEventStore(), partitions = 2) {
    for (const topic of [...agencyTopics, RECEIPTS_TOPIC, DEAD_LETTERS_TOPIC]) this.broker.createTopic(topic, partitions);
  }

  /** A process that takes messages in: with a memory of its own, on what all share. */
  ingestor(hooks: MemoryHooks = {}, around: (submit: IngestService['submit']) => IngestService['submit'] = (submit) => submit): { readonly intake: TopicIntake; readonly ingest: IngestService } {
    const ingest = new IngestService({ store: this.store, vault: this.vault, clock: { now: () => NOW } }, SMALL);
    const submit = around((messages) => ingest.submit(messages));
    return { ingest, intake: new TopicIntake({ messaging: new MemoryMessaging(this.broker, hooks), ingest: { submit }, vault: this.vault, log: silentLog }, SMALL) };
  }

  async open(): Promise<this> {
    await this.ingestor().ingest.submit(jointDecision);
    return this;
  }

  receipts(): TopicReceipt[] {
    return this.broker.read(RECEIPTS_TOPIC).map(({ value }) => JSON.parse(Buffer.from(value as Uint8Array).toString()) as TopicReceipt);
  }

  announcements(): DeadLetterAnnouncement[] {
    return this.broker.read(DEAD_LETTERS_TOPIC).map(({ value }) => JSON.parse(Buffer.from(value as Uint8Array).toString()) as DeadLetterAnnouncement);
  }

  /** Runs one ingestor until every message of these topics is committed. */
  async drain(ingestor = this.ingestor().intake, patienceMs = 20_000): Promise<void> {
    const stop = new AbortController();
    const running = ingestor.run('one', stop.signal);
    const deadline = Date.now() + patienceMs;
    while (!this.drained() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 1));
    stop.abort();
    await running;
    if (!this.drained()) throw new Error('messages were left');
  }

  drained(): boolean {
    return agencyTopics.every((topic) =>
      (this.broker.partitionsOf(topic) ?? []).every((partition) => this.broker.slice(topic, partition, this.broker.committed('netral-ingestor', topic, partition), 1).messages.length === 0));
  }
}

export const STRUCTURED = { 'content-type': 'application/cloudevents+json; charset=utf-8' };

/** A letter of KASN as a message of its topic, structured, under its subject. */
export const letterMessage = (id: string, extra: object = {}): RawMessage => {
  const event = cloudEvent('RecommendationIssued', id, letter(id), { subject: `matter-${id}`, envelope: extra as Record<string, unknown> });
  return { key: event.subject, value: JSON.stringify(event), headers: STRUCTURED };
};

/** The same, binary. */
export const binaryLetter = (id: string): RawMessage => {
  const { data, ...attributes } = cloudEvent('RecommendationIssued', id, letter(id), { subject: `matter-${id}` });
  return { key: attributes.subject, value: JSON.stringify(data), headers: { 'content-type': 'application/json', ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value])) } };
};

import { setMaxListeners } from 'node:events';
import { backOffMs, rest } from '../back-off';
import { MessagingError, type Following, type Messaging, type OutgoingMessage, type Subscription } from '../messaging';
import { rawOf, type MemoryBroker } from './memory-broker';

/** Where a test may let a client die or stumble: before or after the broker has done its part. */
export interface MemoryHooks {
  readonly publish?: (when: 'before' | 'after', topic: string) => void;
  readonly commit?: (when: 'before' | 'after') => void;
}
const RETRY_MS = { firstMs: 1, mostMs: 20 };

/** A client of a broker in memory: a real adapter under the same suite, not a mock. */
export class MemoryMessaging implements Messaging {
  private closed = false;

  constructor(readonly broker: MemoryBroker, private readonly hooks: MemoryHooks = {}) {}

  async publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    if (this.closed) throw new MessagingError('closed', 'the messaging is closed');
    if (this.broker.partitionsOf(topic) === undefined) throw new MessagingError('no-topic', `there is no topic ${topic}`);
    this.hooks.publish?.('before', topic);
    this.broker.put(topic, messages.map(rawOf));
    this.hooks.publish?.('after', topic);
    await Promise.resolve();
  }

  async consume(subscription: Subscription): Promise<void> {
    const { topics, group, member, signal, onState } = subscription;
    await this.topicsThere(subscription);
    if (signal.aborted) return;
    // Every partition listens to it.
    setMaxListeners(0, signal);
    const id = this.broker.join(group, member, topics);
    try {
      while (!signal.aborted) {
        const { generation, partitions } = this.broker.membership(group, id);
        onState?.({ kind: 'consuming', partitions });
        const places = Object.entries(partitions).flatMap(([topic, numbers]) => numbers.map((partition) => ({ topic, partition })));
        const isOver = (): boolean => signal.aborted || this.broker.membership(group, id).generation !== generation;
        // All partitions of one generation end before the next begins: none is handled by two at once within one client.
        await Promise.all(places.map((place) => this.handleAll(subscription, place, generation, isOver)));
        if (!isOver()) await this.broker.stirred(group, signal);
      }
    } finally {
      this.broker.leave(group, id);
      onState?.({ kind: 'stopped' });
    }
  }

  async follow({ topic, group, onMessage, signal }: Following): Promise<{ readonly ended: Promise<void> }> {
    if (this.closed) throw new MessagingError('closed', 'the messaging is closed');
    const partitions = this.broker.partitionsOf(topic);
    if (partitions === undefined) throw new MessagingError('no-topic', `there is no topic ${topic}`);
    const next = partitions.map((partition) => this.broker.end(topic, partition));
    const run = async (): Promise<void> => {
      while (!signal.aborted) {
        for (const partition of partitions) {
          for (const message of this.broker.slice(topic, partition, next[partition] ?? 0n, 1000).messages) {
            onMessage(message, partition);
            next[partition] = message.offset + 1n;
          }
        }
        await this.broker.stirred(group, signal);
      }
    };
    await Promise.resolve();
    return { ended: run() };
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.resolve();
  }

  private async topicsThere({ topics, writesTo = [], signal, onState }: Subscription): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      const missing = [...topics, ...writesTo].filter((topic) => (this.broker.partitionsOf(topic) ?? []).length === 0);
      if (missing.length === 0) return;
      const retryMs = backOffMs(attempt, RETRY_MS);
      onState?.({ kind: 'waiting', reason: 'no-topic', message: `no such topic, or without partitions: ${missing.join(', ')}`, retryMs });
      await rest(retryMs, signal);
    }
  }

  private async handleAll(subscription: Subscription, { topic, partition }: { readonly topic: string; readonly partition: number }, generation: number, isOver: () => boolean): Promise<void> {
    const { group, batchMax, handle, signal, onState } = subscription;
    for (let failures = 0; !isOver(); ) {
      const { messages, behind } = this.broker.slice(topic, partition, this.broker.committed(group, topic, partition), batchMax);
      const last = messages.at(-1);
      if (last === undefined) {
        await this.broker.stirred(group, signal);
        continue;
      }
      try {
        await handle({ topic, partition, messages, behind });
        this.hooks.commit?.('before');
        if (!this.broker.commit(group, generation, topic, partition, last.offset + 1n)) return;
        this.hooks.commit?.('after');
        failures = 0;
      } catch (error) {
        failures += 1;
        const retryMs = backOffMs(failures, RETRY_MS);
        onState?.({ kind: 'paused', topic, partition, error: error instanceof Error ? error : new Error(String(error)), retryMs });
        await rest(retryMs, signal);
      }
    }
  }
}


import { randomUUID } from 'node:crypto';
import { RECEIPTS_TOPIC, type TopicReceipt } from '@netral/application';
import type { Messaging } from '@netral/messaging';
import { Awaited } from './awaited';
import type { PublishLine } from './publish-line';
import type { LineReceipt } from './receipts-file';

const HEADERS = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
/** Messages on the topic without a receipt, at most: the memory of a publishing. */
const AWAITED_MAX = 5000;
const LOOK_MS = 100;

export interface PublisherOptions {
  readonly messaging: Messaging;
  readonly agency: string;
  readonly topic: string;
  /** Longest silence while receipts are missing. */
  readonly silenceMsMax: number;
  readonly onReceipt: (receipt: LineReceipt) => void;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

/** No receipt came for too long: the messages are on the topic, and nobody takes them. */
export class SilenceError extends Error {
  constructor(readonly missing: number) {
    super(`${missing} receipts are missing`);
    this.name = 'SilenceError';
  }
}

/** Puts lines on an agency's topic and waits for the receipt of each. */
export class Publisher {
  private readonly awaited: Awaited;
  private readonly stop = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private lost: unknown;

  constructor(private readonly options: PublisherOptions) {
    this.awaited = new Awaited(options.topic, options.now, options.onReceipt);
  }

  /** Receipts are listened for before anything is sent. @throws MessagingError */
  async begin(): Promise<void> {
    const { messaging, agency } = this.options;
    // A name under the agency's own: what an operator grants (infra/kafka/acls.json).
    const group = `netral-${agency}-publish-${randomUUID()}`;
    const { ended } = await messaging.follow({ topic: RECEIPTS_TOPIC, group, signal: this.stop.signal, onMessage: ({ value }) => value !== null && this.awaited.give(JSON.parse(Buffer.from(value).toString('utf8')) as TopicReceipt) });
    this.following = ended.catch((error: unknown) => void (this.lost = error));
  }

  /** @throws MessagingError, SilenceError */
  async send(lines: readonly PublishLine[]): Promise<void> {
    await this.until(() => this.awaited.count + lines.length <= Math.max(AWAITED_MAX, lines.length));
    if (this.options.signal.aborted) return;
    this.awaited.expect(lines);
    await this.options.messaging.publish(this.options.topic, lines.map(({ subject, text }) => ({ key: subject, value: text, headers: HEADERS })));
    // A slow broker is no silence: it counts from when the messages are there.
    this.awaited.lastMs = this.options.now();
  }

  /** Resolves when each message has its receipt, or it was told to stop. @throws MessagingError, SilenceError */
  async settled(): Promise<number> {
    await this.until(() => this.awaited.count === 0);
    if (this.awaited.count === 0) this.awaited.concludeNameless();
    return this.awaited.count;
  }

  async end(): Promise<void> {
    this.stop.abort();
    await this.following;
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds() && !this.options.signal.aborted) {
      if (this.lost !== undefined) throw this.lost as Error;
      if (this.options.now() - this.awaited.lastMs > this.options.silenceMsMax) throw new SilenceError(this.awaited.count);
      await this.awaited.stirred(LOOK_MS);
    }
  }
}

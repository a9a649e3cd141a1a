/** Token of the messaging in dependency injection. */
export const MESSAGING = Symbol('Messaging');

/** A message as it stands on a topic. */
export interface TopicMessage {
  /** Place in its partition; later ones are higher, gaps are normal. */
  readonly offset: bigint;
  readonly key: Uint8Array | null;
  /** Null: a tombstone. */
  readonly value: Uint8Array | null;
  /** By name as sent; a header may stand several times. */
  readonly headers: ReadonlyMap<string, readonly Uint8Array[]>;
}

/** Messages of one partition, in its order, at least one. */
export interface TopicBatch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly TopicMessage[];
  /** Messages of the partition that came after these, as far as known when they were read. */
  readonly behind: number;
}

/**
 * Resolves when every message of the batch is answered for: only then its offset is committed. If it rejects, nothing is committed and
 * the same messages come again, after a pause that grows.
 */
export type BatchHandler = (batch: TopicBatch) => Promise<void>;

export interface Partitions {
  readonly [topic: string]: readonly number[];
}

/** How the consuming goes, for readiness, metrics and logs. */
export type ConsumerState =
  /** The broker cannot be used just now; tried again by itself. One clear line. */
  | { readonly kind: 'waiting'; readonly reason: MessagingErrorReason; readonly message: string; readonly retryMs: number }
  /** Partitions are this member's; none: others have them all. */
  | { readonly kind: 'consuming'; readonly partitions: Partitions }
  /** A partition rests, since its batch could not be handled. */
  | { readonly kind: 'paused'; readonly topic: string; readonly partition: number; readonly error: Error; readonly retryMs: number }
  | { readonly kind: 'stopped' };

export interface Subscription {
  readonly topics: readonly string[];
  /** Permanent: under it the committed offsets are kept. */
  readonly group: string;
  /** Name of this member, kept over restarts: partitions go to names, so that a restart moves none but its own. */
  readonly member: string;
  /** Topics that handling writes to: nothing is taken before they are there. */
  readonly writesTo?: readonly string[];
  /** Messages in one batch. */
  readonly batchMax: number;
  readonly handle: BatchHandler;
  /** Ends the consuming: the batch at hand is finished and committed, then the group is left. */
  readonly signal: AbortSignal;
  readonly onState?: (state: ConsumerState) => void;
}

export interface OutgoingMessage {
  readonly key: string | null;
  readonly value: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Following {
  readonly topic: string;
  /** A name that nobody else uses now: it shares nothing with other readers. */
  readonly group: string;
  /** One message after another of each partition, in its order; what it throws ends the following. */
  readonly onMessage: (message: TopicMessage, partition: number) => void;
  readonly signal: AbortSignal;
}

/** Topics, read and written. One contract suite (`test/contract/messaging.contract.ts`) holds every adapter to this. */
export interface Messaging {
  /**
   * Gives batches to the handler: of one partition one after another and in order, of several at once. A partition is one member's
   * at a time. At least once: what was handled and not yet committed when a member went away comes again, to it or to another. A group
   * without committed offsets begins at the oldest message. Resolves after the signal. Whatever passes by itself is waited for.
   * @throws MessagingError for what waiting does not mend: `denied`, `misconfigured`, `untrusted`
   */
  consume(subscription: Subscription): Promise<void>;

  /**
   * Everything that is put on a topic from now on, to whoever asks, beside all others; nothing is committed. Resolves when it has begun:
   * whatever is put there later is given. `ended` resolves after the signal; a broker that goes away is waited for.
   * @throws MessagingError, also from `ended`
   */
  follow(following: Following): Promise<{ readonly ended: Promise<void> }>;

  /**
   * Resolves when all are kept by every replica that is in step. Those of one key keep their order. After a failure some may be there.
   * @throws MessagingError
   */
  publish(topic: string, messages: readonly OutgoingMessage[]): Promise<void>;

  /** Lets go of connections. Consuming has to be ended first. Twice is once. */
  close(): Promise<void>;
}

export type MessagingErrorReason =
  | 'unreachable' | 'no-topic' | 'closed'
  /** Wrong password, or no right to a topic or group. */
  | 'denied'
  | 'untrusted' | 'misconfigured'
  /** The broker does not take the message: larger than it allows. */
  | 'too-large';

/** Topics cannot be used. The message is one clear line without passwords, keys or contents of messages. */
export class MessagingError extends Error {
  constructor(readonly reason: MessagingErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MessagingError';
  }
}

/** What adapters say of themselves; fields are ids, codes and counts. */
export type MessagingLog = (level: 'debug' | 'info' | 'warn', message: string, fields: Readonly<Record<string, string | number>>) => void;

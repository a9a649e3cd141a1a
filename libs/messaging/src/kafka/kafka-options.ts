import type { MessagingLog } from '../messaging';

export interface KafkaOptions {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  readonly tls: boolean;
  /** SCRAM-SHA-512; absent: no authentication. */
  readonly user?: string;
  readonly password?: string;
  /** Name that the brokers' logs show. */
  readonly clientId: string;
  readonly log: MessagingLog;
  /** After so long without a sign of life the broker gives a member's partitions to others. Shorter in tests. */
  readonly sessionTimeoutMs?: number;
}

/** Bounds of one client; what they hold in memory at once is about `fetchBytesMax` times the brokers. */
export const bounds = {
  connectMs: 3_000,
  requestMs: 30_000,
  retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
  sessionMs: 20_000,
  rebalanceMs: 60_000,
  /** Longest wait of the broker for messages; also how long a rest is overslept at most. */
  fetchWaitMs: 500,
  fetchBytesMax: 4 << 20,
  fetchBytesMaxOfPartition: 1 << 20,
  partitionsAtOnce: 4,
  metadataAgeMs: 60_000,
  /** Bytes of one request to write: below the broker's bound of a batch, 1 MB unless configured. */
  publishBytesMax: 500_000,
} as const;

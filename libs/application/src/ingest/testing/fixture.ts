import { NO_POSITION, type EventStore, type RecordedEvent } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import type { IdentityVault } from '@netral/vault';
import { MemoryIdentityVault } from '@netral/vault/memory/memory-identity-vault';
import type { IncomingMessage, Receipt } from '../ingest';
import { IngestService, type IngestLimits } from '../ingest-service';
import type { WriteGate } from '../write-gate';
import { jointDecision } from './messages';

export const limits: IngestLimits = { batchMax: 1000, queueMax: 10_000, messageBytesMax: 65_536, depthMax: 32 };
/** 2 November 2020, 10:00 in Jakarta. */
export const NOW = Date.UTC(2020, 10, 2, 3);

export interface Fixture {
  readonly store: EventStore;
  readonly vault: IdentityVault;
  readonly ingest: IngestService;
  /** Submits one message; its receipt. */
  give(message: IncomingMessage): Promise<Receipt>;
  events(): Promise<RecordedEvent[]>;
}

export const eventsOf = async (store: EventStore): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll(NO_POSITION)) events.push(event);
  return events;
};

/** An ingest over stores in memory, in which the joint decision is recorded already unless `empty`. */
export const openFixture = async (options: { readonly empty?: boolean; readonly limits?: Partial<IngestLimits>; readonly store?: EventStore; readonly gate?: WriteGate } = {}): Promise<Fixture> => {
  const store = options.store ?? new MemoryEventStore();
  const vault = new MemoryIdentityVault();
  const ingest = new IngestService({ store, vault, clock: { now: () => NOW }, ...(options.gate && { gate: options.gate }) }, { ...limits, ...options.limits });
  if (options.empty !== true) await ingest.submit(jointDecision);
  return {
    store, vault, ingest,
    give: async (message) => (await ingest.submit([message]))[0] as Receipt,
    events: () => eventsOf(store),
  };
};

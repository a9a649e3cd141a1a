import type { Provider } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { CLOCK, CONFIG, LOG, noTelemetry, systemClock, TELEMETRY, type Clock, type Config, type Log, type Telemetry } from '@netral/platform';
import { projections } from '@netral/projections';
import { READ_STORE, type ReadStore } from '@netral/read-store';
import { IDENTITY_VAULT, type IdentityVault } from '@netral/vault';
import { DeadLetters, INGEST, IngestService, WriteGate } from '../ingest';
import { ColumnsHolder, MODELS_FEED, Projector, READ_MODELS, Rebuilds, type OnRebuildProgress } from '../project';
import { measuredEventStore } from './measured-event-store';

/** What a process brings beside its configuration. */
export interface NetralParts {
  readonly log: Log;
  readonly clock?: Clock;
  /** Absent: nobody reads what is measured. */
  readonly telemetry?: Telemetry;
  /** Name of this process among those that fold, for people who look for it. */
  readonly holder?: string;
  /** Of a rebuild that begins by itself at the start. */
  readonly onRebuildProgress?: OnRebuildProgress;
}

/** What every process has. */
export const commonParts = (config: Config, { log, clock = systemClock, telemetry = noTelemetry }: NetralParts): Provider[] => [
  { provide: CONFIG, useValue: config },
  { provide: CLOCK, useValue: clock },
  { provide: LOG, useValue: log },
  { provide: TELEMETRY, useValue: telemetry },
];

/** The read models in memory, to be asked. */
export const answeringParts = (): Provider[] => [
  { provide: READ_MODELS, inject: [READ_STORE], useFactory: (store: ReadStore) => new ColumnsHolder(store, projections) },
];

/** The way in, and the way back in. */
export const ingestParts = (config: Config, { log, telemetry = noTelemetry }: NetralParts): Provider[] => [
  WriteGate,
  {
    provide: INGEST, inject: [EVENT_STORE, IDENTITY_VAULT, CLOCK, WriteGate],
    useFactory: (store: EventStore, vault: IdentityVault, clock: Clock, gate: WriteGate) => new IngestService({ store: measuredEventStore(store, telemetry), vault, clock, gate, telemetry, log }, {
      batchMax: config.ingestBatchMax, queueMax: config.ingestQueueMax, messageBytesMax: config.ingestMessageBytesMax, depthMax: config.ingestDepthMax,
    }),
  },
  {
    provide: DeadLetters, inject: [IDENTITY_VAULT, EVENT_STORE, INGEST],
    useFactory: (vault: IdentityVault, store: EventStore, ingest: IngestService) => new DeadLetters(vault, store, ingest),
  },
];

/** The fold of the log into the read models, under its lease. */
export const foldParts = (config: Config, { log, telemetry = noTelemetry, holder = String(process.pid), onRebuildProgress }: NetralParts): Provider[] => [
  {
    provide: Projector, inject: [EVENT_STORE, READ_STORE],
    useFactory: (eventStore: EventStore, readStore: ReadStore) => new Projector({
      eventStore, readStore, projections, log, telemetry, batchMax: config.foldBatchMax, documentsCacheMax: config.foldDocumentsCacheMax, lease: { holder, ttlMs: config.foldLeaseMs },
      ...(onRebuildProgress === undefined ? {} : { onRebuildProgress }),
    }),
  },
  { provide: MODELS_FEED, useExisting: Projector },
  { provide: Rebuilds, inject: [Projector, CLOCK], useFactory: (projector: Projector, clock: Clock) => new Rebuilds(projector, clock, log) },
];

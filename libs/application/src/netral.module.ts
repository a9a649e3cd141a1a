import { join } from 'node:path';
import { Inject, Injectable, Module, type BeforeApplicationShutdown, type DynamicModule, type OnModuleInit, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { EventStoreModule, eventStoreConfigOf } from '@netral/event-store/event-store.module';
import { CLOCK, CONFIG, LOG, systemClock, type Clock, type Config, type Log } from '@netral/platform';
import { projections } from '@netral/projections';
import { READ_STORE, type ReadStore } from '@netral/read-store';
import { ReadStoreModule } from '@netral/read-store/read-store.module';
import { IDENTITY_VAULT, type IdentityVault } from '@netral/vault';
import { VaultModule } from '@netral/vault/vault.module';
import { DeadLetters, INGEST, IngestService, WriteGate } from './ingest';
import { ColumnsHolder, Projector, READ_MODELS, Rebuilds, type OnRebuildProgress } from './project';
import { processQueryHandlers, queryHandlers } from './queries';

/** What a process brings beside its configuration. */
export interface NetralParts {
  readonly log: Log;
  readonly clock?: Clock;
  /** Of a rebuild that begins by itself at the start. */
  readonly onRebuildProgress?: OnRebuildProgress;
}

/** Where the embedded stores lie in the data folder. */
export const storePlaces = ({ dataDir, masterKeyFile }: Pick<Config, 'dataDir' | 'masterKeyFile'>) => ({
  log: join(dataDir, 'log.db'),
  logIndex: join(dataDir, 'log-index.db'),
  readModels: join(dataDir, 'read-models'),
  vault: join(dataDir, 'vault.db'),
  masterKey: masterKeyFile === '' ? join(dataDir, 'secrets', 'master.key') : masterKeyFile,
});

/** Starts folding once the stores are open, and stops writers and folds before the stores close. */
@Injectable()
class Lifecycle implements OnModuleInit, BeforeApplicationShutdown {
  constructor(private readonly projector: Projector, @Inject(READ_MODELS) private readonly models: ColumnsHolder, @Inject(INGEST) private readonly ingest: IngestService) {}

  async onModuleInit(): Promise<void> {
    await this.models.refresh();
    this.projector.onCommit((commit) => this.models.refresh(commit));
    this.projector.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.ingest.close();
    await this.projector.stop();
  }
}

/** Everything of Netral but its doors: stores, ingest, folds, questions. HTTP, CLI and tests stand in front of the same. */
@Module({})
export class NetralModule {
  /** The one process that writes the log and folds it. */
  static forRoot(config: Config, parts: NetralParts): DynamicModule {
    const providers = [...partsOf(config, parts), ...writers(config, parts), ...queryHandlers, ...processQueryHandlers, Lifecycle];
    return { module: NetralModule, global: true, imports: [CqrsModule.forRoot(), ...stores(config, parts, false)], providers, exports: exported };
  }

  /** A process that only reads, beside the one that writes: it answers from what that one has folded. */
  static forReading(config: Config, parts: NetralParts): DynamicModule {
    const providers = [...partsOf(config, parts), ...queryHandlers, Reading];
    return { module: NetralModule, global: true, imports: [CqrsModule.forRoot(), ...stores(config, parts, true)], providers, exports: [...shared] };
  }
}

/** Loads the read models once: who only reads, asks and ends. */
@Injectable()
class Reading implements OnModuleInit {
  constructor(@Inject(READ_MODELS) private readonly models: ColumnsHolder) {}

  async onModuleInit(): Promise<void> {
    await this.models.refresh();
  }
}

const shared = [CqrsModule, CONFIG, CLOCK, LOG, READ_MODELS];
const exported = [...shared, INGEST, WriteGate, DeadLetters, Projector, Rebuilds];

const stores = (config: Config, { log }: NetralParts, readOnly: boolean): DynamicModule[] => {
  const places = storePlaces(config);
  const onReset = (reason: string): void => log.warn('read models thrown away; they are folded anew', { reason });
  return [
    EventStoreModule.forRoot(eventStoreConfigOf(config.eventStore, places, {
      readOnly,
      onAlarm: ({ stream, kind, position }) => log.error('a stream of the log is being lost on the server; see docs/kurrentdb.md', { stream, kind, position }),
    })),
    ReadStoreModule.forRoot(config.readStore === 'memory' ? { kind: 'memory' } : { kind: 'sqlite', directory: places.readModels, readOnly, onReset }),
    ...(readOnly ? [] : [VaultModule.forRoot(config.eventStore === 'memory' ? { kind: 'memory' } : { kind: 'sqlite', file: places.vault, masterKeyFile: places.masterKey })]),
  ];
};

const partsOf = (config: Config, { log, clock = systemClock }: NetralParts): Provider[] => [
  { provide: CONFIG, useValue: config },
  { provide: CLOCK, useValue: clock },
  { provide: LOG, useValue: log },
  { provide: READ_MODELS, inject: [READ_STORE], useFactory: (store: ReadStore) => new ColumnsHolder(store, projections) },
];

const writers = (config: Config, { log, onRebuildProgress }: NetralParts): Provider[] => [
  WriteGate,
  {
    provide: INGEST, inject: [EVENT_STORE, IDENTITY_VAULT, CLOCK, WriteGate],
    useFactory: (store: EventStore, vault: IdentityVault, clock: Clock, gate: WriteGate) => new IngestService({ store, vault, clock, gate }, {
      batchMax: config.ingestBatchMax, queueMax: config.ingestQueueMax, messageBytesMax: config.ingestMessageBytesMax, depthMax: config.ingestDepthMax,
    }),
  },
  {
    provide: DeadLetters, inject: [IDENTITY_VAULT, EVENT_STORE, INGEST],
    useFactory: (vault: IdentityVault, store: EventStore, ingest: IngestService) => new DeadLetters(vault, store, ingest),
  },
  {
    provide: Projector, inject: [EVENT_STORE, READ_STORE],
    useFactory: (eventStore: EventStore, readStore: ReadStore) => new Projector({
      eventStore, readStore, projections, log, batchMax: config.foldBatchMax, documentsCacheMax: config.foldDocumentsCacheMax,
      ...(onRebuildProgress === undefined ? {} : { onRebuildProgress }),
    }),
  },
  { provide: Rebuilds, inject: [Projector, CLOCK], useFactory: (projector: Projector, clock: Clock) => new Rebuilds(projector, clock, log) },
];

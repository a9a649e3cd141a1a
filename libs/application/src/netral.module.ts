import { Inject, Injectable, Module, type BeforeApplicationShutdown, type DynamicModule, type OnModuleInit, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { CLOCK, CONFIG, LOG, TELEMETRY, type Config } from '@netral/platform';
import { DeadLetters, INGEST, IngestService, WriteGate } from './ingest';
import { EmbeddedReadiness, READINESS } from './operate/readiness';
import { ColumnsHolder, MODELS_FEED, Projector, READ_MODELS, Rebuilds, type ModelsFeed } from './project';
import { processQueryHandlers, queryHandlers } from './queries';
import { answeringParts, commonParts, foldParts, ingestParts, type NetralParts } from './roles/parts';
import { answeringRole, foldRole, ingestRole } from './roles/roles.module';
import { storesFor } from './roles/stores.module';

export type { NetralParts } from './roles/parts';
export { readStoreConfigOf, storePlaces, vaultConfigOf } from './roles/stores.module';

/** Starts folding once the stores are open, and stops writers and folds before the stores close. */
@Injectable()
class Lifecycle implements OnModuleInit, BeforeApplicationShutdown {
  constructor(private readonly projector: Projector, @Inject(READ_MODELS) private readonly models: ColumnsHolder, @Inject(INGEST) private readonly ingest: IngestService) {}

  async onModuleInit(): Promise<void> {
    await this.models.refresh();
    this.projector.onCommit(async (commit) => void (await this.models.refresh(commit)));
    this.projector.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.ingest.close();
    await this.projector.stop();
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

const shared = [CqrsModule, CONFIG, CLOCK, LOG, TELEMETRY];
const embeddedReadiness: Provider = {
  provide: READINESS, inject: [MODELS_FEED, WriteGate, EVENT_STORE],
  useFactory: (feed: ModelsFeed, gate: WriteGate, store: EventStore) => new EmbeddedReadiness(feed, gate, store),
};

/** Everything of Netral but its doors: stores, ingest, folds, questions. HTTP, CLI and tests stand in front of the same; a role has a part of it. */
@Module({})
export class NetralModule {
  /** The one process that writes the log, folds it and answers. */
  static forRoot(config: Config, parts: NetralParts): DynamicModule {
    return netral({
      imports: storesFor(config, { log: 'write', readModels: 'write', vault: 'write' }, parts.log),
      providers: [
        ...commonParts(config, parts), ...answeringParts(), ...ingestParts(config, parts), ...foldParts(config, parts), embeddedReadiness,
        ...queryHandlers, ...processQueryHandlers, Lifecycle,
      ],
      exports: [...shared, READ_MODELS, MODELS_FEED, READINESS, INGEST, WriteGate, DeadLetters, Projector, Rebuilds],
    });
  }

  /** A process that only reads, beside the one that writes: it answers from what that one has folded, once, and ends. */
  static forReading(config: Config, parts: NetralParts): DynamicModule {
    return netral({
      imports: storesFor(config, { log: 'read', readModels: 'read' }, parts.log),
      providers: [...commonParts(config, parts), ...answeringParts(), ...queryHandlers, Reading],
      exports: [...shared, READ_MODELS],
    });
  }

  /** Role: takes messages in. Log and vault; nothing is folded. Exports `INGEST`, `WriteGate`, `DeadLetters`, `READINESS`. */
  static forIngest(config: Config, parts: NetralParts): DynamicModule {
    return netral(ingestRole(config, parts, shared));
  }

  /** Role: folds, or stands by while another does. Log to read, read store; no vault. Exports `Projector`, `Rebuilds`, `MODELS_FEED`, `READINESS`. */
  static forFold(config: Config, parts: NetralParts): DynamicModule {
    return netral(foldRole(config, parts, shared));
  }

  /** Role: answers from what others fold, as long as it lives. Exports `READ_MODELS`, `MODELS_FEED`, `READINESS`. */
  static forAnswering(config: Config, parts: NetralParts): DynamicModule {
    return netral(answeringRole(config, parts, shared));
  }
}

const netral = ({ imports = [], ...rest }: Omit<DynamicModule, 'module'>): DynamicModule =>
  ({ module: NetralModule, global: true, imports: [CqrsModule.forRoot(), ...imports], ...rest });

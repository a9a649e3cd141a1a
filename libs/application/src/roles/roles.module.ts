import { Inject, Injectable, type BeforeApplicationShutdown, type DynamicModule, type OnModuleInit, type Provider } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { CLOCK, TELEMETRY, type Clock, type Config, type Telemetry } from '@netral/platform';
import { projections } from '@netral/projections';
import { DeadLetters, INGEST, IngestService, WriteGate } from '../ingest';
import { AnsweringReadiness, FoldReadiness, IngestReadiness, READINESS } from '../operate/readiness';
import { ColumnsHolder, MODELS_FEED, ModelsTail, projectionStatuses, Projector, READ_MODELS, Rebuilds, type ModelsFeed } from '../project';
import { processQueryHandlers, queryHandlers, readinessQueryHandlers } from '../queries';
import { answeringParts, commonParts, foldParts, ingestParts, type NetralParts } from './parts';
import { requireShared, storesFor } from './stores.module';

/** What a role has, without the module that holds it. */
type Role = Omit<DynamicModule, 'module'>;
type Exports = NonNullable<DynamicModule['exports']>;

@Injectable()
class IngestLife implements OnModuleInit, BeforeApplicationShutdown {
  constructor(@Inject(INGEST) private readonly ingest: IngestService, @Inject(TELEMETRY) private readonly telemetry: Telemetry) {}

  onModuleInit(): void {
    this.telemetry.watch('queue', () => this.ingest.waiting);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.ingest.close();
  }
}

@Injectable()
class FoldLife implements OnModuleInit, BeforeApplicationShutdown {
  constructor(private readonly projector: Projector, @Inject(TELEMETRY) private readonly telemetry: Telemetry) {}

  onModuleInit(): void {
    this.telemetry.watch('lease', () => (this.projector.holdsLease ? 1 : 0));
    this.projector.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.projector.stop();
  }
}

@Injectable()
class AnsweringLife implements OnModuleInit, BeforeApplicationShutdown {
  constructor(private readonly tail: ModelsTail, @Inject(READ_MODELS) private readonly models: ColumnsHolder, @Inject(TELEMETRY) private readonly telemetry: Telemetry) {}

  onModuleInit(): void {
    this.telemetry.watch('events', () => this.models.length);
    this.tail.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.tail.stop();
  }
}

/** Tells how far the read models are behind the log, when somebody looks. A process that is not at them says nothing. */
@Injectable()
class LagWatch implements OnModuleInit {
  constructor(
    @Inject(MODELS_FEED) private readonly feed: ModelsFeed, @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock, @Inject(TELEMETRY) private readonly telemetry: Telemetry,
  ) {}

  onModuleInit(): void {
    this.telemetry.watchLag(async () => {
      if (['starting', 'standby', 'ended'].includes(this.feed.current.state)) return [];
      const statuses = await projectionStatuses(projections, this.feed, this.store, this.clock);
      return statuses.map(({ name, lag }) => ({ projection: name, ...lag }));
    });
  }
}

export const ingestRole = (config: Config, parts: NetralParts, shared: Exports): Role => {
  requireShared(config, ['eventStore']);
  const readiness: Provider = { provide: READINESS, inject: [WriteGate, EVENT_STORE], useFactory: (gate: WriteGate, store: EventStore) => new IngestReadiness(gate, store) };
  return {
    imports: storesFor(config, { log: 'write', vault: 'write' }, parts.log),
    providers: [...commonParts(config, parts), ...ingestParts(config, parts), readiness, ...readinessQueryHandlers, IngestLife],
    exports: [...shared, INGEST, WriteGate, DeadLetters, READINESS],
  };
};

export const foldRole = (config: Config, parts: NetralParts, shared: Exports): Role => {
  requireShared(config, ['eventStore', 'readStore']);
  const readiness: Provider = { provide: READINESS, inject: [MODELS_FEED], useFactory: (feed: ModelsFeed) => new FoldReadiness(feed) };
  return {
    imports: storesFor(config, { log: 'read', readModels: 'write' }, parts.log),
    providers: [...commonParts(config, parts), ...foldParts(config, parts), readiness, ...processQueryHandlers, FoldLife, LagWatch],
    exports: [...shared, Projector, Rebuilds, MODELS_FEED, READINESS],
  };
};

export const answeringRole = (config: Config, parts: NetralParts, shared: Exports): Role => {
  requireShared(config, ['eventStore', 'readStore']);
  const readiness: Provider = {
    provide: READINESS, inject: [MODELS_FEED, READ_MODELS, EVENT_STORE],
    useFactory: (feed: ModelsFeed, models: ColumnsHolder, store: EventStore) => new AnsweringReadiness(feed, models, store),
  };
  const tail: Provider[] = [
    { provide: ModelsTail, inject: [READ_MODELS], useFactory: (models: ColumnsHolder) => new ModelsTail({ models, log: parts.log, everyMs: config.tailMs }) },
    { provide: MODELS_FEED, useExisting: ModelsTail },
  ];
  return {
    imports: storesFor(config, { log: 'read', readModels: 'read' }, parts.log),
    providers: [...commonParts(config, parts), ...answeringParts(), ...tail, readiness, ...queryHandlers, ...processQueryHandlers, AnsweringLife, LagWatch],
    exports: [...shared, READ_MODELS, MODELS_FEED, READINESS],
  };
};

import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from './event-store';
import { MemoryEventStore } from './memory/memory-event-store';
import { SqliteEventStore } from './sqlite/sqlite-event-store';

export type EventStoreConfig =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly file: string; readonly readOnly?: boolean };

/**
 * The log that the configuration names; the only place that knows which there are.
 * @throws StoreUnavailableError
 */
export const openEventStore = (config: EventStoreConfig): EventStore => {
  switch (config.kind) {
    case 'memory':
      return new MemoryEventStore();
    case 'sqlite':
      return new SqliteEventStore(config);
  }
};

@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  static forRoot(config: EventStoreConfig): DynamicModule {
    return {
      module: EventStoreModule,
      global: true,
      providers: [{ provide: EVENT_STORE, useFactory: (): EventStore => openEventStore(config) }],
      exports: [EVENT_STORE],
    };
  }

  /** The last of Nest's hooks: whoever writes or subscribes has to stop in an earlier one. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}

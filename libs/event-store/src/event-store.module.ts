import { accessSync, constants } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from './event-store';
import type { Finding } from './inspection';
import type { KurrentDbEventStoreOptions } from './kurrentdb/kurrentdb-event-store';
import { MemoryEventStore } from './memory/memory-event-store';
import { SqliteEventStore } from './sqlite/sqlite-event-store';

export type EventStoreConfig =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly file: string; readonly readOnly?: boolean }
  | ({ readonly kind: 'kurrentdb' } & Pick<KurrentDbEventStoreOptions, 'address' | 'indexFile' | 'indexServer' | 'readOnly' | 'onAlarm'>);

/** Loaded when it is asked for: the driver takes a tenth of a second and more, which an embedded log need not wait for at every start. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const onServer = (): typeof import('./kurrentdb/on-server') => require('./kurrentdb/on-server') as typeof import('./kurrentdb/on-server');

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
    case 'kurrentdb':
      return new (onServer().KurrentDbEventStore)(config);
  }
};

/**
 * What can be seen of the log's home without reading the log.
 * @throws StoreUnavailableError when it cannot be reached
 */
export const inspectEventStore = async (config: EventStoreConfig, now: () => number): Promise<readonly Finding[]> => {
  if (config.kind === 'kurrentdb') return onServer().inspectKurrentDb(config.address, now);
  if (config.kind === 'memory') return [{ check: 'reachable', ok: true, found: 'memory' }];
  await new SqliteEventStore({ file: config.file, readOnly: true }).close();
  return [{ check: 'reachable', ok: true, found: basename(config.file) }, { check: 'writable', ...mayWrite(config.file) }];
};

const mayWrite = (file: string): Pick<Finding, 'ok' | 'found'> => {
  try {
    for (const place of [file, dirname(file)]) accessSync(place, constants.W_OK);
    return { ok: true, found: 'yes' };
  } catch {
    return { ok: false, found: 'no: the file or its folder cannot be written' };
  }
};

export interface EventStorePlaces {
  /** File of the embedded log. */
  readonly log: string;
  /** File of the index of ids, beside a log on a server. */
  readonly logIndex: string;
}

export type EventStoreSettings = Pick<KurrentDbEventStoreOptions, 'readOnly' | 'onAlarm' | 'indexServer'>;

/** What the setting `NETRAL_EVENT_STORE` means: `memory`, `sqlite`, or the address of a server, whose index of ids may be on one too. */
export const eventStoreConfigOf = (setting: string, places: EventStorePlaces, { readOnly = false, onAlarm, indexServer }: EventStoreSettings = {}): EventStoreConfig => {
  if (setting === 'memory') return { kind: 'memory' };
  if (setting === 'sqlite') return { kind: 'sqlite', file: places.log, readOnly };
  return { kind: 'kurrentdb', address: setting, indexFile: places.logIndex, readOnly, ...(onAlarm && { onAlarm }), ...(indexServer && { indexServer }) };
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

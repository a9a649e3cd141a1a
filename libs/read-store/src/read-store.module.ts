import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { MemoryReadStore } from './memory/memory-read-store';
import type { MongoReadStoreOptions } from './mongodb/mongodb-read-store';
import { READ_STORE, type ReadStore } from './read-store';
import { SqliteReadStore, type SqliteReadStoreOptions } from './sqlite/sqlite-read-store';

export type ReadStoreConfig =
  | { readonly kind: 'memory' }
  | ({ readonly kind: 'sqlite' } & SqliteReadStoreOptions)
  | ({ readonly kind: 'mongodb' } & MongoReadStoreOptions);

/** Loaded when it is asked for: the driver takes a tenth of a second and more, which an embedded store need not wait for at every start. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const onServer = (): typeof import('./mongodb/mongodb-read-store') => require('./mongodb/mongodb-read-store') as typeof import('./mongodb/mongodb-read-store');

/**
 * The read store that the configuration names; the only place that knows which there are.
 * @throws ReadStoreError
 */
export const openReadStore = (config: ReadStoreConfig): ReadStore => {
  switch (config.kind) {
    case 'memory':
      return new MemoryReadStore();
    case 'sqlite':
      return new SqliteReadStore(config);
    case 'mongodb':
      return new (onServer().MongoReadStore)(config);
  }
};

export interface ReadStorePlaces {
  /** Folder of the embedded read models. */
  readonly directory: string;
  /** Writes in one call to a server. */
  readonly batchMax: number;
  /** Milliseconds that one call to a server may take. */
  readonly timeoutMs: number;
}

/** What the setting `NETRAL_READ_STORE` means: `memory`, `sqlite`, or the address of a MongoDB database. */
export const readStoreConfigOf = (
  setting: string, { directory, batchMax, timeoutMs }: ReadStorePlaces, options: { readonly readOnly?: boolean; readonly onReset?: (reason: string) => void } = {},
): ReadStoreConfig => {
  if (setting === 'memory') return { kind: 'memory' };
  if (setting === 'sqlite') return { kind: 'sqlite', directory, ...options };
  return { kind: 'mongodb', address: setting, batchMax, timeoutMs, ...options };
};

@Module({})
export class ReadStoreModule implements OnApplicationShutdown {
  constructor(@Inject(READ_STORE) private readonly store: ReadStore) {}

  static forRoot(config: ReadStoreConfig): DynamicModule {
    return {
      module: ReadStoreModule,
      global: true,
      providers: [{ provide: READ_STORE, useFactory: (): ReadStore => openReadStore(config) }],
      exports: [READ_STORE],
    };
  }

  /** The last of Nest's hooks: whoever folds or answers has to stop in an earlier one. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}

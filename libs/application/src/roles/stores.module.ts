import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { EventStoreModule, eventStoreConfigOf } from '@netral/event-store/event-store.module';
import { ConfigError, settings, type Config, type Log } from '@netral/platform';
import { ReadStoreModule, type ReadStoreConfig } from '@netral/read-store/read-store.module';
import { VaultModule, type VaultConfig } from '@netral/vault/vault.module';

/** Where the embedded stores lie in the data folder. */
export const storePlaces = ({ dataDir, masterKeyFile }: Pick<Config, 'dataDir' | 'masterKeyFile'>) => ({
  log: join(dataDir, 'log.db'),
  logIndex: join(dataDir, 'log-index.db'),
  readModels: join(dataDir, 'read-models'),
  vault: join(dataDir, 'vault.db'),
  masterKey: masterKeyFile === '' ? join(dataDir, 'secrets', 'master.key') : masterKeyFile,
});

/** What a process needs of each store; one that it does not need is not opened. */
export interface StoreNeeds {
  readonly log: 'write' | 'read';
  readonly readModels?: 'write' | 'read';
  readonly vault?: 'write';
}

/** The stores that the settings name, as far as they are needed. */
export const storesFor = (config: Config, { log, readModels, vault }: StoreNeeds, told: Log): DynamicModule[] => [
  EventStoreModule.forRoot(eventStoreConfigOf(config.eventStore, storePlaces(config), {
    readOnly: log === 'read',
    ...(config.vault !== 'sqlite' && { indexServer: { address: config.vault, batchMax: config.mongodbBatchMax, timeoutMs: config.mongodbTimeoutMs } }),
    onAlarm: ({ stream, kind, position }) => told.error('a stream of the log is being lost on the server; see docs/kurrentdb.md', { stream, kind, position }),
  })),
  ...(readModels === undefined ? [] : [ReadStoreModule.forRoot(readStoreConfigOf(config, readModels === 'read', told))]),
  ...(vault === undefined ? [] : [VaultModule.forRoot(vaultConfigOf(config))]),
];

/** What the setting `NETRAL_READ_STORE` means. */
export const readStoreConfigOf = (config: Config, readOnly: boolean, told: Log): ReadStoreConfig => {
  if (config.readStore === 'memory') return { kind: 'memory' };
  const onReset = (reason: string): void => told.warn('read models thrown away; they are folded anew', { reason });
  if (config.readStore === 'sqlite') return { kind: 'sqlite', directory: storePlaces(config).readModels, readOnly, onReset };
  return { kind: 'mongodb', address: config.readStore, batchMax: config.mongodbBatchMax, timeoutMs: config.mongodbTimeoutMs, readOnly, onReset };
};

/** What the setting `NETRAL_VAULT` means; a log in memory has its vault there too. */
export const vaultConfigOf = (config: Config): VaultConfig => {
  const { vault: file, masterKey: masterKeyFile } = storePlaces(config);
  if (config.vault !== 'sqlite') return { kind: 'mongodb', address: config.vault, masterKeyFile, batchMax: config.mongodbBatchMax, timeoutMs: config.mongodbTimeoutMs };
  return config.eventStore === 'memory' ? { kind: 'memory' } : { kind: 'sqlite', file, masterKeyFile };
};

/** Processes share nothing that is in memory. @throws ConfigError */
export const requireShared = (config: Config, which: readonly ('eventStore' | 'readStore')[]): void => {
  const problems = which.filter((key) => config[key] === 'memory')
    .map((key) => `${settings[key].variable}: found memory, expected a store that several processes can share`);
  if (problems.length > 0) throw new ConfigError(problems);
};

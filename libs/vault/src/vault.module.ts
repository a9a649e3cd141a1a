import { existsSync } from 'node:fs';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { IDENTITY_VAULT, type IdentityVault } from './identity-vault';
import { createMasterKey, readMasterKey } from './master-key';
import { MemoryIdentityVault } from './memory/memory-identity-vault';
import type { MongodbVaultOptions } from './mongodb/mongodb-identity-vault';
import { SqliteIdentityVault } from './sqlite/sqlite-identity-vault';

type EmbeddedVaultConfig = { readonly kind: 'memory' } | { readonly kind: 'sqlite'; readonly file: string; readonly masterKeyFile: string };
export type VaultConfig = EmbeddedVaultConfig | ({ readonly kind: 'mongodb' } & MongodbVaultOptions);

/** Loaded when it is asked for: an embedded vault need not wait for the driver at every start. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const onServer = (): typeof import('./mongodb/mongodb-identity-vault') => require('./mongodb/mongodb-identity-vault') as typeof import('./mongodb/mongodb-identity-vault');

/**
 * The vault that the configuration names. A master key is made only together with a new vault: for one that is there already a
 * missing key is an error, not a reason to make another.
 * @throws VaultError
 */
export function openIdentityVault(config: EmbeddedVaultConfig): IdentityVault;
export function openIdentityVault(config: VaultConfig): IdentityVault | Promise<IdentityVault>;
export function openIdentityVault(config: VaultConfig): IdentityVault | Promise<IdentityVault> {
  switch (config.kind) {
    case 'memory':
      return new MemoryIdentityVault();
    case 'sqlite': {
      const { file, masterKeyFile } = config;
      const masterKey = existsSync(masterKeyFile) || existsSync(file) ? readMasterKey(masterKeyFile) : createMasterKey(masterKeyFile);
      return new SqliteIdentityVault({ file, masterKey });
    }
    case 'mongodb':
      return onServer().MongodbIdentityVault.open(config);
  }
}

@Module({})
export class VaultModule implements OnApplicationShutdown {
  constructor(@Inject(IDENTITY_VAULT) private readonly vault: IdentityVault) {}

  static forRoot(config: VaultConfig): DynamicModule {
    return {
      module: VaultModule,
      global: true,
      providers: [{ provide: IDENTITY_VAULT, useFactory: (): IdentityVault | Promise<IdentityVault> => openIdentityVault(config) }],
      exports: [IDENTITY_VAULT],
    };
  }

  /** The last of Nest's hooks: whoever seals has to stop in an earlier one. */
  async onApplicationShutdown(): Promise<void> {
    await this.vault.close();
  }
}

import { existsSync } from 'node:fs';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { IDENTITY_VAULT, type IdentityVault } from './identity-vault';
import { createMasterKey, readMasterKey } from './master-key';
import { MemoryIdentityVault } from './memory/memory-identity-vault';
import { SqliteIdentityVault } from './sqlite/sqlite-identity-vault';

export type VaultConfig = { readonly kind: 'memory' } | { readonly kind: 'sqlite'; readonly file: string; readonly masterKeyFile: string };

/**
 * The vault that the configuration names. A master key is made only together with a new vault: for one that is there already a
 * missing key is an error, not a reason to make another.
 * @throws VaultError
 */
export const openIdentityVault = (config: VaultConfig): IdentityVault => {
  switch (config.kind) {
    case 'memory':
      return new MemoryIdentityVault();
    case 'sqlite': {
      const { file, masterKeyFile } = config;
      const masterKey = existsSync(masterKeyFile) || existsSync(file) ? readMasterKey(masterKeyFile) : createMasterKey(masterKeyFile);
      return new SqliteIdentityVault({ file, masterKey });
    }
  }
};

@Module({})
export class VaultModule implements OnApplicationShutdown {
  constructor(@Inject(IDENTITY_VAULT) private readonly vault: IdentityVault) {}

  static forRoot(config: VaultConfig): DynamicModule {
    return {
      module: VaultModule,
      global: true,
      providers: [{ provide: IDENTITY_VAULT, useFactory: (): IdentityVault => openIdentityVault(config) }],
      exports: [IDENTITY_VAULT],
    };
  }

  /** The last of Nest's hooks: whoever seals has to stop in an earlier one. */
  async onApplicationShutdown(): Promise<void> {
    await this.vault.close();
  }
}

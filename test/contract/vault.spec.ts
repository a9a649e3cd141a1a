import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { MemoryIdentityVault } from '@netral/vault/memory/memory-identity-vault';
import { SqliteIdentityVault } from '@netral/vault/sqlite/sqlite-identity-vault';
import { temporaryFolder } from '../support/temporary-folder';
import { vaultContract } from './vault.contract';
import type { VaultUnderTest } from './vault.testing';

const folder = temporaryFolder();
let files = 0;
const sqlite = (personsCacheMax: number) => async (): Promise<VaultUnderTest> => {
  const options = { file: join(folder, `${(files += 1)}.db`), masterKey: randomBytes(32), personsCacheMax };
  let vault = new SqliteIdentityVault(options);
  const reopen = async (): Promise<SqliteIdentityVault> => {
    await vault.close();
    vault = new SqliteIdentityVault(options);
    return vault;
  };
  return { vault, reopen };
};

vaultContract('memory', async () => ({ vault: new MemoryIdentityVault() }));
vaultContract('sqlite', sqlite(100_000));
vaultContract('sqlite, cache of one person', sqlite(1));

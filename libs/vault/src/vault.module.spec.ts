import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { IDENTITY_VAULT, type IdentityVault } from './identity-vault';
import { VaultModule } from './vault.module';

describe('the module of the vault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'netral-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([['memory' as const], ['sqlite' as const]])('gives the vault that is asked for (%s) and closes it at the end', async (kind) => {
    const config = kind === 'memory' ? { kind } : { kind, file: join(folder, 'vault.db'), masterKeyFile: join(folder, 'master.key') };
    const module = await Test.createTestingModule({ imports: [VaultModule.forRoot(config)] }).compile();
    const vault = module.get<IdentityVault>(IDENTITY_VAULT);
    expect(await vault.find('')).toBeUndefined();
    await module.close();
    await expect(vault.find('')).rejects.toMatchObject({ reason: 'closed' });
  });
});

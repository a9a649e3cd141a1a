import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VaultError } from './identity-vault';
import { createMasterKey, readMasterKey } from './master-key';
import { openIdentityVault } from './vault.module';

describe('the file of the master key', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'netral-test-'));
    file = join(folder, 'secrets', 'master.key');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const refusal = (ask: () => unknown): VaultError => {
    try {
      ask();
    } catch (error) {
      return error as VaultError;
    }
    throw new Error('expected a refusal');
  };

  it('is made of 32 random bytes, for the owner alone, and read back', () => {
    const key = createMasterKey(file);
    expect(key).toHaveLength(32);
    expect(readMasterKey(file).equals(key)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
    expect(createMasterKey(join(folder, 'other.key')).equals(key)).toBe(false);
  });

  it('is never made over another: the one that stands is given, and no draft is left', () => {
    const key = createMasterKey(file);
    expect(createMasterKey(file).equals(key)).toBe(true);
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['master.key']);
  });

  it.each([0o640, 0o604, 0o660, 0o644])('is refused when others may use it (mode %o)', (mode) => {
    createMasterKey(file);
    chmodSync(file, mode);
    expect(refusal(() => readMasterKey(file))).toMatchObject({
      name: 'VaultError', reason: 'key-file', message: `master.key: others than its owner may use it (found mode ${mode.toString(8)}, expected 600): chmod 600 it`,
    });
  });

  it.each([['', 0], ['c2hvcnQ=', 8], [`${'A'.repeat(42)}==`, 44], [`${'A'.repeat(43)}!`, 44], ['A'.repeat(88), 88]])('is refused with %p in it, without saying what', (text, found) => {
    createMasterKey(file);
    writeFileSync(file, text);
    expect(refusal(() => readMasterKey(file))).toMatchObject({ reason: 'key-file', message: `master.key: found ${found} characters, expected the 44 of 32 bytes in base64` });
  });

  it('is said to be missing, by its name only', () => {
    const { reason, message } = refusal(() => readMasterKey(file));
    expect({ reason, message }).toEqual({ reason: 'key-file', message: 'master.key: is not there; put the master key of this vault back' });
  });

  it('cannot be made where a file is in the way of its folder', () => {
    writeFileSync(join(folder, 'secrets'), 'in the way');
    expect(refusal(() => createMasterKey(file))).toMatchObject({ reason: 'key-file', message: 'master.key: cannot be made (EEXIST)' });
  });

  it('is made on the first start of a vault, used on the second, and never made anew for one that is there', async () => {
    const config = { kind: 'sqlite' as const, file: join(folder, 'vault.db'), masterKeyFile: file };
    const first = openIdentityVault(config);
    const hash = first.hash('isi');
    await first.close();
    const second = openIdentityVault(config);
    expect(second.hash('isi')).toBe(hash);
    await second.close();
    const kept = readFileSync(file);
    unlinkSync(file);
    expect(refusal(() => openIdentityVault(config)).reason).toBe('key-file');
    expect(readdirSync(join(folder, 'secrets'))).toEqual([]);
    createMasterKey(file);
    expect(refusal(() => openIdentityVault(config)).reason).toBe('wrong-key');
    writeFileSync(file, kept);
    await openIdentityVault(config).close();
  });
});

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type IdentityVault, VaultError } from '@netral/vault';
import { vaultKeys } from '@netral/vault/sealing';
import { openVault } from '@netral/vault/sqlite/open-vault';
import { SqliteIdentityVault } from '@netral/vault/sqlite/sqlite-identity-vault';
import { temporaryFolder } from '../support/temporary-folder';
import { letter, person } from './vault.testing';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const masterKey = randomBytes(32);
const refusal = (open: () => unknown): VaultError => {
  try {
    open();
  } catch (error) {
    return error as VaultError;
  }
  throw new Error('expected a refusal');
};

describe('a vault in SQLite', () => {
  it.each([['fresh'], ['reopened']])('has the settings that lose nothing and leave nothing when it is %s', () => {
    const db = openVault(at('settings.db'), vaultKeys(masterKey));
    expect(['synchronous', 'busy_timeout', 'secure_delete', 'foreign_keys', 'trusted_schema', 'journal_mode'].map((name) => db.pragma(name, { simple: true })))
      .toEqual([2, 5000, 1, 1, 0, 'wal']);
    db.close();
  });

  it('does not open under another master key, and is none the worse for it', async () => {
    const vault = new SqliteIdentityVault({ file: at('key.db'), masterKey });
    const [subject] = await vault.pseudonymise([person(1)]);
    await vault.close();
    expect(refusal(() => new SqliteIdentityVault({ file: at('key.db'), masterKey: randomBytes(32) }))).toMatchObject({
      name: 'VaultError', reason: 'wrong-key', message: 'key.db was sealed under another master key: put the key file of this vault back',
    });
    const again = new SqliteIdentityVault({ file: at('key.db'), masterKey });
    expect(await again.openIdentity(subject!)).toEqual(person(1));
    await again.close();
  });

  it('refuses a master key of another length', () =>
    expect(() => new SqliteIdentityVault({ file: at('short.db'), masterKey: randomBytes(16) })).toThrow('found 16 bytes, expected 32'));

  it.each([
    ['no database', () => writeFileSync(at('wrong.db'), 'not a database at all'.repeat(500)), 'wrong.db: the file is damaged or is no vault'],
    ['another database', () => new Database(at('wrong.db')).exec('CREATE TABLE t (a)').close(), 'wrong.db is no vault of Netral'],
  ])('refuses a file that is %s', (_, make, message) => {
    writeFileSync(at('wrong.db'), '');
    make();
    expect(refusal(() => new SqliteIdentityVault({ file: at('wrong.db'), masterKey }))).toMatchObject({ reason: 'corrupt', message });
  });

  it('refuses one of a newer Netral, naming both versions', async () => {
    await new SqliteIdentityVault({ file: at('newer.db'), masterKey }).close();
    new Database(at('newer.db')).exec('PRAGMA user_version = 99').close();
    expect(refusal(() => new SqliteIdentityVault({ file: at('newer.db'), masterKey })))
      .toMatchObject({ reason: 'corrupt', message: 'newer.db was written by a newer Netral: found version 99, expected at most 1; it was left as it is' });
  });

  it('says that its place is no place, without the path', () => {
    writeFileSync(at('a-file'), 'in the way');
    expect(refusal(() => new SqliteIdentityVault({ file: join(at('a-file'), 'vault.db'), masterKey })).message).toMatch(/^vault\.db: it cannot be opened or used \(\w+\)$/);
  });

  it('keeps nothing of a call during which the disk is full, and says so', async () => {
    const vault = new SqliteIdentityVault({ file: at('full.db'), masterKey });
    const [known] = await vault.pseudonymise([person(0)]);
    (vault as unknown as { db: Database.Database }).db.pragma('max_page_count = 40');
    const many = Array.from({ length: 2000 }, (_, index) => person(index));
    await expect(vault.pseudonymise(many)).rejects.toMatchObject({ reason: 'disk-full', message: 'full.db: the disk is full; nothing of this was kept' });
    expect(await vault.find(person(1).nip)).toBeUndefined();
    expect(await vault.pseudonymise([person(0)])).toEqual([known]);
    await vault.close();
  });
});

describe('a vault whose file was tampered with', () => {
  let vault: SqliteIdentityVault;
  let subjects: readonly string[];
  const opened: readonly (readonly [string, string, (vault: IdentityVault) => Promise<unknown>])[] = [
    ['persons', 'sealed', (each) => each.openIdentity(subjects[0]!)],
    ['texts', 'sealed', (each) => each.openText('t0')],
    ['dead_letters', 'summary', (each) => each.deadLetter('dl-0')],
    ['dead_letters', 'content', (each) => each.deadLetter('dl-0')],
    ['keys', 'wrapped', (each) => each.openIdentity(subjects[0]!)],
  ];
  const tamper = (sql: string, ...values: unknown[]): void => {
    const db = new Database(at('tampered.db'));
    db.prepare(sql).run(...values);
    db.close();
  };

  beforeAll(async () => {
    vault = new SqliteIdentityVault({ file: at('tampered.db'), masterKey });
    subjects = await vault.pseudonymise([person(0), person(1)]);
    await vault.sealTexts([0, 1].map((index) => ({ id: `t${index}`, text: 'teks', subjects: [] })));
    await vault.keepDeadLetters([0, 1].map((index) => letter(index)));
  });
  afterAll(() => vault.close());

  const column = (table: string, name: string): Buffer[] => {
    const db = new Database(at('tampered.db'));
    const values = db.prepare<[], Buffer>(`SELECT ${name} FROM ${table} ORDER BY number`).pluck().all();
    db.close();
    return values;
  };
  const expectTampered = async (ask: () => Promise<unknown>): Promise<void> => {
    const error: unknown = await ask().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(VaultError);
    expect(error).toMatchObject({ reason: 'tampered' });
  };

  it.each(opened)('opens no %s whose %s differs by one bit, anywhere, and answers no garbage', async (table, name, ask) => {
    const [first] = column(table, name);
    for (const offset of [0, 1, 12, 13, first!.length - 17, first!.length - 16, first!.length - 1]) {
      const changed = Buffer.from(first!);
      changed[offset]! ^= 1;
      tamper(`UPDATE ${table} SET ${name} = ? WHERE number = 1`, changed);
      await expectTampered(() => ask(vault));
    }
    for (const length of [0, 1, 28, first!.length - 1]) {
      tamper(`UPDATE ${table} SET ${name} = ? WHERE number = 1`, first!.subarray(0, length));
      await expectTampered(() => ask(vault));
    }
    tamper(`UPDATE ${table} SET ${name} = ? WHERE number = 1`, first);
    await ask(vault);
  });

  it.each(opened)('opens no %s whose %s was taken from another row', async (table, name, ask) => {
    const [first, second] = column(table, name);
    tamper(`UPDATE ${table} SET ${name} = ? WHERE number = 1`, second);
    await expectTampered(() => ask(vault));
    tamper(`UPDATE ${table} SET ${name} = ? WHERE number = 1`, first);
    await ask(vault);
  });

  it('opens no person whose seal and key were both taken from another', async () => {
    tamper('UPDATE persons SET key = 2, sealed = (SELECT sealed FROM persons WHERE number = 2) WHERE number = 1');
    await expectTampered(() => vault.openIdentity(subjects[0]!));
  });
});

import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteIdentityVault } from '@netral/vault/sqlite/sqlite-identity-vault';
import { temporaryFolder } from '../support/temporary-folder';
import { letter, nip, person } from './vault.testing';

const root = temporaryFolder();
const masterKey = randomBytes(32);
let folders = 0;
const open = (): { vault: SqliteIdentityVault; file: string } => {
  const file = join(root, `${(folders += 1)}`, 'vault.db');
  return { vault: new SqliteIdentityVault({ file, masterKey }), file };
};
/** Every byte in the folder of the vault: the database, its log-ahead file, its index of that. */
const bytesOf = (file: string): Buffer => {
  const folder = join(file, '..');
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
};
const inspect = <T>(file: string, look: (db: Database.Database) => T): T => {
  const db = new Database(file);
  try {
    return look(db);
  } finally {
    db.close();
  }
};

describe('what stands in the files of a vault', () => {
  const NUMBER = nip(4321);
  const NAME = 'Orang Sintetis Rahasia';
  const TEXT = 'teks rahasia yang dikirim';
  const SENT = Buffer.from(`{"nip":"${NUMBER}","name":"${NAME}"`);
  const secrets = [NUMBER, NAME, TEXT].flatMap((secret) => [secret, Buffer.from(secret).toString('base64').slice(0, -4), Buffer.from(secret).toString('hex')]);

  const fill = async (vault: SqliteIdentityVault): Promise<string> => {
    const [subject] = await vault.pseudonymise([{ nip: NUMBER }]);
    await vault.pseudonymise([{ nip: NUMBER, name: NAME }]);
    await vault.sealTexts([{ id: 't', text: TEXT, subjects: [subject!] }]);
    await vault.keepDeadLetters([letter(1, { messageId: NUMBER, content: SENT, reason: { code: 'MALFORMED', found: NAME } })]);
    return subject!;
  };
  const expectNone = (file: string): void => {
    const bytes = bytesOf(file);
    expect(bytes.length).toBeGreaterThan(10_000);
    for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
  };

  it('is no number, name, text or message, neither while it is open nor after', async () => {
    const { vault, file } = open();
    const subject = await fill(vault);
    expect(readdirSync(join(file, '..')).toSorted()).toEqual(['vault.db', 'vault.db-shm', 'vault.db-wal']);
    expect(bytesOf(file).includes(subject)).toBe(true);
    expectNone(file);
    await vault.close();
    expectNone(file);
    expect(bytesOf(file).includes(subject)).toBe(true);
  });

  it('is for the owner alone to read', async () => {
    const { vault, file } = open();
    await fill(vault);
    for (const name of readdirSync(join(file, '..'))) expect(statSync(join(file, '..', name)).mode & 0o777).toBe(0o600);
    await vault.close();
  });

  it('is no master key', async () => {
    const { vault, file } = open();
    await fill(vault);
    for (const form of [masterKey, masterKey.toString('base64'), masterKey.toString('hex')]) expect(bytesOf(file).includes(form)).toBe(false);
    await vault.close();
  });

  it('differs between two vaults of the same person: no seal is used twice', async () => {
    const sealed = await Promise.all([open(), open()].map(async ({ vault, file }) => {
      await fill(vault);
      await vault.close();
      return inspect(file, (db) => db.prepare<[], Buffer>('SELECT sealed FROM persons').pluck().get()!.toString('hex'));
    }));
    expect(sealed[0]).not.toBe(sealed[1]);
  });
});

describe('what an erasure leaves in the files of a vault', () => {
  const wrappedKeys = (file: string): Buffer[] => inspect(file, (db) => db.prepare<[], Buffer>('SELECT wrapped FROM keys').pluck().all());

  it('is no copy of the keys destroyed: not on another page, not in the log-ahead file', async () => {
    const { vault, file } = open();
    const subjects = await vault.pseudonymise(Array.from({ length: 700 }, (_, index) => person(index)));
    await vault.sealTexts(subjects.map((subject, index) => ({ id: `t${index}`, text: 'teks', subjects: [subject] })));
    await vault.pseudonymise(Array.from({ length: 300 }, (_, index) => person(1000 + index)));
    const before = wrappedKeys(file);
    expect(before.every((key) => bytesOf(file).includes(key))).toBe(true);
    const erased = subjects.filter((_, index) => index % 7 === 3);
    for (const subject of erased) await vault.erase(subject);
    const kept = wrappedKeys(file).map((key) => key.toString('hex'));
    const gone = before.filter((key) => !kept.includes(key.toString('hex')));
    expect(gone).toHaveLength(2 * erased.length);
    for (const bytes of [bytesOf(file), await vault.close().then(() => bytesOf(file))]) expect(gone.some((key) => bytes.includes(key))).toBe(false);
  });

  it('is not finished while another process keeps the older pages alive: it says so, and is finished by asking again', async () => {
    const { vault, file } = open();
    const [subject] = await vault.pseudonymise([person(1)]);
    const other = new Database(file);
    const rows = other.prepare('SELECT * FROM persons').iterate();
    rows.next();
    (vault as unknown as { db: Database.Database }).db.pragma('busy_timeout = 1');
    await expect(vault.erase(subject!)).rejects.toMatchObject({ name: 'VaultError', reason: 'locked' });
    expect(await vault.openIdentity(subject!)).toBe('erased');
    rows.return?.();
    other.close();
    await vault.erase(subject!);
    expect(statSync(`${file}-wal`).size).toBe(0);
    await vault.close();
  });

  it('is seen by another process that had the person in its cache', async () => {
    const { vault, file } = open();
    const beside = new SqliteIdentityVault({ file, masterKey });
    const [subject] = await beside.pseudonymise([person(1)]);
    expect(await beside.pseudonymise([person(1)])).toEqual([subject]);
    await vault.erase(subject!);
    const [again] = await beside.pseudonymise([person(1)]);
    expect(again).not.toBe(subject);
    expect(await vault.find(nip(1))).toBe(again);
    await beside.close();
    await vault.close();
  });
});

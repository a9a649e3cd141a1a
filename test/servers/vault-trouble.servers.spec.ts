import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { DeadLetter } from '@netral/vault';
import { MongodbIdentityVault, type MongodbVaultOptions } from '@netral/vault/mongodb/mongodb-identity-vault';
import { connectVault, type VaultDatabase } from '@netral/vault/mongodb/vault-database';
import { letter, nip, person } from '../contract/vault.testing';
import { temporaryFolder } from '../support/temporary-folder';
import { describeEachMongo } from './describe-servers';
import { freePorts } from './free-port';
import { everythingIn, vaultPlaces } from './vault-on-mongodb';
import { watchedCollections } from './watched-collections';

const folder = temporaryFolder();

describeEachMongo('a vault in MongoDB', (address, traits) => {
  const place = vaultPlaces(address, traits, folder);
  const inDatabaseOf = async <T>(options: MongodbVaultOptions, look: (db: VaultDatabase) => Promise<T>): Promise<T> => {
    const db = connectVault(options.address, options.timeoutMs);
    try {
      return await look(db);
    } finally {
      await db.close();
    }
  };
  const refusal = (options: MongodbVaultOptions): Promise<unknown> =>
    MongodbIdentityVault.open(options).then((vault) => vault.close().then(() => new Error('expected a refusal')), (error: unknown) => error);

  it('holds no number, name, text or message that could be read, nor the master key', async () => {
    const options = place();
    const vault = await MongodbIdentityVault.open(options);
    const [NUMBER, NAME, TEXT] = [nip(4321), 'Orang Sintetis Rahasia', 'teks rahasia yang dikirim'];
    const [subject] = await vault.pseudonymise([{ nip: NUMBER }]);
    await vault.pseudonymise([{ nip: NUMBER, name: NAME }]);
    await vault.sealTexts([{ id: 't', text: TEXT, subjects: [subject!] }, { id: 'u', text: TEXT, subjects: [] }]);
    await vault.keepDeadLetters([letter(1, { messageId: NUMBER, content: Buffer.from(`{"nip":"${NUMBER}","name":"${NAME}"`), reason: { code: 'MALFORMED', found: NAME } })]);
    const everything = await everythingIn(options.address);
    // What is looked for would be found: the pseudonym stands there, and so does the blind index as raw text.
    expect(everything).toContain(subject);
    expect(everything.length).toBeGreaterThan(2_000);
    for (const secret of [NUMBER, NAME, TEXT]) for (const form of [secret, Buffer.from(secret).toString('base64').slice(0, -4), Buffer.from(secret).toString('hex')]) expect(everything).not.toContain(form);
    await vault.close();
  });

  it('is refused under another master key, without a key, in a newer format, and without its check value', async () => {
    const options = place();
    await (await MongodbIdentityVault.open(options)).close();
    writeFileSync(options.masterKeyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
    expect(await refusal(options)).toMatchObject({ name: 'VaultError', reason: 'wrong-key' });
    rmSync(options.masterKeyFile);
    expect(await refusal(options)).toMatchObject({ name: 'VaultError', reason: 'key-file' });
    await inDatabaseOf(options, (db) => db.about.updateOne({ _id: 'vault' }, { $set: { format: 99 } }));
    expect(await refusal(options)).toMatchObject({ reason: 'corrupt', message: expect.stringContaining('found format 99, expected at most 1') as string });
    await inDatabaseOf(options, async (db) => {
      await db.persons.insertOne({ _id: 'somebody', nip: 'index' });
      await db.about.deleteMany({});
    });
    expect(await refusal(options)).toMatchObject({ reason: 'corrupt', message: expect.stringContaining('restore the whole backup') as string });
  });

  it('opens nothing of which one bit was changed, or that was taken from another', async () => {
    const options = place();
    const vault = await MongodbIdentityVault.open(options);
    const [one, two] = (await vault.pseudonymise([person(1), person(2)])) as [string, string];
    await vault.sealTexts([{ id: 't', text: 'teks', subjects: [one] }]);
    await inDatabaseOf(options, async ({ persons, texts }) => {
      const { key, sealed } = (await persons.findOne({ _id: two }))!;
      const text = (await texts.findOne({ _id: 't' }))!;
      text.sealed![20]! ^= 1;
      await texts.updateOne({ _id: 't' }, { $set: { sealed: text.sealed! } });
      await expect(vault.openText('t')).rejects.toMatchObject({ reason: 'tampered' });
      await persons.updateOne({ _id: one }, { $set: { key: key!, sealed: sealed! } });
      await expect(vault.openIdentity(one)).rejects.toMatchObject({ reason: 'tampered' });
    });
    await vault.close();
  });

  it('keeps a message larger than one document may be, whole', async () => {
    const vault = await MongodbIdentityVault.open(place());
    const content = Buffer.alloc(17_000_000, Buffer.from('isi sintetis '));
    await vault.keepDeadLetters([letter(1, { content, contentBytes: content.length }), letter(2)]);
    expect(Buffer.from((await vault.deadLetter('dl-1'))!.content!).equals(content)).toBe(true);
    expect((await vault.deadLetters({ limit: 5 })).map(({ deadLetterId }: Pick<DeadLetter, 'deadLetterId'>) => deadLetterId)).toEqual(['dl-1', 'dl-2']);
    await vault.close();
  });

  it('asks the server a handful of times, not once for each person, text or message', async () => {
    const calls: string[] = [];
    const vault = await MongodbIdentityVault.open(place(), (at, timeoutMs) => watchedCollections(connectVault(at, timeoutMs), { before: (call) => void calls.push(call) }));
    const persons = Array.from({ length: 1000 }, (_, index) => person(index));
    const counted = async (work: () => Promise<unknown>): Promise<number> => {
      calls.length = 0;
      await work();
      return calls.length;
    };
    const writes = Math.ceil(1000 / traits.bulkWriteMax);
    expect(await counted(() => vault.pseudonymise(persons))).toBe(1 + writes);
    expect(await counted(() => vault.pseudonymise(persons))).toBe(1);
    const subjects = await vault.pseudonymise(persons);
    expect(await counted(() => vault.sealTexts(subjects.map((subject, index) => ({ id: `t${index}`, text: 'teks', subjects: [subject] }))))).toBe(1 + writes);
    expect(await counted(() => vault.keepDeadLetters(persons.map((_, index) => letter(index))))).toBe(2 + writes);
    await vault.close();
  });

  it('says in one line what is wrong with its place, without user and password', async () => {
    const [port] = await freePorts(1);
    const options = { ...place(), timeoutMs: 300 };
    const away = await refusal({ ...options, address: `mongodb://pengguna:rahasia@127.0.0.1:${port}/netral` });
    expect(away).toMatchObject({ name: 'VaultError', reason: 'unreachable', message: `vault at 127.0.0.1:${port}/netral: no server answers there` });
    expect(await refusal({ ...options, address: `mongodb://pengguna:rahasia@127.0.0.1:${port}/netral?nonsense=1` })).toMatchObject({ reason: 'misconfigured', message: expect.not.stringContaining('rahasia') as string });
  });
});

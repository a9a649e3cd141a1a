import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoServerError } from 'mongodb';
import { VaultError } from '../identity-vault';
import { createMasterKey, readMasterKey } from '../master-key';
import { vaultKeys, type VaultKeys } from '../sealing';
import type { AboutDocument, VaultDatabase } from './vault-database';

const FORMAT = 1;
const CHECK = 'netral vault';
const DUPLICATE = 11_000;
const CONFIRMED_MS = 10;

/**
 * Sees that there is a vault, that it is one that this Netral can read, and that the master key is this vault's. A key is made only together
 * with a new vault; of two first starts at one moment one makes the vault, and the other finds it.
 * @throws VaultError
 */
export const openVault = async (db: VaultDatabase, masterKeyFile: string, timeoutMs: number): Promise<VaultKeys> => {
  const about = await db.about.findOne({ _id: 'vault' });
  if (about === null) await refuseRemains(db);
  else checkFormat(db, about);
  const keys = vaultKeys(existsSync(masterKeyFile) || about !== null ? readMasterKey(masterKeyFile) : createMasterKey(masterKeyFile));
  await createIndexes(db);
  checkKey(db, about ?? await makeVault(db, keys, timeoutMs), keys);
  return keys;
};

/** Without its check value a vault that holds persons would be taken for a new one. */
const refuseRemains = async (db: VaultDatabase): Promise<void> => {
  for (const collection of [db.persons, db.letters]) {
    if (await collection.findOne({}, { projection: { _id: 1 } }) !== null && await db.about.findOne({ _id: 'vault' }) === null) {
      throw new VaultError('corrupt', `vault at ${db.name}: its check value is missing, though it holds persons or messages: restore the whole backup`);
    }
  }
};

const makeVault = async (db: VaultDatabase, keys: VaultKeys, timeoutMs: number): Promise<AboutDocument> => {
  const mine: AboutDocument = { _id: 'vault', format: FORMAT, check: keys.newKey(CHECK).wrapped };
  // The counter first: where there is a vault, there is one.
  await entered(db, { _id: 'letters', last: 0 });
  if (await entered(db, mine)) return mine;
  for (const until = Date.now() + timeoutMs; Date.now() < until; await pause(CONFIRMED_MS)) {
    const winner = await db.about.findOne({ _id: 'vault' });
    if (winner !== null) return winner;
  }
  throw new VaultError('unreachable', `vault at ${db.name}: what another process entered was not confirmed in time`);
};

/** Whether it was not there yet. */
const entered = async (db: VaultDatabase, document: AboutDocument): Promise<boolean> => {
  try {
    await db.about.insertOne(document);
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE) return false;
    throw error;
  }
};

const checkFormat = (db: VaultDatabase, { format = 0 }: AboutDocument): void => {
  if (format <= FORMAT) return;
  throw new VaultError('corrupt', `vault at ${db.name} was written by a newer Netral: found format ${format}, expected at most ${FORMAT}; it was left as it is`);
};

const checkKey = (db: VaultDatabase, about: AboutDocument, keys: VaultKeys): void => {
  checkFormat(db, about);
  if (about.check === undefined) throw new VaultError('corrupt', `vault at ${db.name}: its check value is missing`);
  try {
    keys.unwrap(about.check, CHECK);
  } catch (error) {
    throw new VaultError('wrong-key', `vault at ${db.name} was sealed under another master key: put the key file of this vault there`, { cause: error });
  }
};

/** One after another, and only plain ones: that is what every server with this protocol can do, again and again. */
const createIndexes = async (db: VaultDatabase): Promise<void> => {
  await db.persons.createIndex({ nip: 1 }, { unique: true });
  await db.texts.createIndex({ subjects: 1 });
  await db.letters.createIndex({ number: 1 });
  await db.letters.createIndex({ agency: 1, number: 1 });
  await db.parts.createIndex({ of: 1 });
};

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { MongodbIdentityVault, type MongodbVaultOptions } from '@netral/vault/mongodb/mongodb-identity-vault';
import type { VaultUnderTest } from '../contract/vault.testing';
import { dropDatabase, inDatabase, type MongoTraits } from './describe-servers';

const TIMEOUT_MS = 20_000;

/** What a vault of its own needs: a database, and the file of a master key that is not there yet. Dropped after the tests of the block. */
export const vaultPlaces = (address: string, { bulkWriteMax }: MongoTraits, folder: string): (() => MongodbVaultOptions) => {
  const addresses: string[] = [];
  afterAll(async () => {
    for (const each of addresses) await dropDatabase(each);
  });
  return () => {
    const own = inDatabase(address, `netral-vault-${randomUUID().slice(0, 8)}`);
    addresses.push(own);
    return { address: own, masterKeyFile: join(folder, `${randomUUID()}.key`), batchMax: bulkWriteMax, timeoutMs: TIMEOUT_MS };
  };
};

/** As the contract suite wants it. */
export const openVaultAt = (place: () => MongodbVaultOptions) => async (): Promise<VaultUnderTest> => {
  const options = place();
  let vault = await MongodbIdentityVault.open(options);
  const reopen = async (): Promise<MongodbIdentityVault> => {
    await vault.close();
    vault = await MongodbIdentityVault.open(options);
    return vault;
  };
  return { vault, reopen };
};

/** Every document of a database as extended JSON, binaries in base64 and hex too: what whoever reads the disk or a backup would see. */
export const everythingIn = async (address: string): Promise<string> => {
  const client = new MongoClient(address);
  try {
    const texts: string[] = [];
    for (const { name } of await client.db().listCollections().toArray()) {
      for (const document of await client.db().collection(name).find().toArray()) texts.push(JSON.stringify(document, binariesToo));
    }
    return texts.join('\n');
  } finally {
    await client.close();
  }
};

/** Binaries as they are, in base64 and in hex. `JSON.stringify` calls `toJSON` of a buffer first. */
function binariesToo(this: unknown, key: string, value: unknown): unknown {
  const held = (this as Record<string, unknown>)[key] as { buffer?: Uint8Array } | undefined;
  if (held === undefined || held === null || !(held.buffer instanceof Uint8Array) || !('sub_type' in held)) return value;
  const bytes = Buffer.from(held.buffer);
  return [bytes.toString('latin1'), bytes.toString('base64'), bytes.toString('hex')];
}

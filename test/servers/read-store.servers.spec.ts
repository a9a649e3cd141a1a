import { randomUUID } from 'node:crypto';
import { MongoReadStore } from '@netral/read-store/mongodb/mongodb-read-store';
import { MongoClient } from 'mongodb';
import { readStoreContract } from '../contract/read-store.contract';
import { describeEachMongo, inDatabase } from './describe-servers';

const TIMEOUT_MS = 20_000;

describeEachMongo('read models in MongoDB', (address, { name, bulkWriteMax }) => {
  const client = new MongoClient(address);
  afterAll(() => client.close());

  readStoreContract(name, () => {
    const database = `netral-test-${randomUUID()}`;
    const options = { address: inDatabase(address, database), batchMax: bulkWriteMax, timeoutMs: TIMEOUT_MS };
    const open = async () => new MongoReadStore(options);
    const reader = async () => new MongoReadStore({ ...options, readOnly: true });
    return { open, reopen: open, rival: open, reader, childArguments: ['mongodb', options.address, String(bulkWriteMax)], clean: async () => void (await client.db(database).dropDatabase()) };
  });
});

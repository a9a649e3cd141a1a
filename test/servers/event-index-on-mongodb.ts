import { randomUUID } from 'node:crypto';
import { MongodbEventIndex, type MongodbIndexOptions } from '@netral/event-store/kurrentdb/index/mongodb-event-index';
import type { EventIndexUnderTest } from '../contract/event-index.testing';
import { dropDatabase, inDatabase, type MongoTraits } from './describe-servers';

const TIMEOUT_MS = 20_000;

/** A database of its own for each index, dropped after the tests of the block. */
export const indexPlaces = (address: string, { bulkWriteMax }: MongoTraits): (() => MongodbIndexOptions) => {
  const addresses: string[] = [];
  afterAll(async () => {
    for (const each of addresses) await dropDatabase(each);
  });
  return () => {
    const own = inDatabase(address, `netral-index-${randomUUID().slice(0, 8)}`);
    addresses.push(own);
    return { address: own, batchMax: bulkWriteMax, timeoutMs: TIMEOUT_MS };
  };
};

/** As the contract suite wants it. */
export const openIndexAt = (place: () => MongodbIndexOptions) => async (): Promise<EventIndexUnderTest> => {
  const options = place();
  return { index: new MongodbEventIndex(options), another: () => new MongodbEventIndex(options) };
};

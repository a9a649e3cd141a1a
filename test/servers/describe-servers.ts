import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { type MongoName, testServers } from './addresses';
import { startFerretDb } from './ferretdb/ferretdb-server';
import type { ServerKind } from './install';
import { type KafkaOptions, type KafkaServer, startKafka } from './kafka/kafka-server';
import type { OwnServer } from './own-server';

/** In what the servers that speak MongoDB's protocol differ, as far as tests must know. */
export interface MongoTraits {
  readonly name: MongoName;
  /** Writes in one call (`NETRAL_MONGODB_BATCH_MAX`): FerretDB 1.24 hangs at a hundred. */
  readonly bulkWriteMax: number;
  /** Whether unordered updates go on after one that is refused: FerretDB 1.24 stops there (unordered inserts go on). */
  readonly updatesGoOn: boolean;
}

const TRAITS: Readonly<Record<MongoName, MongoTraits>> = {
  'mongo-java-server': { name: 'mongo-java-server', bulkWriteMax: 1000, updatesGoOn: true },
  ferretdb: { name: 'ferretdb', bulkWriteMax: 50, updatesGoOn: false },
  mongodb: { name: 'mongodb', bulkWriteMax: 1000, updatesGoOn: true },
};

/**
 * Declares the same tests once for each MongoDB-wire server.
 * @param body is given the address of a database of its own (mongodb://host:port/name), which is dropped after the tests
 */
export const describeEachMongo = (title: string, body: (address: string, traits: MongoTraits) => void): void => {
  const { mongodb, missing } = testServers();
  for (const { name, address } of mongodb)
    describe(`${title}: ${name}`, () => {
      const database = inDatabase(address, `netral-test-${randomUUID()}`);
      body(database, TRAITS[name]);
      afterAll(() => dropDatabase(database));
    });
  if (mongodb.some(({ name }) => name === 'mongodb')) return;
  for (const name of ['mongo-java-server', 'ferretdb'] as const)
    if (missing[name] !== undefined) describe.skip(`${title}: ${name} (skipped: ${missing[name]})`, () => body('mongodb://missing/missing', TRAITS[name]));
};

/** Declares tests that use the run's Kafka; topics and groups must have names of their own. */
export const describeKafka = (title: string, body: (address: string) => void): void => {
  const { kafka, missing } = testServers();
  if (kafka === undefined) describe.skip(`${title} (skipped: ${missing.kafka})`, () => body('missing:1'));
  else describe(title, () => body(kafka));
};

/** Declares tests that start, kill and restart servers of their own. */
export const describeOwnServers = (kinds: readonly ServerKind[], title: string, body: () => void): void => {
  const { missing } = testServers();
  const reasons = kinds.flatMap((kind) => missing[kind] ?? []);
  if (reasons.length > 0) describe.skip(`${title} (skipped: ${reasons.join('; ')})`, body);
  else describe(title, body);
};

/** A broker for the tests of this block alone, closed after them. */
export const ownKafka = (options?: KafkaOptions): (() => KafkaServer) => own(() => startKafka(options));

/** A FerretDB for the tests of this block alone, closed after them. */
export const ownFerretDb = (): (() => OwnServer) => own(startFerretDb);

const START_MS_MAX = 180_000;
const own = <T extends OwnServer>(start: () => Promise<T>): (() => T) => {
  let server: T | undefined;
  beforeAll(async () => void (server = await start()), START_MS_MAX);
  afterAll(() => server?.close(), START_MS_MAX);
  return () => {
    if (server === undefined) throw new Error('asked for before the tests of this block run');
    return server;
  };
};

/** The address of one database of a server; what else stands in it (user, options) is kept. */
export const inDatabase = (address: string, name: string): string => {
  const [, server = '', options = ''] = /^([^?]*?\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(address) ?? [];
  return `${server}/${name}${options}`;
};

/** Drops the database that an address names. */
export const dropDatabase = async (address: string): Promise<void> => {
  const client = new MongoClient(address);
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
};

import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { dropDatabase, inDatabase } from '../../servers/describe-servers';
import { startFerretDb } from '../../servers/ferretdb/ferretdb-server';
import { startKafka } from '../../servers/kafka/kafka-server';
import { startMongoJavaServer } from '../../servers/mongo-java-server/mongo-java-server';
import type { ServersOptions } from './options';
import { end, ownProcess } from './own-process';

/** Addresses of servers that are there already; what is absent is started. */
export interface GivenServers {
  readonly kafka?: string | undefined;
  readonly mongodb?: string | undefined;
  readonly kurrentdb?: string | undefined;
}

export interface BenchServers {
  /** host:port */
  readonly kafka: string;
  readonly log: string;
  /** The address of a database of this run alone, by what it is for. */
  readonly database: (purpose: 'models' | 'vault' | 'bare') => string;
  /** Writes in one call to MongoDB. */
  readonly mongodbBatchMax: number;
  /** What they are, for whoever reads the numbers. */
  readonly about: readonly string[];
  readonly close: () => Promise<void>;
}

const ABOUT_MONGODB = {
  'mongo-java-server': 'MongoDB: mongo-java-server, which speaks MongoDB’s protocol, keeps everything in memory and looks through a collection for a guarded update; not MongoDB itself',
  ferretdb: 'MongoDB: FerretDB 1.24 on SQLite, which speaks MongoDB’s protocol; not MongoDB itself',
} as const;

/** Starts what no address is given of. @throws Error when one of them is not to be had here; nothing runs then */
export const startServers = async (given: GivenServers, kind: ServersOptions['mongodb']): Promise<BenchServers> => {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.reverse().splice(0)) await each();
  };
  try {
    const own = async (starting: Promise<{ readonly address: string; close(): Promise<void> }>): Promise<string> => {
      const server = await starting;
      closing.push(() => server.close());
      return server.address;
    };
    const kafka = given.kafka ?? (await own(startKafka()));
    const mongodb = given.mongodb ?? (await own(kind === 'ferretdb' ? startFerretDb() : startMongoJavaServer()));
    const log = given.kurrentdb ?? (await own(standIn()));
    const run = `netral-bench-${randomUUID().slice(0, 8)}`;
    const database = (purpose: string): string => inDatabase(mongodb, `${run}-${purpose}`);
    if (given.mongodb !== undefined) closing.push(async () => {
      for (const purpose of ['models', 'vault', 'bare']) await dropDatabase(database(purpose));
    });
    return {
      kafka, log, database, close, mongodbBatchMax: given.mongodb === undefined && kind === 'ferretdb' ? 50 : 1000,
      about: [
        given.kafka === undefined ? 'Kafka: a real Apache Kafka broker (KRaft, one node, replication 1), 3 partitions a topic' : 'Kafka: the brokers of NETRAL_TEST_KAFKA, 3 partitions a topic',
        given.mongodb === undefined ? ABOUT_MONGODB[kind] : 'MongoDB: the server of NETRAL_TEST_MONGODB',
        given.kurrentdb === undefined ? 'KurrentDB: the stand-in of the tests (its protocol, the log in the memory of a Node process); not KurrentDB itself' : 'KurrentDB: the node of NETRAL_TEST_KURRENTDB',
      ],
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const standIn = async (): Promise<{ readonly address: string; close(): Promise<void> }> => {
  const child = ownProcess('test/kurrentdb/server/stand-in.main.ts');
  const said: string[] = [];
  createInterface({ input: child.stderr! }).on('line', (line) => void said.push(line));
  let closing = false;
  child.once('close', (code, signal) => {
    if (!closing) process.stderr.write(`the stand-in of KurrentDB ended by itself (${signal ?? code}): nothing more can be measured\n${said.slice(-20).join('\n')}\n`);
  });
  const { value } = await createInterface({ input: child.stdout! })[Symbol.asyncIterator]().next();
  if (value === undefined) throw new Error('the stand-in of KurrentDB did not start');
  return { address: String(value), close: () => {
    closing = true;
    return end(child, 'SIGKILL');
  } };
};

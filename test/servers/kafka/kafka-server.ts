import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { freePorts } from '../free-port';
import { install } from '../install';
import { dataFolder, OwnServer } from '../own-server';
import { brokerProperties } from './broker-properties';

export interface KafkaOptions {
  /** Passwords by user. With any, there is a second listener for them (SCRAM-SHA-512), and who is granted nothing may do nothing there. */
  readonly users?: Readonly<Record<string, string>>;
  /** Settings of the broker beside or instead of ours. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** `address` has no sign-in and may do everything: for the tests themselves. */
export interface KafkaServer extends OwnServer {
  /** Where users sign in; only there with `users`. */
  readonly userAddress: string | undefined;
}

const CLUSTER = 'TmV0cmFsLXRlc3QtMDAwMQ';

/** Starts a broker of its own: real, alone (KRaft), empty. Close it after. @throws Error when Kafka is not to be had here */
export const startKafka = async ({ users = {}, properties = {} }: KafkaOptions = {}): Promise<KafkaServer> => {
  const installed = await install('kafka');
  if ('missing' in installed) throw new Error(`no Kafka: ${installed.missing}`);
  const [clients, controller, signedIn] = (await freePorts(3)) as [number, number, number];
  const secured = Object.keys(users).length > 0;
  const folder = dataFolder('kafka');
  const file = join(folder, 'server.properties');
  writeFileSync(file, brokerProperties({ clients, controller, ...(secured ? { signedIn } : {}), data: join(folder, 'log') }, properties));
  const java = javaArguments(installed.folder);
  const scram = Object.entries(users).flatMap(([name, password]) => ['--add-scram', `SCRAM-SHA-512=[name=${name},password=${password}]`]);
  await promisify(execFile)('java', [...java, 'kafka.tools.StorageTool', 'format', '--standalone', '-t', CLUSTER, '-c', file, ...scram]);
  const address = `127.0.0.1:${clients}`;
  const server = new OwnServer({ name: 'kafka', address, folder, command: ['java', ...java, 'Broker', file], ask: () => askBroker(address) });
  await server.start();
  return Object.assign(server, { userAddress: secured ? `127.0.0.1:${signedIn}` : undefined });
};

const javaArguments = (folder: string): string[] => [
  '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-Dlog4j2.configurationFile=${join(__dirname, 'log4j2.properties')}`,
  '-cp', [join(folder, 'classes'), join(folder, 'libs', '*')].join(':'),
];

const askBroker = async (address: string): Promise<void> => {
  const admin = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, connectionTimeout: 1000, requestTimeout: 2000, retry: { retries: 0 } }).admin();
  try {
    await admin.connect();
    if ((await admin.describeCluster()).brokers.length === 0) throw new Error('no broker has registered yet');
  } finally {
    await admin.disconnect();
  }
};

import type { ServerKind } from './install';

/** Set up once for a whole run, told to each spec through the environment. */
export interface TestServers {
  /** Kafka of the whole run, host:port; missing when there is none. */
  readonly kafka?: string;
  readonly mongodb: readonly { readonly name: MongoName; readonly address: string }[];
  /** Why a server cannot be had here. */
  readonly missing: Partial<Readonly<Record<ServerKind, string>>>;
}

/** `mongodb`: the server that `NETRAL_TEST_MONGODB` names. */
export type MongoName = 'mongo-java-server' | 'ferretdb' | 'mongodb';

const VARIABLE = 'NETRAL_TEST_SERVERS';

export const tellServers = (servers: TestServers): void => void (process.env[VARIABLE] = JSON.stringify(servers));

/** @throws Error outside `npm run test:servers` */
export const testServers = (): TestServers => {
  const told = process.env[VARIABLE];
  if (told === undefined) throw new Error('no test servers here: run by `npm run test:servers`');
  return JSON.parse(told) as TestServers;
};

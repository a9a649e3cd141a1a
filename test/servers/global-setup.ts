import { tellServers, type TestServers } from './addresses';
import { startFerretDb } from './ferretdb/ferretdb-server';
import { install, type Installed, type ServerKind } from './install';
import { startKafka } from './kafka/kafka-server';
import { startMongoJavaServer } from './mongo-java-server/mongo-java-server';
import type { OwnServer } from './own-server';

const given = (variable: string): string | undefined => process.env[variable] || undefined;
const reason = (installed: Installed): string | undefined => ('missing' in installed ? installed.missing : undefined);

/** Starts one Kafka and the two MongoDB-wire servers, or takes those that `NETRAL_TEST_KAFKA` and `NETRAL_TEST_MONGODB` name. */
export default async function globalSetup(): Promise<void> {
  const kinds: readonly ServerKind[] = ['kafka', 'mongo-java-server', 'ferretdb'];
  const reasons = await Promise.all(kinds.map(async (kind) => [kind, reason(await install(kind))] as const));
  const missing = Object.fromEntries(reasons.filter(([, why]) => why !== undefined)) as TestServers['missing'];
  if (process.env['NETRAL_TEST_SERVERS_REQUIRED'] === '1' && Object.keys(missing).length > 0)
    throw new Error(`test servers are required here, and not to be had: ${Object.entries(missing).map(([kind, why]) => `${kind}: ${why}`).join('; ')}`);

  const running: OwnServer[] = [];
  const has = (kind: ServerKind): boolean => missing[kind] === undefined;
  const start = async (starting: Promise<OwnServer>): Promise<string> => {
    const server = await starting;
    running.push(server);
    return server.address;
  };
  Object.assign(globalThis, { netralTestServers: running });
  const kafka = given('NETRAL_TEST_KAFKA') ?? (has('kafka') ? await start(startKafka()) : undefined);
  const mongodb = given('NETRAL_TEST_MONGODB');
  tellServers({
    ...(kafka === undefined ? {} : { kafka }),
    mongodb: mongodb !== undefined ? [{ name: 'mongodb', address: mongodb }] : [
      ...(has('mongo-java-server') ? [{ name: 'mongo-java-server', address: await start(startMongoJavaServer()) } as const] : []),
      ...(has('ferretdb') ? [{ name: 'ferretdb', address: await start(startFerretDb()) } as const] : []),
    ],
    missing,
  });
}

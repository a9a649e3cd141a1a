import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecrets } from '@netral/http/access/key-file';
import { ensureKeys } from '@netral/http/access/keys';
import { freePorts } from '../../servers/free-port';
import { Answers } from './answers';
import { MessageSupply } from './messages';
import type { ServersOptions } from './options';
import { BenchRole } from './own-process';
import { SeenReceipts } from './receipts';
import { type GivenServers, startServers, type BenchServers } from './start-servers';
import { BenchTopics } from './topics';

/** One run: its servers, its roles (started by whoever measures), and what watches them. */
export interface ServersSession {
  readonly options: ServersOptions;
  readonly servers: BenchServers;
  readonly topics: BenchTopics;
  readonly receipts: SeenReceipts;
  readonly supply: MessageSupply;
  readonly ingestor: BenchRole;
  readonly projector: BenchRole;
  readonly api: BenchRole;
  readonly answers: Answers;
  readonly say: (text: string) => void;
}

/** Starts the servers and lays out keys and topics; no role runs yet. `close` removes all of it. */
export const openServersSession = async (options: ServersOptions, given: GivenServers, say: (text: string) => void): Promise<ServersSession & { readonly close: () => Promise<void> }> => {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.reverse().splice(0)) await each();
  };
  try {
    say('starting Kafka, MongoDB and the log');
    const servers = await startServers(given, options.mongodb);
    closing.push(() => servers.close());
    const topics = await BenchTopics.create(servers.kafka);
    closing.push(() => topics.remove());
    const receipts = await SeenReceipts.follow(topics.kafka);
    closing.push(() => receipts.stop());
    const folder = mkdtempSync(join(tmpdir(), 'netral-bench-servers-'));
    closing.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
    ensureKeys(folder, Date.now());
    const environment = environmentOf(servers, folder);
    const ports = [...(await freePorts(6))];
    const role = (name: 'ingestor' | 'projector' | 'api'): BenchRole => {
      const started = new BenchRole({ role: name, environment, metricsPort: ports.pop()!, httpPort: ports.pop()! });
      closing.push(() => started.stop());
      return started;
    };
    const [ingestor, projector] = [role('ingestor'), role('projector')];
    const answers = new Answers(`http://127.0.0.1:${ports.at(-2)}`, readSecrets(folder)['investigator']!);
    return { options, servers, topics, receipts, supply: new MessageSupply(options.seed), ingestor, projector, api: role('api'), answers, say, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const environmentOf = (servers: BenchServers, dataDir: string): Readonly<Record<string, string>> => ({
  NETRAL_DATA_DIR: dataDir, NETRAL_EVENT_STORE: servers.log, NETRAL_VAULT: servers.database('vault'), NETRAL_READ_STORE: servers.database('models'), NETRAL_KAFKA_BROKERS: servers.kafka,
  NETRAL_KAFKA_MEMBER: 'bench', NETRAL_MASTER_KEY_FILE: join(dataDir, 'secrets', 'master.key'), NETRAL_MONGODB_BATCH_MAX: String(servers.mongodbBatchMax), NETRAL_MONGODB_TIMEOUT_MS: '120000',
  NETRAL_FOLD_LEASE_MS: '60000', NETRAL_REQUESTS_PER_SECOND_MAX: '1000000',
});

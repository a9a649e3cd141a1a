/** One setting: its environment variable, default and meaning. `.env.example` and the reference are generated from this list. */
interface Setting<T> {
  readonly variable: string;
  readonly default: T;
  readonly read: (text: string) => T | undefined;
  readonly expected: string;
  readonly meaning: string;
}

const text = (variable: string, fallback: string, meaning: string): Setting<string> =>
  ({ variable, default: fallback, meaning, expected: 'text that is not empty', read: (value) => (value === '' ? undefined : value) });

const integer = (variable: string, fallback: number, min: number, max: number, meaning: string): Setting<number> => ({
  variable, default: fallback, meaning, expected: `a whole number from ${min} to ${max}`,
  read: (value) => {
    const parsed = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    return parsed >= min && parsed <= max ? parsed : undefined;
  },
});

const choice = <const T extends string>(variable: string, fallback: T, values: readonly T[], meaning: string): Setting<T> => ({
  variable, default: fallback, meaning, expected: `one of ${values.join(', ')}`,
  read: (value) => values.find((each) => each === value),
});

const STORE_ADDRESS = /^(kurrentdb|esdb)(\+discover)?:\/\/[^\s]+$/;
/** Here or on a server; the adapter reads the rest of the address, which differs from server to server. */
const eventStore = (variable: string, fallback: string, meaning: string): Setting<string> => ({
  variable, default: fallback, meaning, expected: 'sqlite, memory, or an address that begins with kurrentdb:// (or esdb://)',
  read: (value) => (value === 'sqlite' || value === 'memory' || STORE_ADDRESS.test(value) ? value : undefined),
});
/** Here or in a MongoDB replica set; the driver reads the rest of the address. */
const mongodbOr = <const T extends string>(variable: string, fallback: T, values: readonly T[], meaning: string): Setting<string> => ({
  variable, default: fallback, meaning, expected: `${values.join(', ')}, or an address that begins with mongodb:// (or mongodb+srv://) and names a database`,
  read: (value) => (values.some((each) => each === value) || /^mongodb(\+srv)?:\/\/[^\s/]+\/[^\s/?]+(\?[^\s]*)?$/.test(value) ? value : undefined),
});
const BROKER = /^([^\s:,[\]]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/;
/** Addresses with ports, separated by commas; empty: none. */
const brokers = (variable: string, meaning: string): Setting<string> => ({
  variable, default: '', meaning, expected: 'host:port, several separated by commas',
  read: (value) => (value.split(',').every((each) => BROKER.test(each)) ? value : undefined),
});
/** Without user and password. */
const shown = (found: string): string => JSON.stringify(found.replace(/\/\/[^/]*@/, '//…@'));

/** Every setting there is. Units stand in the names. */
export const settings = {
  httpHost: text('NETRAL_HTTP_HOST', '127.0.0.1', 'Address to listen on; anything but this machine must be asked for'),
  httpPort: integer('NETRAL_HTTP_PORT', 3000, 0, 65_535, 'Port to listen on; 0 takes a free one'),
  dataDir: text('NETRAL_DATA_DIR', 'data', 'Folder of the embedded stores, keys and secrets'),
  eventStore: eventStore('NETRAL_EVENT_STORE', 'sqlite', 'Where the log is kept: sqlite (in the data folder), memory, or the address of a KurrentDB server: kurrentdb://user:password@host:2113 (docs/kurrentdb.md)'),
  readStore: mongodbOr('NETRAL_READ_STORE', 'sqlite', ['sqlite', 'memory'], 'Where the read models are kept: sqlite (in the data folder), memory, or the address of a MongoDB database: mongodb://user:password@host:27017/netral (docs/mongodb.md)'),
  vault: mongodbOr('NETRAL_VAULT', 'sqlite', ['sqlite'], 'Where identities, free text and set-aside messages are kept, sealed; with KurrentDB also the index of message ids: sqlite (in the data folder), or the address of a MongoDB database (docs/mongodb.md)'),
  mongodbBatchMax: integer('NETRAL_MONGODB_BATCH_MAX', 1000, 1, 100_000, 'Documents in one write to MongoDB'),
  mongodbTimeoutMs: integer('NETRAL_MONGODB_TIMEOUT_MS', 10_000, 100, 600_000, 'Milliseconds that one call to MongoDB may take'),
  kafkaBrokers: brokers('NETRAL_KAFKA_BROKERS', 'Kafka brokers of the agencies’ topics (docs/kafka.md); empty: no intake from Kafka'),
  kafkaTls: choice('NETRAL_KAFKA_TLS', 'off', ['on', 'off'], 'Whether the brokers are spoken to over TLS'),
  kafkaUser: text('NETRAL_KAFKA_USER', '', 'User at the brokers (SCRAM-SHA-512); empty: none'),
  kafkaPassword: text('NETRAL_KAFKA_PASSWORD', '', 'Password of that user'),
  kafkaMember: text('NETRAL_KAFKA_MEMBER', '', 'Name of this ingestor among the others, kept over restarts; empty: the host’s name'),
  foldLeaseMs: integer('NETRAL_FOLD_LEASE_MS', 10_000, 200, 600_000, 'Milliseconds that a projector’s lease lasts without being renewed'),
  tailMs: integer('NETRAL_TAIL_MS', 100, 10, 60_000, 'Milliseconds between two looks of an answering process at what the projector has folded'),
  metricsHost: text('NETRAL_METRICS_HOST', '127.0.0.1', 'Address that a role’s metrics and health are served on'),
  metricsPort: integer('NETRAL_METRICS_PORT', 9464, 0, 65_535, 'Port of a role’s metrics and health; 0 takes a free one'),
  masterKeyFile: text('NETRAL_MASTER_KEY_FILE', '', 'File with the 32-byte master key of the vault, base64; empty: secrets/master.key in the data folder, made on the first start'),
  accessLogDir: text('NETRAL_ACCESS_LOG_DIR', '', 'Folder of the record of who read which person; empty: access-log in the data folder. A process that answers must be able to write it'),
  season: choice('NETRAL_SEASON', 'pilkada-2020', ['pilkada-2020', 'none'], 'Synthetic season recorded on the first start'),
  seasonSeed: integer('NETRAL_SEASON_SEED', 2020, 0, 2_147_483_647, 'Seed of the synthetic season'),
  ingestBatchMax: integer('NETRAL_INGEST_BATCH_MAX', 1000, 1, 100_000, 'Messages in one durable write'),
  ingestQueueMax: integer('NETRAL_INGEST_QUEUE_MAX', 10_000, 1, 1_000_000, 'Messages waiting to be written before senders are told to slow down'),
  ingestMessageBytesMax: integer('NETRAL_INGEST_MESSAGE_BYTES_MAX', 1_048_576, 1024, 16_777_216, 'Bytes of one message'),
  ingestBodyBytesMax: integer('NETRAL_INGEST_BODY_BYTES_MAX', 8_388_608, 1024, 268_435_456, 'Bytes of a body that is not streamed'),
  ingestDepthMax: integer('NETRAL_INGEST_DEPTH_MAX', 32, 4, 512, 'Nesting of JSON in one message'),
  foldBatchMax: integer('NETRAL_FOLD_BATCH_MAX', 1000, 1, 100_000, 'Events folded into one commit'),
  foldDocumentsCacheMax: integer('NETRAL_FOLD_DOCUMENTS_CACHE_MAX', 20_000, 100, 10_000_000, 'Documents of each projection kept in memory while folding; a rebuild keeps 1,500 at most'),
  requestsPerSecondMax: integer('NETRAL_REQUESTS_PER_SECOND_MAX', 1000, 1, 1_000_000, 'Requests a second from one address before 429'),
  shutdownMsMax: integer('NETRAL_SHUTDOWN_MS_MAX', 10_000, 100, 600_000, 'Milliseconds that a graceful stop may take'),
  logLevel: choice('NETRAL_LOG_LEVEL', 'info', ['debug', 'info', 'warn', 'error'], 'Least level that is logged'),
} as const;

export type Config = { readonly [K in keyof typeof settings]: (typeof settings)[K]['default'] extends number ? number : (typeof settings)[K] extends Setting<infer T> ? T : never };
export const CONFIG = Symbol('Config');

/** A variable that cannot be used; the message names it, what was found and what was expected. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/**
 * Reads every setting once, at start.
 * @throws ConfigError naming each variable that is wrong, and each `NETRAL_` variable that is none
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const problems: string[] = [];
  const known = new Set<string>(Object.values(settings).map(({ variable }) => variable));
  for (const name of Object.keys(environment))
    if (name.startsWith('NETRAL_') && !name.startsWith('NETRAL_TEST_') && !known.has(name)) problems.push(`${name}: no such setting`);
  const entries = Object.entries(settings as Record<string, Setting<string | number>>).map(([key, setting]) => {
    const found = environment[setting.variable];
    if (found === undefined || found === '') return [key, setting.default] as const;
    const value = setting.read(found);
    if (value === undefined) problems.push(`${setting.variable}: found ${shown(found)}, expected ${setting.expected}`);
    return [key, value ?? setting.default] as const;
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(entries) as unknown as Config;
};

/** The text of `.env.example`. */
export const envExample = (): string =>
  `${Object.values(settings).map(({ variable, default: fallback, meaning }) => `# ${meaning}\n#${variable}=${String(fallback)}`).join('\n\n')}\n`;

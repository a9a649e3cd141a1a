// One-shot: makes the topics of infra/kafka/topics.json and grants what infra/kafka/acls.json says. Run again, it adds what is missing,
// sets what differs and takes nothing away.
import { readFileSync } from 'node:fs';
import kafkajs from 'kafkajs';
import { patiently, run, say, secret, setting } from './said.mjs';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ConfigResourceTypes, ConfigSource, Kafka, logLevel, ResourcePatternTypes } = kafkajs;
const read = (name) => JSON.parse(readFileSync(new URL(`../kafka/${name}`, import.meta.url), 'utf8'));

/** A topic as it should be on a cluster with so many replicas of each partition; one of them may be missing while it is written to. */
export const wantedTopics = ({ partitions, config, topics }, replicas) =>
  topics.map(({ topic, ...own }) => ({
    topic,
    partitions: own.partitions ?? partitions,
    config: { ...config, 'min.insync.replicas': String(Math.max(1, replicas - 1)), ...own.config },
  }));

/** What was set on the topic itself: whoever alters a topic says all of it, or what is not said is taken away. */
const ownOf = ({ configEntries }) =>
  Object.fromEntries(configEntries.filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG).map(({ configName, configValue }) => [configName, configValue]));

/** @param admin of kafkajs, connected */
export const makeTopics = async (admin, wanted, replicas) => {
  const there = new Set(await admin.listTopics());
  const missing = wanted.filter(({ topic }) => !there.has(topic));
  const entries = (config) => Object.entries(config).map(([name, value]) => ({ name, value }));
  if (missing.length > 0)
    await admin.createTopics({
      topics: missing.map(({ topic, partitions, config }) => ({ topic, numPartitions: partitions, replicationFactor: replicas, configEntries: entries(config) })),
      waitForLeaders: false,
    });
  for (const { topic } of missing) say(`topic made: ${topic}`);
  // A broker hears of a new topic a moment after it was made; kafkajs itself would ask once only.
  const { topics } = await patiently('looking at the topics', () => admin.fetchTopicMetadata({ topics: wanted.map(({ topic }) => topic) }));
  for (const { topic, partitions, config } of wanted.filter(({ topic }) => there.has(topic))) {
    const found = topics.find(({ name }) => name === topic).partitions.length;
    // More partitions would send a key elsewhere and break its order: only an operator may decide that.
    if (found !== partitions) say(`topic ${topic}: found ${found} partitions, expected ${partitions}; left as it is (docs/how-to/servers.md)`);
    const { resources: [standing] } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: ConfigResourceTypes.TOPIC, name: topic }] });
    await admin.alterConfigs({ validateOnly: false, resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries: entries({ ...ownOf(standing), ...config }) }] });
  }
};

/** Everything that publishing needs, from one line of the file. */
export const grantsOf = ({ user, publishes, topic, group, cluster, operations }) => {
  const on = (resource, names, prefixed = false) => names.map((operation) => ({ user, ...resource, operation, prefixed }));
  if (publishes !== undefined)
    return [
      ...on({ topic: publishes }, ['WRITE', 'DESCRIBE']),
      ...on({ cluster: true }, ['IDEMPOTENT_WRITE']),
      ...on({ topic: 'netral.receipts' }, ['READ', 'DESCRIBE']),
      // Groups of its own, under which it reads its receipts.
      ...on({ group: `netral-${user}` }, ['READ', 'DESCRIBE'], true),
    ];
  if (cluster !== undefined) return on({ cluster: true }, cluster);
  return on(topic !== undefined ? { topic } : { group }, operations);
};

const aclOf = ({ user, topic, group, operation, prefixed }) => ({
  principal: `User:${user}`,
  host: '*',
  permissionType: AclPermissionTypes.ALLOW,
  operation: AclOperationTypes[operation],
  resourceType: topic !== undefined ? AclResourceTypes.TOPIC : group !== undefined ? AclResourceTypes.GROUP : AclResourceTypes.CLUSTER,
  resourceName: topic ?? group ?? 'kafka-cluster',
  resourcePatternType: prefixed ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
});

const main = async () => {
  const replicas = Number(process.env.KAFKA_REPLICAS || 1);
  const admin = new Kafka({
    clientId: 'netral-set-up', brokers: setting('KAFKA_BROKERS').split(','), ssl: process.env.KAFKA_TLS === 'on', logLevel: logLevel.NOTHING,
    connectionTimeout: 5000, retry: { retries: 2 },
    sasl: { mechanism: 'scram-sha-512', username: setting('KAFKA_ADMIN_USER'), password: adminPassword() },
  }).admin();
  await patiently('connecting to Kafka', () => admin.connect(), { final: ({ name }) => name === 'KafkaJSSASLAuthenticationError' });
  try {
    await makeTopics(admin, wantedTopics(read('topics.json'), replicas), replicas);
    const acl = read('acls.json').flatMap(grantsOf).map(aclOf);
    await admin.createAcls({ acl });
    say(`grants that stand: ${acl.length}`);
  } finally {
    await admin.disconnect();
  }
};

/** From the file that the broker got its users from. */
const adminPassword = () => {
  const line = secret('KAFKA_USERS_FILE').split('\n').find((each) => each.startsWith(`${setting('KAFKA_ADMIN_USER')}=`));
  if (line === undefined) throw new Error(`KAFKA_USERS_FILE: no user ${setting('KAFKA_ADMIN_USER')}`);
  return line.slice(line.indexOf('=') + 1);
};

if (process.argv[1] === new URL(import.meta.url).pathname) await run('kafka', main);

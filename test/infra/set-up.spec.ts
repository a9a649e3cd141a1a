import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agencyTopics, DEAD_LETTERS_TOPIC, INTAKE_GROUP, RECEIPTS_TOPIC } from '@netral/application';
import { REPOSITORY } from './compose-file';
import { inNode } from './in-node';

interface Grant {
  readonly user: string;
  readonly topic?: string;
  readonly group?: string;
  readonly cluster?: boolean;
  readonly operation: string;
  readonly prefixed: boolean;
}
const infra = (name: string): string => readFileSync(join(REPOSITORY, 'infra/kafka', name), 'utf8');

describe('the topics that the set-up makes', () => {
  const { topics } = JSON.parse(infra('topics.json')) as { topics: { topic: string }[] };

  it('are the agencies’, the receipts’ and the dead letters’, and no other', () => {
    expect(topics.map(({ topic }) => topic).sort()).toEqual([...agencyTopics, RECEIPTS_TOPIC, DEAD_LETTERS_TOPIC].sort());
  });

  it.each([[1, '1'], [3, '2']])('with %i replicas are written to when %s of them have it', async (replicas, inSync) => {
    const wanted = (await inNode(`
      import { wantedTopics } from './infra/set-up/kafka.mjs';
      out = wantedTopics(${infra('topics.json')}, ${replicas});`)) as { config: Record<string, string> }[];
    expect(new Set(wanted.map(({ config }) => config['min.insync.replicas']))).toEqual(new Set([inSync]));
    expect(new Set(wanted.map(({ config }) => config['cleanup.policy']))).toEqual(new Set(['delete']));
  });

  it('keep what an operator has set on them besides: whoever alters a topic has to say all of it', async () => {
    const altered = await inNode(`
      import { makeTopics } from './infra/set-up/kafka.mjs';
      out = [];
      const entry = (configName, configValue, configSource) => ({ configName, configValue, configSource });
      await makeTopics({
        listTopics: async () => ['netral.kasn'],
        fetchTopicMetadata: async () => ({ topics: [{ name: 'netral.kasn', partitions: [{}] }] }),
        describeConfigs: async () => ({ resources: [{ configEntries: [entry('retention.bytes', '7', 1), entry('retention.ms', '1', 1), entry('segment.ms', '5', 5)] }] }),
        alterConfigs: async ({ resources }) => void out.push(...resources),
      }, [{ topic: 'netral.kasn', partitions: 1, config: { 'retention.ms': '2' } }], 1);`);
    expect(altered).toEqual([{ type: 2, name: 'netral.kasn', configEntries: [{ name: 'retention.bytes', value: '7' }, { name: 'retention.ms', value: '2' }] }]);
  });

  it('are described with each setting once', () => {
    for (const [, names] of infra('topics.json').matchAll(/"config": \{([^}]*)\}/g)) {
      const said = [...(names ?? '').matchAll(/"([^"]+)":/g)].map(([, name]) => name);
      expect(said).toEqual([...new Set(said)]);
    }
  });

  it('let a message in that the ingestor refuses for its size, so that it gets a receipt', () => {
    const { config } = JSON.parse(infra('topics.json')) as { config: Record<string, string> };
    expect(Number(config['max.message.bytes'])).toBeGreaterThan(2 * 1024 * 1024);
  });
});

describe('the grants that the set-up makes', () => {
  let grants: readonly Grant[];
  beforeAll(async () => {
    grants = (await inNode(`
      import { grantsOf } from './infra/set-up/kafka.mjs';
      out = ${infra('acls.json')}.flatMap(grantsOf);`)) as Grant[];
  });
  const topicsThat = (user: string, operation: string): readonly string[] =>
    grants.filter((grant) => grant.user === user && grant.operation === operation && grant.topic !== undefined).map(({ topic }) => topic as string).sort();

  it('let the ingestor read every agency’s topic under its group, and write receipts and announcements only', () => {
    expect(topicsThat('ingestor', 'READ')).toEqual([...agencyTopics].sort());
    expect(topicsThat('ingestor', 'WRITE')).toEqual([DEAD_LETTERS_TOPIC, RECEIPTS_TOPIC]);
    expect(grants).toContainEqual({ user: 'ingestor', group: INTAKE_GROUP, operation: 'READ', prefixed: false });
  });

  it('let an agency write to its own topic and read receipts, and nothing else', () => {
    for (const topic of agencyTopics) {
      const user = topic.replace('netral.', '');
      expect([user, topicsThat(user, 'WRITE')]).toEqual([user, [topic]]);
      expect([user, topicsThat(user, 'READ')]).toEqual([user, user === 'operator' ? [DEAD_LETTERS_TOPIC, RECEIPTS_TOPIC] : [RECEIPTS_TOPIC]]);
    }
  });

  it('let nobody but the ingestor into its group: no prefix of an agency’s reaches it', () => {
    const reaching = grants.filter(({ group, prefixed }) => group !== undefined && (prefixed ? INTAKE_GROUP.startsWith(group) : group === INTAKE_GROUP));
    expect(new Set(reaching.map(({ user }) => user))).toEqual(new Set(['ingestor']));
  });

  it('are for users that prepare.sh makes', () => {
    const script = readFileSync(join(REPOSITORY, 'infra/prepare.sh'), 'utf8');
    const made = new Set(['admin', 'ingestor', ...(/for agency in ([a-z ]+); do/.exec(script)?.[1] ?? '').split(' ')]);
    expect([...new Set(grants.map(({ user }) => user))].filter((user) => !made.has(user))).toEqual([]);
  });
});

describe('the set-up of MongoDB', () => {
  /** Answers by command: an error code, or nothing for success. */
  const asked = (call: string, answers: Readonly<Record<string, number>>): Promise<unknown> => inNode(`
    import { makeReplicaSet, makeUser } from './infra/set-up/mongodb.mjs';
    const commands = [];
    const command = async (each) => {
      const [name] = Object.keys(each);
      commands.push(name);
      const code = ${JSON.stringify(answers)}[name];
      if (code !== undefined) throw Object.assign(new Error(name), { code });
    };
    let result;
    try { result = await ${call}; } catch (error) { result = 'failed: ' + error.message; }
    out = [result, commands];`);
  const replicaSet = "makeReplicaSet(command, 'netral', 'mongodb:27017')";
  const user = "makeUser(command, 'netral', 'netral', 'secret')";

  it('makes a replica set once', async () => {
    expect(await asked(replicaSet, { replSetGetStatus: 94 })).toEqual(['made', ['replSetGetStatus', 'replSetInitiate']]);
    expect(await asked(replicaSet, {})).toEqual(['stands', ['replSetGetStatus']]);
  });

  it('is content when another made it meanwhile, and fails where it may not', async () => {
    expect(await asked(replicaSet, { replSetGetStatus: 94, replSetInitiate: 23 })).toEqual(['made', ['replSetGetStatus', 'replSetInitiate']]);
    for (const code of [13, 76]) expect(await asked(replicaSet, { replSetGetStatus: code })).toEqual(['failed: replSetGetStatus', ['replSetGetStatus']]);
  });

  it('makes a user, or sets the password of the one that is there', async () => {
    expect(await asked(user, { updateUser: 11 })).toEqual(['made', ['updateUser', 'createUser']]);
    expect(await asked(user, {})).toEqual(['stands', ['updateUser']]);
    expect(await asked(user, { updateUser: 13 })).toEqual(['failed: updateUser', ['updateUser']]);
  });
});

describe('the set-up of keys', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'netral-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const place = (key: string): Promise<unknown> => inNode(`
    import { placeMasterKey } from './infra/set-up/keys.mjs';
    try { out = placeMasterKey(${JSON.stringify(join(folder, 'secrets/master.key'))}, '${key}'); } catch (error) { out = error.message; }`);

  it('places the master key for its owner alone, once, and never over another', async () => {
    const file = join(folder, 'secrets/master.key');
    expect(await place('one')).toBe('placed');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await place('one')).toBe('stands');
    expect(await place('other')).toMatch(/another master key stands there/);
    expect(readFileSync(file, 'utf8')).toBe('one\n');
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('refuses a key that another process wrote half', async () => {
    await place('whole');
    writeFileSync(join(folder, 'secrets/master.key'), 'who');
    expect(await place('whole')).toMatch(/another master key/);
  });
});

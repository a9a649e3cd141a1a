import { randomUUID } from 'node:crypto';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, Kafka, logLevel, ResourcePatternTypes } from 'kafkajs';
import { describeKafka, describeOwnServers, ownKafka } from '../describe-servers';
import { createTopics } from './create-topics';

const client = (broker: string, user?: { username: string; password: string }): Kafka =>
  new Kafka({
    brokers: [broker], logLevel: logLevel.NOTHING, retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 20 },
    ...(user === undefined ? {} : { sasl: { mechanism: 'scram-sha-512', ...user } }),
  });

const createTopic = async (kafka: Kafka, topic: string): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  await createTopics(admin, [{ topic, numPartitions: 1 }]);
  await admin.disconnect();
};

const send = async (kafka: Kafka, topic: string, values: readonly string[]): Promise<void> => {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: values.map((value) => ({ key: 'k', value })) });
  } finally {
    await producer.disconnect();
  }
};

const read = async (kafka: Kafka, topic: string, count: number): Promise<readonly string[]> => {
  const consumer = kafka.consumer({ groupId: `reader-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const values: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const eachMessage = async ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
      values.push(String(message.value));
      if (values.length === count) resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return values;
};

describeKafka('the broker of the run', (address) => {
  it('gives messages back in the order they came', async () => {
    const topic = `order-${randomUUID()}`;
    const values = Array.from({ length: 500 }, (_, index) => String(index));
    await createTopic(client(address), topic);
    await send(client(address), topic, values);
    expect(await read(client(address), topic, 500)).toEqual(values);
  });

  it('makes no topic by itself', async () => {
    await expect(send(new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, retry: { retries: 1 } }), `nobody-made-${randomUUID()}`, ['lost'])).rejects.toThrow(/does not host this topic-partition/);
  });
});

describeOwnServers(['kafka'], 'a broker of its own', () => {
  const kafka = ownKafka();

  it('keeps what it acknowledged over kill -9, on the same port', async () => {
    const { address } = kafka();
    const before = Array.from({ length: 200 }, (_, index) => `before-${index}`);
    await createTopic(client(address), 'kept');
    await send(client(address), 'kept', before);
    await kafka().restart();
    await send(client(address), 'kept', ['after']);
    expect(await read(client(address), 'kept', 201)).toEqual([...before, 'after']);
  });
});

describeOwnServers(['kafka'], 'a broker with users', () => {
  const users = { kasn: 'kasn-test-password', bkn: 'bkn-test-password' };
  const kafka = ownKafka({ users });
  const as = (username: keyof typeof users, password: string = users[username]): Kafka => client(kafka().userAddress!, { username, password });

  beforeAll(async () => {
    for (const topic of ['topic.kasn', 'topic.bkn']) await createTopic(client(kafka().address), topic);
    const admin = client(kafka().address).admin();
    await admin.connect();
    const allowed = { principal: 'User:kasn', host: '*', permissionType: AclPermissionTypes.ALLOW, resourcePatternType: ResourcePatternTypes.LITERAL };
    await admin.createAcls({
      acl: [
        { ...allowed, resourceType: AclResourceTypes.TOPIC, resourceName: 'topic.kasn', operation: AclOperationTypes.WRITE },
        { ...allowed, resourceType: AclResourceTypes.TOPIC, resourceName: 'topic.kasn', operation: AclOperationTypes.DESCRIBE },
        { ...allowed, resourceType: AclResourceTypes.CLUSTER, resourceName: 'kafka-cluster', operation: AclOperationTypes.IDEMPOTENT_WRITE },
      ],
    });
    await admin.disconnect();
  });

  it('lets a user write to the topic that it was granted', async () => {
    await send(as('kasn'), 'topic.kasn', ['granted']);
    expect(await read(client(kafka().address), 'topic.kasn', 1)).toEqual(['granted']);
  });

  it('refuses a topic that was granted to nobody, and a user without a grant', async () => {
    await expect(send(as('kasn'), 'topic.bkn', ['foreign'])).rejects.toThrow(/not authorized/i);
    await expect(send(as('bkn'), 'topic.bkn', ['foreign'])).rejects.toThrow(/authorization failed/i);
  });

  it('refuses a wrong password', async () => {
    await expect(send(as('kasn', 'wrong'), 'topic.kasn', ['never'])).rejects.toThrow(/authentication failed/i);
  });
});

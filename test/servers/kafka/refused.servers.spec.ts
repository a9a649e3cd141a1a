import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes, type AclEntry } from 'kafkajs';
import { agencyTopics, DEAD_LETTERS_TOPIC, INTAKE_GROUP, RECEIPTS_TOPIC } from '@netral/application';
import { MessagingError, type ConsumerState } from '@netral/messaging';
import { KafkaMessaging } from '@netral/messaging/kafka/kafka-messaging';
import { describeOwnServers, ownKafka } from '../describe-servers';
import { kafkaOptions } from './kafka-under-test';
import { NetralTopics, statement } from './netral-on-kafka';

const allow = (user: string, resourceType: AclResourceTypes, resourceName: string, operation: AclOperationTypes): AclEntry =>
  ({ resourceType, resourceName, resourcePatternType: ResourcePatternTypes.LITERAL, principal: `User:${user}`, host: '*', operation, permissionType: AclPermissionTypes.ALLOW });
/** The rights that docs/kafka.md gives the ingestor. */
const ingestorsRights = (user: string): AclEntry[] => [
  ...agencyTopics.flatMap((topic) => [AclOperationTypes.READ, AclOperationTypes.DESCRIBE].map((operation) => allow(user, AclResourceTypes.TOPIC, topic, operation))),
  ...[RECEIPTS_TOPIC, DEAD_LETTERS_TOPIC].flatMap((topic) => [AclOperationTypes.WRITE, AclOperationTypes.DESCRIBE].map((operation) => allow(user, AclResourceTypes.TOPIC, topic, operation))),
  allow(user, AclResourceTypes.GROUP, INTAKE_GROUP, AclOperationTypes.READ),
];

describeOwnServers(['kafka'], 'a broker that asks who comes', () => {
  const broker = ownKafka({ users: { ingestor: 'right', stranger: 'right', kasn: 'right' } });
  let topics: NetralTopics;
  const client = (user: string, password = 'right'): KafkaMessaging => new KafkaMessaging(kafkaOptions(broker().userAddress!, { user, password }));
  const grant = async (acl: AclEntry[]): Promise<void> => {
    const admin = topics.hand.kafka.admin();
    await admin.connect();
    await admin.createAcls({ acl });
    await admin.disconnect();
  };
  const consume = async (messaging: KafkaMessaging, untilTaken: number): Promise<number> => {
    const stop = new AbortController();
    let taken = 0;
    await messaging.consume({
      topics: agencyTopics, group: INTAKE_GROUP, member: 'one', batchMax: 10, writesTo: [RECEIPTS_TOPIC, DEAD_LETTERS_TOPIC], signal: stop.signal,
      handle: async ({ messages }) => {
        await messaging.publish(RECEIPTS_TOPIC, messages.map(() => ({ key: 'x', value: '{}' })));
        taken += messages.length;
        if (taken >= untilTaken) stop.abort();
      },
    });
    await messaging.close();
    return taken;
  };

  beforeAll(async () => {
    topics = new NetralTopics(broker().address);
    await topics.create(2);
  });
  afterAll(() => topics?.hand.close());

  it('refuses a wrong password with one line that does not hold it', async () => {
    const failure = await consume(client('ingestor', 'wr0ng-secret'), 1).catch((error: unknown) => error as MessagingError);
    expect(failure).toMatchObject({ name: 'MessagingError', reason: 'denied' });
    expect((failure as MessagingError).message).not.toMatch(/wr0ng-secret|\n/);
  });

  it('refuses who may not read, naming the topic', () =>
    expect(consume(client('stranger'), 1)).rejects.toMatchObject({ reason: 'denied', message: expect.stringContaining('netral.bawaslu') as string }));

  it('refuses who may read the topics but not commit for the group', async () => {
    await grant(ingestorsRights('stranger').filter(({ resourceType }) => resourceType !== AclResourceTypes.GROUP));
    await expect(consume(client('stranger'), 1)).rejects.toMatchObject({ reason: 'denied', message: expect.stringMatching(/group/i) as string });
  });

  it('lets the ingestor do its work with the rights of the documentation, and an agency write to its own topic only', async () => {
    await grant([...ingestorsRights('ingestor'), ...[AclOperationTypes.WRITE, AclOperationTypes.DESCRIBE].map((operation) => allow('kasn', AclResourceTypes.TOPIC, 'netral.kasn', operation))]);
    const kasn = client('kasn');
    const { key, value } = statement(1, 1);
    await kasn.publish('netral.kasn', [{ key: key as string, value: value as string }]);
    await expect(kasn.publish('netral.bkn', [{ key: key as string, value: value as string }])).rejects.toMatchObject({ reason: 'denied', message: expect.stringContaining('netral.bkn') as string });
    await kasn.close();
    expect(await consume(client('ingestor'), 1)).toBe(1);
  });

  it('is waited for when rights are taken away while it is read, and read on when they are back', async () => {
    const messaging = client('ingestor');
    const [stop, states]: [AbortController, ConsumerState[]] = [new AbortController(), []];
    const taken: bigint[] = [];
    const running = messaging.consume({
      topics: ['netral.kasn'], group: INTAKE_GROUP, member: 'one', batchMax: 10, signal: stop.signal, onState: (state) => states.push(state),
      handle: ({ messages }) => Promise.resolve(void taken.push(...messages.map(({ offset }) => offset))),
    });
    const until = async (holds: () => boolean): Promise<void> => {
      for (let waited = 0; !holds(); waited += 50) {
        if (waited > 60_000) throw new Error(`waited in vain: ${JSON.stringify(states.map(({ kind }) => kind))}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await until(() => states.some(({ kind }) => kind === 'consuming'));
    const [read] = [allow('ingestor', AclResourceTypes.TOPIC, 'netral.kasn', AclOperationTypes.READ)];
    const admin = topics.hand.kafka.admin();
    await admin.connect();
    await admin.deleteAcls({ filters: [read] });
    await topics.hand.put('netral.kasn', [statement(2, 1)]);
    await until(() => states.some((state) => state.kind === 'waiting' && state.reason === 'denied'));
    await admin.createAcls({ acl: [read] });
    await admin.disconnect();
    await until(() => taken.length > 0);
    stop.abort();
    await running;
    await messaging.close();
  }, 180_000);
});

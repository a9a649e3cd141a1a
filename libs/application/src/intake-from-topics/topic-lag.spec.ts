import type { Messaging, Subscription, TopicMessage } from '@netral/messaging';
import { silentLog } from '@netral/platform';
import { SMALL } from './testing/fixture';
import { TopicIntake } from './topic-intake';

const message: TopicMessage = { offset: 7n, key: null, value: new Uint8Array(), headers: new Map() };
const batch = { topic: 'netral.kasn', partition: 2, messages: [message, { ...message, offset: 8n }], behind: 40 };

describe('how many messages of a partition wait', () => {
  const told: unknown[][] = [];
  let subscription: Subscription;

  beforeEach(async () => {
    told.length = 0;
    const messaging = { consume: (given: Subscription) => Promise.resolve(void (subscription = given)), publish: () => Promise.resolve() } as unknown as Messaging;
    const ingest = { submit: () => Promise.reject(new Error('the log is away')) };
    const telemetry = { consumerLag: (...lag: unknown[]) => void told.push(lag) };
    await new TopicIntake({ messaging, ingest, vault: { deadLetter: () => Promise.resolve(undefined) }, log: silentLog, telemetry }, SMALL).run('one', new AbortController().signal);
  });

  it('is told while they cannot be taken, with those at hand', async () => {
    await expect(subscription.handle(batch)).rejects.toThrow('the log is away');
    expect(told).toEqual([['netral.kasn', 2, 42]]);
  });

  it('is told no more of a partition that went to another process, and only once', async () => {
    await subscription.handle(batch).catch(() => undefined);
    subscription.onState?.({ kind: 'consuming', partitions: { 'netral.kasn': [2] } });
    expect(told).toHaveLength(1);
    for (let turn = 0; turn < 2; turn += 1) subscription.onState?.({ kind: 'consuming', partitions: { 'netral.kasn': [1] } });
    expect(told.slice(1)).toEqual([['netral.kasn', 2, undefined]]);
  });
});

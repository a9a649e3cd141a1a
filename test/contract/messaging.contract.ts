import { MessagingError, type ConsumerState, type Messaging, type TopicBatch, type TopicMessage } from '@netral/messaging';
import type { RawMessage } from '@netral/messaging/memory/memory-broker';

/** What a suite needs of a broker beside the port: topics made, messages put there as agencies would, and read back. */
export interface UnderTest {
  /** A client of its own. */
  client(): Messaging;
  createTopic(topic: string, partitions: number): Promise<void>;
  put(topic: string, messages: readonly RawMessage[]): Promise<void>;
  read(topic: string): Promise<readonly TopicMessage[]>;
  close(): Promise<void>;
}

const text = (bytes: Uint8Array | null | undefined): string | null => (bytes === null || bytes === undefined ? null : Buffer.from(bytes).toString('utf8'));
const numbered = (count: number, keys = 1): RawMessage[] => Array.from({ length: count }, (_, index) => ({ key: `key-${index % keys}`, value: `${index}` }));
let named = 0;
/** Names of one test: topics and groups of a server outlive it. */
const fresh = (name: string): string => `t-${name}-${process.pid}-${Date.now().toString(36)}-${(named += 1)}`;

/** A consumer that keeps what it was given and ends when told. */
const consumer = (messaging: Messaging, topics: readonly string[], options: { group?: string; member?: string; batchMax?: number; handle?: (batch: TopicBatch) => Promise<void> | void; writesTo?: readonly string[] } = {}) => {
  const stop = new AbortController();
  const [taken, states]: [{ topic: string; partition: number; message: TopicMessage }[], ConsumerState[]] = [[], []];
  const ended = messaging.consume({
    topics, group: options.group ?? fresh('group'), member: options.member ?? 'one', batchMax: options.batchMax ?? 100, signal: stop.signal, onState: (state) => states.push(state),
    ...(options.writesTo && { writesTo: options.writesTo }),
    handle: async (batch) => {
      await options.handle?.(batch);
      for (const message of batch.messages) taken.push({ topic: batch.topic, partition: batch.partition, message });
    },
  });
  ended.catch(() => undefined);
  const end = async (): Promise<void> => {
    stop.abort();
    await ended;
  };
  return { taken, states, ended, end, abort: () => stop.abort(), values: () => taken.map(({ message }) => text(message.value)) };
};

const until = async (holds: () => boolean, what: string): Promise<void> => {
  const deadline = Date.now() + 25_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Holds one adapter to the port. */
export const messagingContract = (name: string, open: () => Promise<UnderTest>): void =>
  describe(`messaging contract: ${name}`, () => {
    let broker: UnderTest;
    const clients: Messaging[] = [];
    const client = (): Messaging => {
      const opened = broker.client();
      clients.push(opened);
      return opened;
    };
    beforeAll(async () => {
      broker = await open();
    });
    afterEach(async () => {
      for (const each of clients.splice(0)) await each.close();
    });
    afterAll(() => broker?.close());
    const topicOf = async (partitions = 1): Promise<string> => {
      const topic = fresh('topic');
      await broker.createTopic(topic, partitions);
      return topic;
    };

    it('gives the messages of a partition in order, from the oldest one on, by batches of at most the size asked', async () => {
      const topic = await topicOf();
      await broker.put(topic, numbered(25));
      const sizes: number[] = [];
      const one = consumer(client(), [topic], { batchMax: 10, handle: ({ messages }) => void sizes.push(messages.length) });
      await until(() => one.taken.length === 25, '25 messages');
      await broker.put(topic, [{ key: 'key-0', value: 'later' }]);
      await until(() => one.taken.length === 26, 'a later one');
      await one.end();
      expect(one.values()).toEqual([...numbered(25).map(({ value }) => value), 'later']);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    });

    it('gives key, value and headers as bytes; no key, no value and a header that stands twice as they are', async () => {
      const topic = await topicOf();
      await broker.put(topic, [
        { key: 'k', value: Buffer.from([0xff, 0x00]), headers: { 'content-type': 'application/json', twice: ['a', 'b'] } },
        { key: null, value: null },
        { key: 'k', value: '' },
      ]);
      const one = consumer(client(), [topic]);
      await until(() => one.taken.length === 3, 'three messages');
      await one.end();
      const [first, second, third] = one.taken.map(({ message }) => message) as [TopicMessage, TopicMessage, TopicMessage];
      expect([...(first.value as Uint8Array)]).toEqual([0xff, 0x00]);
      expect(text(first.key)).toBe('k');
      expect([...first.headers].map(([header, values]) => [header, values.map(text)])).toEqual([['content-type', ['application/json']], ['twice', ['a', 'b']]]);
      expect([second.key, second.value, second.headers.size]).toEqual([null, null, 0]);
      expect(third.value?.byteLength).toBe(0);
    });

    it('goes on after what was handled when it comes back under the same group', async () => {
      const [topic, group] = [await topicOf(), fresh('group')];
      await broker.put(topic, numbered(10));
      const one = consumer(client(), [topic], { group });
      await until(() => one.taken.length === 10, 'ten messages');
      await one.end();
      await broker.put(topic, [{ key: 'key-0', value: 'next' }]);
      const again = consumer(client(), [topic], { group });
      await until(() => again.taken.length === 1, 'the next message');
      await again.end();
      expect(again.values()).toEqual(['next']);
    });

    it('gives a batch that could not be handled again, the same first, and others meanwhile', async () => {
      const [bad, good] = [await topicOf(), await topicOf()];
      await broker.put(bad, numbered(3));
      await broker.put(good, numbered(3));
      let failures = 0;
      const tried: string[] = [];
      const one = consumer(client(), [bad, good], {
        handle: ({ topic, messages }) => {
          if (topic !== bad) return;
          tried.push(text(messages[0]!.value)!);
          if (failures < 3) {
            failures += 1;
            throw new Error('not now');
          }
        },
      });
      await until(() => one.taken.length === 6, 'six messages');
      await one.end();
      expect(one.taken.filter(({ topic }) => topic === bad).map(({ message }) => text(message.value))).toEqual(['0', '1', '2']);
      expect(tried.slice(0, 4)).toEqual(['0', '0', '0', '0']);
      expect(one.states.filter(({ kind }) => kind === 'paused')).toHaveLength(3);
    });

    it('commits nothing of a batch that was never handled: whoever comes next gets it', async () => {
      const [topic, group] = [await topicOf(), fresh('group')];
      await broker.put(topic, numbered(5));
      const one = consumer(client(), [topic], { group, handle: () => Promise.reject(new Error('never')) });
      await until(() => one.states.some(({ kind }) => kind === 'paused'), 'a rest');
      await one.end();
      const next = consumer(client(), [topic], { group });
      await until(() => next.taken.length === 5, 'all five');
      await next.end();
      expect(next.values()).toEqual(['0', '1', '2', '3', '4']);
    });

    it('finishes and commits the batch at hand when it is told to stop', async () => {
      const [topic, group] = [await topicOf(), fresh('group')];
      await broker.put(topic, numbered(2));
      let begun = false;
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const one = consumer(client(), [topic], { group, batchMax: 1, handle: async () => {
        begun = true;
        await held;
      } });
      await until(() => begun, 'the first batch');
      one.abort();
      letGo();
      await one.ended;
      expect(one.values()).toEqual(['0']);
      const next = consumer(client(), [topic], { group });
      await until(() => next.taken.length === 1, 'the second message');
      await next.end();
      expect(next.values()).toEqual(['1']);
    });

    it('shares partitions among members, keeps the order of each key, and hands them over when one leaves', async () => {
      const [topic, group] = [await topicOf(4), fresh('group')];
      const [one, two] = [consumer(client(), [topic], { group, member: 'one' }), consumer(client(), [topic], { group, member: 'two' })];
      const shares = (of: typeof one): number => {
        const last = of.states.findLast((state) => state.kind === 'consuming');
        return last?.kind === 'consuming' ? Object.values(last.partitions).flat().length : 0;
      };
      await until(() => shares(one) === 2 && shares(two) === 2, 'two partitions each');
      await broker.put(topic, numbered(200, 16));
      await until(() => one.taken.length + two.taken.length >= 200, 'all 200');
      await two.end();
      await broker.put(topic, numbered(40, 16).map(({ key, value }) => ({ key: key!, value: `late ${value as string}` })));
      await until(() => one.values().filter((value) => value?.startsWith('late')).length === 40, 'the rest at one member');
      await one.end();
      // At least once: a batch on its way while the group changes may come to both.
      for (let key = 0; key < 16; key += 1) {
        const sent = numbered(200, 16).filter((message) => message.key === `key-${key}`).map(({ value }) => value as string);
        const seen = [...two.taken, ...one.taken].filter(({ message }) => text(message.key) === `key-${key}`).map(({ message }) => text(message.value)!).filter((value) => !value.startsWith('late'));
        expect(new Set(seen)).toEqual(new Set(sent));
      }
      for (const { taken } of [one, two])
        for (const place of new Set(taken.map(({ partition }) => partition))) {
          const offsets = taken.filter(({ partition }) => partition === place).map(({ message }) => message.offset);
          expect(offsets).toEqual(offsets.toSorted((a, b) => Number(a - b)));
        }
    });

    it('waits for a topic that is not there yet, and says so', async () => {
      const topic = fresh('topic');
      const one = consumer(client(), [topic]);
      await until(() => one.states.some((state) => state.kind === 'waiting' && state.reason === 'no-topic' && state.message.includes(topic)), 'that the topic is missing');
      await broker.createTopic(topic, 1);
      await broker.put(topic, numbered(1));
      await until(() => one.taken.length === 1, 'its first message');
      await one.end();
    });

    it('takes nothing before the topics are there that handling writes to', async () => {
      const [topic, receipts] = [await topicOf(), fresh('receipts')];
      await broker.put(topic, numbered(1));
      const one = consumer(client(), [topic], { writesTo: [receipts] });
      await until(() => one.states.some((state) => state.kind === 'waiting' && state.message.includes(receipts)), 'that the topic is missing');
      expect(one.taken).toHaveLength(0);
      await broker.createTopic(receipts, 1);
      await until(() => one.taken.length === 1, 'the message');
      await one.end();
    });

    it('lets anybody follow a topic from its end, beside others and without missing what is put there once it has begun', async () => {
      const topic = await topicOf(3);
      await broker.put(topic, numbered(30, 5));
      const stop = new AbortController();
      const seen = new Map<string, string[]>();
      const followers = await Promise.all(['a', 'b'].map(async (name) => {
        seen.set(name, []);
        return client().follow({ topic, group: fresh(name), signal: stop.signal, onMessage: ({ key, value }) => void seen.get(name)!.push(`${text(key)} ${text(value)}`) });
      }));
      const later = numbered(40, 5).map(({ key, value }) => ({ key: key!, value: `late ${value as string}` }));
      await broker.put(topic, later);
      await until(() => [...seen.values()].every((each) => each.length >= 40), 'what came later, twice');
      stop.abort();
      await Promise.all(followers.map(({ ended }) => ended));
      for (const each of seen.values()) {
        expect(each.toSorted()).toEqual(later.map(({ key, value }) => `${key as string} ${value}`).toSorted());
        for (const key of new Set(later.map((message) => message.key as string)))
          expect(each.filter((one) => one.startsWith(`${key} `))).toEqual(later.filter((message) => message.key === key).map(({ value }) => `${key} ${value}`));
      }
    });

    it('refuses to follow a topic that is not there', async () => {
      const topic = fresh('topic');
      await expect(client().follow({ topic, group: fresh('group'), signal: new AbortController().signal, onMessage: () => undefined })).rejects.toMatchObject({ reason: 'no-topic' });
    });

    it('publishes in order, with keys, headers and without, also more than one request holds', async () => {
      const topic = await topicOf();
      const messaging = client();
      await Promise.all([
        messaging.publish(topic, [{ key: 'a', value: '1', headers: { 'content-type': 'application/json' } }, { key: null, value: '2' }]),
        messaging.publish(topic, Array.from({ length: 30 }, (_, index) => ({ key: 'b', value: `${index}:${'x'.repeat(50_000)}` }))),
      ]);
      const found = await broker.read(topic);
      expect(found).toHaveLength(32);
      expect(found.slice(0, 2).map(({ key, value }) => [text(key), text(value)])).toEqual([['a', '1'], [null, '2']]);
      expect(found[0]!.headers.get('content-type')?.map(text)).toEqual(['application/json']);
      expect(found.slice(2).map(({ value }) => Number.parseInt(text(value)!, 10))).toEqual(Array.from({ length: 30 }, (_, index) => index));
    });

    it('refuses to publish to a topic that is not there, and after it was closed', async () => {
      const messaging = client();
      const missing = fresh('topic');
      await expect(messaging.publish(missing, [{ key: null, value: 'x' }])).rejects.toMatchObject({ reason: 'no-topic', message: expect.stringContaining(missing) as string });
      await messaging.close();
      await messaging.close();
      await expect(messaging.publish(missing, [{ key: null, value: 'x' }])).rejects.toBeInstanceOf(MessagingError);
    });
  });

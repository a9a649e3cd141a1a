import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStore, InvalidAppendError, NO_POSITION, OutcomeUnknownError, type RecordedEvent } from '@netral/event-store';
import { KurrentDbEventStore, type KurrentDbEventStoreOptions } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import { collect, event, events, idOf, wholeLog, words } from '../contract/event-store.testing';
import { temporaryFolder } from '../support/temporary-folder';
import { fault } from './server/faults';
import { type StandIn, startStandIn } from './server/stand-in';

const LIMIT = 1_048_576;
const folder = temporaryFolder();

describe('a log on a server', () => {
  let server: StandIn;
  const opened: EventStore[] = [];
  const open = (options: Partial<KurrentDbEventStoreOptions> = {}): KurrentDbEventStore => {
    const store = new KurrentDbEventStore({ address: server.address, appendMsMax: 80, retry: { attemptsMax: 6, delayMs: 2, delayMsMax: 20 }, ...options });
    opened.push(store);
    return store;
  };
  const sent = (): number => server.log.records().filter(({ stream }) => !stream.startsWith('$')).length;
  beforeEach(async () => {
    server = await startStandIn();
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await server.stop();
  });

  describe('sizes', () => {
    const ofBytes = (bytes: number) => {
      const small = event('large');
      const overhead = Buffer.byteLength(JSON.stringify({ netral: 1, hash: small.contentHash, metadata: JSON.parse(small.metadata) as object })) + 2 * small.type.length + 2;
      return { ...small, data: `"${'x'.repeat(bytes - overhead)}"` };
    };

    it('takes an append of exactly the server’s limit', async () => expect(await open().append('s', 'no-stream', [ofBytes(LIMIT)])).toMatchObject({ outcome: 'appended' }));

    it('refuses one byte more before it is sent, and names the limit', async () => {
      const refused = await open().append('s', 'no-stream', [ofBytes(LIMIT + 1)]).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(InvalidAppendError);
      expect((refused as Error).message).toContain(`found ${LIMIT + 1} bytes, expected at most ${LIMIT} bytes`);
      expect(sent()).toBe(0);
    });

    it('names the server’s own limit where that is smaller', async () => {
      await server.stop();
      server = await startStandIn({ maxAppendBytes: 1000 });
      await expect(open().append('s', 'no-stream', [ofBytes(5000)])).rejects.toThrow('expected at most 1000 bytes');
    });

    it('cuts many appends of one stream into blocks that the server takes', async () => {
      const appends = Array.from({ length: 12 }, (_, index) => ({
        stream: 's', expected: index === 0 ? 'no-stream' as const : BigInt(index - 1), events: [{ ...event(`e${index}`), data: `"${'x'.repeat(200_000)}"` }],
      }));
      const store = open();
      expect(words(await store.appendMany(appends))).toEqual(Array(12).fill('appended'));
      expect(await store.lastRevision('s')).toBe(11n);
    });
  });

  describe('an append that is not answered', () => {
    it.each([
      ['was written', fault.answerLost()],
      ['was not written', fault.neverAnswered()],
      ['lost its connection after the write', fault.destroyedAfter()],
      ['lost its connection before', fault.destroyedBefore()],
      ['was timed out, and written', fault.timedOutYetWritten()],
      ['met a server that was not ready', fault.refused('not-ready')],
      ['comes late', fault.delayBefore(150)],
    ])('is settled by reading the stream: it %s', async (_, what) => {
      const store = open();
      await store.append('s', 'no-stream', [event('a')]);
      server.faults.next('batch-append', what);
      const told = await store.append('s', 0n, [event('b')]);
      expect(told).toEqual({ outcome: 'appended', revision: 1n, position: (await wholeLog(store)).at(-1)!.position });
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(server.log.stream('s')).toHaveLength(2);
    });

    it('does not fail those of another store in the same process', async () => {
      const [one, other] = [open(), open()];
      server.faults.next('batch-append', fault.destroyedBefore(), { stream: 's' });
      server.faults.next('batch-append', fault.delayAfter(40), { stream: 't' });
      expect(await Promise.all([one.append('s', 'no-stream', [event('a')]), other.append('t', 'no-stream', [event('b')])])).toMatchObject([{ outcome: 'appended' }, { outcome: 'appended' }]);
    });

    it('that is refused leaves the order of the others in the log as given', async () => {
      const store = open();
      const results = await store.appendMany([
        { stream: 's', expected: 'no-stream', events: [event('a')] }, { stream: 's', expected: 'no-stream', events: [event('stale')] },
        { stream: 's', expected: 0n, events: [event('b')] }, { stream: 'u', expected: 'no-stream', events: [event('c')] },
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      const log: string[] = [];
      for await (const { id } of store.readAll(NO_POSITION)) log.push(id);
      expect(log).toEqual([event('a').id, event('b').id, event('c').id]);
    });

    it('is unknown only when the server does not come back', async () => {
      const store = open();
      await store.append('s', 'no-stream', [event('a')]);
      server.faults.next('batch-append', fault.answerLost());
      // Nothing can be asked of it any more, from the moment the answer was lost.
      server.faults.next('read', fault.destroyedBefore(), { calls: 1000 });
      await expect(store.append('s', 0n, [event('b')])).rejects.toBeInstanceOf(OutcomeUnknownError);
      await server.stop();
      await expect(store.append('s', 1n, [event('c')])).rejects.toMatchObject({ reason: 'unreachable' });
    });
  });

  it('writes many streams in the order given, with many appends under way', async () => {
    const appends = Array.from({ length: 600 }, (_, index) => ({ stream: `s-${(index * 7) % 100}`, expected: index < 100 ? 'no-stream' as const : BigInt(Math.floor(index / 100) - 1), events: [event(`e${index}`)] }));
    const store = open({ appendMsMax: 5_000 });
    const results = await store.appendMany(appends);
    expect(new Set(words(results))).toEqual(new Set(['appended']));
    const whole = await wholeLog(store);
    expect(whole.map(({ id }) => id)).toEqual(appends.map(({ events: [only] }) => only!.id));
    expect(results.map((result) => (result as PromiseFulfilledResult<{ position: string }>).value.position)).toEqual(whole.map(({ position }) => position));
  });

  describe('several writers', () => {
    it('know a repeat that another one wrote, though their own index has not heard of it', async () => {
      const [one, other] = [open(), open()];
      await one.append('s', 'no-stream', [event('a')]);
      await other.append('s', 0n, [event('b')]);
      await one.append('s', 1n, [event('c')]);
      expect(await other.append('s', 2n, [event('c')])).toMatchObject({ outcome: 'repeated', revision: 2n });
      expect(await one.append('s', 2n, [event('b')])).toMatchObject({ outcome: 'repeated', revision: 1n });
      await expect(other.append('s', 2n, [event('a', 'else')])).rejects.toMatchObject({ name: 'ConflictingRedeliveryError' });
      expect(server.log.stream('s')).toHaveLength(3);
    });

    it('are found by who only reads', async () => {
      const [writer, reader] = [open(), open({ readOnly: true })];
      expect(await reader.locate([idOf('a')])).toEqual(new Map());
      await writer.append('s', 'no-stream', [event('a')]);
      expect((await reader.locate([idOf('a')])).get(idOf('a'))).toMatchObject({ stream: 's', revision: 0n });
      await expect(reader.append('s', 0n, [event('b')])).rejects.toMatchObject({ reason: 'read-only' });
    });
  });

  describe('the index of ids', () => {
    const file = (): string => join(folder, `${randomUUID()}.db`);
    const reopened = async (store: EventStore, options: Partial<KurrentDbEventStoreOptions>): Promise<EventStore> => {
      await store.close();
      return open(options);
    };

    it.each([['is lost', file], ['is behind', undefined]])('is made again from the log when it %s', async (_, another) => {
      const indexFile = file();
      let store: EventStore = open({ indexFile });
      await store.append('s', 'no-stream', events(3, 'a'));
      await (open()).append('s', 2n, [event('b')]);
      store = await reopened(store, { indexFile: another?.() ?? indexFile });
      expect(await store.append('s', 'no-stream', [event('b')])).toMatchObject({ outcome: 'repeated', revision: 3n });
      expect((await store.locate([idOf('a1')])).get(idOf('a1'))).toEqual(locationIn(await wholeLog(store), 'a1'));
    });

    it('is thrown away when the log is another one', async () => {
      const indexFile = file();
      let store: EventStore = open({ indexFile });
      await store.append('s', 'no-stream', events(3, 'a'));
      await store.locate([idOf('a0')]);
      store = await reopened(store, { indexFile });
      await store.locate([idOf('a0')]);
      await store.close();
      await server.stop();
      server = await startStandIn();
      await open().append('t', 'no-stream', events(40, 'b'));
      store = open({ indexFile });
      expect([...(await store.locate([idOf('a0'), idOf('b7')])).keys()]).toEqual([idOf('b7')]);
      expect(await store.append('s', 'no-stream', [event('a0')])).toMatchObject({ outcome: 'appended' });
    });

    it('knows every event of an append of several, and where each stands', async () => {
      const store = open();
      await store.append('s', 'no-stream', events(5, 'a'));
      const whole = await wholeLog(store);
      const located = await store.locate(events(5, 'a').map(({ id }) => id));
      for (const name of ['a0', 'a1', 'a2', 'a3', 'a4']) expect(located.get(idOf(name))).toEqual(locationIn(whole, name));
    });
  });

  it('leaves links, metadata and system events to the server', async () => {
    const client = EventStoreDBClient.connectionString(server.address);
    const store = open();
    await store.append('s', 'no-stream', events(2, 'a'));
    await client.setStreamMetadata('s', { acl: { readRoles: ['$all'] } });
    await client.appendToStream('links', { id: randomUUID(), contentType: 'application/json', type: '$>', data: '1@s' as never, metadata: undefined });
    await client.appendToStream('$own', { id: randomUUID(), contentType: 'application/json', type: 'Anything', data: {} as never, metadata: undefined });
    await store.append('s', 1n, [event('b')]);
    const stop = new AbortController();
    const seen: RecordedEvent[] = [];
    for await (const batch of store.subscribe(NO_POSITION, { signal: stop.signal })) {
      seen.push(...batch);
      if (seen.length >= 3) stop.abort();
    }
    expect(seen.map(({ stream }) => stream)).toEqual(['s', 's', 's']);
    expect(await wholeLog(store)).toEqual(seen);
    expect(await store.head()).toBe(seen.at(-1)!.position);
    await client.dispose();
  });

  it('follows the server through a restart', async () => {
    const store = open();
    await store.append('s', 'no-stream', events(3, 'a'));
    const stop = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const batch of store.subscribe(NO_POSITION, { signal: stop.signal })) seen.push(...batch.map(({ id }) => id));
    })();
    await server.restart({ downMs: 20 });
    await store.append('s', 2n, [event('b')]);
    while (seen.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await following;
    expect(seen).toEqual([...events(3, 'a'), event('b')].map(({ id }) => id));
  });

  it('gives up a subscription in the end, for the consumer to begin anew', async () => {
    const store = open();
    await store.append('s', 'no-stream', [event('a')]);
    await server.stop();
    await expect(collect(store.subscribe(NO_POSITION, { signal: new AbortController().signal }))).rejects.toMatchObject({ reason: 'unreachable' });
  });
});

const locationIn = (whole: readonly RecordedEvent[], name: string): object => {
  const { type: _, data: __, ...location } = whole.find(({ id }) => id === idOf(name))!;
  return location;
};

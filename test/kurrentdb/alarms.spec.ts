import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStore, NO_POSITION } from '@netral/event-store';
import { KurrentDbEventStore } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import { cliOn } from '../../apps/cli/src/testing/run-cli';
import { temporaryFolder } from '../support/temporary-folder';
import { collect, events } from '../contract/event-store.testing';
import { type StandIn, startStandIn } from './server/stand-in';

const folder = temporaryFolder();
const until = async (met: () => boolean): Promise<void> => {
  while (!met()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a stream that somebody takes away on the server', () => {
  let server: StandIn;
  let client: EventStoreDBClient;
  let store: EventStore;
  let raised: string[];
  let stop: AbortController;
  beforeEach(async () => {
    server = await startStandIn();
    client = EventStoreDBClient.connectionString(server.address);
    raised = [];
    store = new KurrentDbEventStore({ address: server.address, onAlarm: ({ stream, kind }) => raised.push(`${stream} ${kind}`) });
    stop = new AbortController();
    await store.append('s', 'no-stream', events(3, 's'));
    await store.append('t', 'no-stream', events(3, 't'));
  });
  afterEach(async () => {
    stop.abort();
    await store.close();
    await client.dispose();
    await server.stop();
  });
  /** As a projector does: it subscribes, and goes on. */
  const following = async (): Promise<void> => {
    for await (const _ of store.subscribe(NO_POSITION, { signal: stop.signal })) continue;
  };
  const doctor = async (): Promise<string> => (await cliOn(folder)(['doctor', '--quick'], { environment: { NETRAL_EVENT_STORE: server.address } })).out;

  it.each([
    ['tombstoned', () => client.tombstoneStream('s'), 's tombstoned'],
    ['deleted', () => client.deleteStream('s'), 's truncated'],
    ['cut to a count', () => client.setStreamMetadata('s', { maxCount: 2 }), 's truncated'],
    ['cut to an age', () => client.setStreamMetadata('s', { maxAge: 60 }), 's truncated'],
    ['cut before an event', () => client.setStreamMetadata('s', { truncateBefore: 1 }), 's truncated'],
  ])('is told to the log of the process and by netral doctor when it is %s', async (_, take, words) => {
    const followed = following();
    await take();
    await until(() => raised.length > 0);
    expect(raised).toEqual([words]);
    expect(await doctor()).toContain(words);
    stop.abort();
    await followed;
  });

  it('raises nothing for metadata that take nothing away, nor for others’ streams', async () => {
    const followed = following();
    await client.setStreamMetadata('s', { acl: { readRoles: ['$all'] } });
    await client.tombstoneStream('$other');
    await client.setStreamMetadata('t', { maxCount: 2 });
    await until(() => raised.length > 0);
    expect(raised).toEqual(['t truncated']);
    stop.abort();
    await followed;
  });

  it.each([
    ['tombstoned', () => client.tombstoneStream('s')],
    ['deleted', () => client.deleteStream('s')],
    ['truncated', () => client.setStreamMetadata('s', { truncateBefore: 1 })],
  ])('is not read as if it had never been: %s', async (_, take) => {
    await take();
    await expect(collect(store.readStream('s'))).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(collect(store.readStream('s', { direction: 'backwards' }))).rejects.toMatchObject({ reason: 'corrupt' });
    expect(await collect(store.readStream('t'))).toHaveLength(3);
  });

  it('takes no further event once it is tombstoned', async () => {
    await client.tombstoneStream('s');
    await expect(store.append('s', 2n, events(1, 'new'))).rejects.toMatchObject({ reason: 'corrupt' });
  });

  it('is still whole in the log as long as the server has not taken its events', async () => {
    await client.deleteStream('s');
    expect(await collect(store.readAll(NO_POSITION))).toHaveLength(6);
  });
});

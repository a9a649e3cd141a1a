import { connectIndex } from '@netral/event-store/kurrentdb/index/index-database';
import { MongodbEventIndex } from '@netral/event-store/kurrentdb/index/mongodb-event-index';
import { eventIndexContract } from '../contract/event-index.contract';
import { claim, entry, position } from '../contract/event-index.testing';
import { describeEachMongo } from './describe-servers';
import { indexPlaces, openIndexAt } from './event-index-on-mongodb';
import { freePorts } from './free-port';
import { watchedCollections } from './watched-collections';

describeEachMongo('an index of message ids in MongoDB', (address, traits) => {
  const place = indexPlaces(address, traits);
  eventIndexContract(traits.name, openIndexAt(place));

  it('asks the server a handful of times, not once for each id', async () => {
    const calls: string[] = [];
    const index = new MongodbEventIndex(place(), (at, timeoutMs) => watchedCollections(connectIndex(at, timeoutMs), { before: (call) => void calls.push(call) }));
    await index.checkpoint();
    const counted = async (work: () => Promise<unknown>): Promise<number> => {
      calls.length = 0;
      await work();
      return calls.length;
    };
    const all = Array.from({ length: 1000 }, (_, at) => entry(`e${at}`, `s${at}`, 0, position(at + 1)));
    const ids = all.map(({ id }) => id);
    const writes = Math.ceil(1000 / traits.bulkWriteMax);
    expect(await counted(() => index.claim(all.map((_, at) => claim(`e${at}`, 'one'))))).toBe(writes);
    expect(await counted(() => index.record(all))).toBe(1 + writes);
    expect(await counted(() => index.locate(ids))).toBe(1);
    expect(await counted(() => index.lastRevisions(all.map(({ stream }) => ({ stream, expected: 0n }))))).toBe(1);
    expect(await counted(() => index.confirm(all, { position: position(1000), id: ids[999]! }))).toBe(2);
    expect(await counted(() => index.release(ids, 'one'))).toBe(1);
    await index.close();
  });

  it('says in one line what is wrong with its place, without user and password', async () => {
    const [port] = await freePorts(1);
    const index = new MongodbEventIndex({ ...place(), timeoutMs: 300, address: `mongodb://pengguna:rahasia@127.0.0.1:${port}/netral` });
    await expect(index.locate(['a'])).rejects.toMatchObject({ name: 'StoreUnavailableError', reason: 'unreachable', message: `index of message ids at 127.0.0.1:${port}/netral: no server answers there` });
    await index.close();
  });
});

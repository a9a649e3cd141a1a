import { randomUUID } from 'node:crypto';
import { MongoReadStore } from '@netral/read-store/mongodb/mongodb-read-store';
import { MongoClient } from 'mongodb';
import { commitNumber, contentAfter, contentOf } from '../contract/read-store.testing';
import { describeEachMongo, inDatabase } from './describe-servers';
import { freePorts } from './free-port';
import { Wire } from './read-store.wire';

const TIMEOUT_MS = 20_000;
const SHORT_MS = 1500;

describeEachMongo('a read store in trouble', (address, { bulkWriteMax: batchMax }) => {
  const client = new MongoClient(address);
  const open: { close(): Promise<void> }[] = [];
  const told: string[] = [];
  let [own, database] = ['', ''];
  beforeEach(() => {
    database = `netral-test-${randomUUID()}`;
    own = inDatabase(address, database);
    told.length = 0;
  });
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
    await client.db(database).dropDatabase();
  });
  afterAll(() => client.close());
  const storeAt = (at: string, { timeoutMs = TIMEOUT_MS, readOnly = false } = {}): MongoReadStore => {
    const store = new MongoReadStore({ address: at, batchMax, timeoutMs, readOnly, onReset: (reason) => told.push(reason) });
    open.push(store);
    return store;
  };
  const kept = async (): Promise<void> => {
    const store = storeAt(own);
    await store.commit(commitNumber(0));
    await store.close();
  };
  const control = () => client.db(database).collection<{ _id: string }>('read_store');

  it('says who does not answer, without the password, when nobody is there', async () => {
    const [port] = await freePorts(1);
    const store = storeAt(`mongodb://netral:s3cret@127.0.0.1:${port}/netral`, { timeoutMs: SHORT_MS });
    const error = await store.logLength().catch((each: unknown) => each as Error);
    expect(error).toMatchObject({ name: 'ReadStoreError', reason: 'unreachable', message: expect.stringContaining(`127.0.0.1:${port}`) as string });
    expect(JSON.stringify(error) + String(error)).not.toContain('s3cret');
  });

  it.each(['mongodb://netral:s3cret@', 'mongodb://netral:s3cret@host:99999999/netral', 'mongodb://netral:s3cret@host/netral?noSuchOption=1', 'http://netral:s3cret@host/netral'])(
    'refuses an address that cannot be used without showing it: %s', (wrong) => {
      const refuse = () => storeAt(wrong);
      expect(refuse).toThrow(expect.objectContaining({ name: 'ReadStoreError', reason: 'misconfigured', message: expect.not.stringContaining('s3cret') as string }) as Error);
    });

  it('never hangs on a server that stops answering, and goes on when there is one again', async () => {
    const wire = await Wire.to(own);
    open.push(wire);
    const store = storeAt(wire.address, { timeoutMs: SHORT_MS });
    await store.commit(commitNumber(0));
    wire.stall();
    await expect(store.commit(commitNumber(1))).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(store.logLength()).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(store.lease({ holder: 'test', ttlMs: 1000, signal: new AbortController().signal })).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(store.beginRebuild()).rejects.toMatchObject({ reason: 'unreachable' });
    wire.flow();
    await store.commit(commitNumber(1));
    expect(await contentOf(store)).toEqual(await contentAfter(2));
  });

  it('finishes by itself what was sealed when the connection broke', async () => {
    const probe = await Wire.to(own);
    open.push(probe);
    const first = storeAt(probe.address);
    await first.commit(commitNumber(0));
    const before = probe.writes.length;
    await first.commit(commitNumber(1));
    const perCommit = probe.writes.length - before;
    for (let write = 1; write <= perCommit; write += 1) {
      const wire = await Wire.to(own);
      open.push(wire);
      const store = storeAt(wire.address, { timeoutMs: SHORT_MS });
      const number = await first.documentCount('letters');
      wire.stallAtWrite(write);
      await expect(store.commit(commitNumber(number))).rejects.toMatchObject({ reason: 'unreachable' });
      wire.flow();
      const found = await store.documentCount('letters');
      expect([number, number + 1]).toContain(found);
      expect(await contentOf(store)).toEqual(await contentAfter(found));
    }
  });

  it('writes nothing where it was opened for reading', async () => {
    await kept();
    const reader = storeAt(own, { readOnly: true });
    await expect(reader.commit(commitNumber(1))).rejects.toMatchObject({ reason: 'read-only' });
    await expect(reader.lease({ holder: 'test', ttlMs: 1000, signal: new AbortController().signal })).rejects.toMatchObject({ reason: 'read-only' });
    await expect(reader.beginRebuild()).rejects.toMatchObject({ reason: 'read-only' });
    expect(await contentOf(reader)).toEqual(await contentAfter(1));
  });

  it('tells a reader that there is nothing to read yet, and lets it read once there is', async () => {
    const reader = storeAt(own, { readOnly: true });
    await expect(reader.logLength()).rejects.toMatchObject({ reason: 'unreachable', message: 'there are no read models yet' });
    expect(await client.db(database).listCollections().toArray()).toEqual([]);
    await kept();
    expect(await contentOf(reader)).toEqual(await contentAfter(1));
  });

  it.each([
    ['read models of another format', () => control().updateOne({ _id: 'current' }, { $set: { format: 1 } })],
    ['read models without a head', () => control().deleteMany({ _id: { $ne: 'current' } })],
  ])('throws away %s, says so and starts empty', async (_, damage) => {
    await kept();
    await damage();
    await expect(storeAt(own, { readOnly: true }).logLength()).rejects.toMatchObject({ reason: 'corrupt' });
    const store = storeAt(own);
    expect(await store.checkpoint('letters')).toBeUndefined();
    expect(told).toEqual([expect.stringMatching(/^read models are thrown away and folded anew: /)]);
    await store.commit(commitNumber(0));
    expect(await contentOf(store)).toEqual(await contentAfter(1));
  });

  it('says that rows are missing, instead of giving fewer', async () => {
    await kept();
    await client.db(database).collection('read_parts_1').deleteMany({});
    const store = storeAt(own, { readOnly: true });
    await expect(contentOf(store)).rejects.toMatchObject({ reason: 'corrupt' });
  });

  it('refuses a document that no server would hold, and writes nothing', async () => {
    const store = storeAt(own);
    const { projections, ...rest } = commitNumber(0);
    const large = projections.map((each) => ({ ...each, documents: each.documents.map((document) => ({ ...document, body: JSON.stringify('é'.repeat(8 * 1024 * 1024)) })) }));
    await expect(store.commit({ ...rest, projections: large })).rejects.toMatchObject({ reason: 'too-large' });
    await store.commit(commitNumber(0));
    expect(await contentOf(store)).toEqual(await contentAfter(1));
  });

  it('has the index that it needs, also when somebody dropped it', async () => {
    await kept();
    const keys = async () => (await client.db(database).collection('read_documents_1').indexes()).map(({ key }) => JSON.stringify(key));
    await client.db(database).collection('read_documents_1').dropIndexes();
    expect(await keys()).not.toContain('{"p":1,"n":1}');
    await storeAt(own).logLength();
    expect(await keys()).toContain('{"p":1,"n":1}');
  });
});

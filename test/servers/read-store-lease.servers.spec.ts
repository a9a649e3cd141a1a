import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FencedError, type FoldLease } from '@netral/read-store';
import { MongoReadStore } from '@netral/read-store/mongodb/mongodb-read-store';
import { MongoClient } from 'mongodb';
import { commitNumber, commitsIn, contentAfter, contentOf } from '../contract/read-store.testing';
import { typescriptChild } from '../support/typescript-child';
import { describeEachMongo, inDatabase } from './describe-servers';
import { Wire } from './read-store.wire';

const CHILD = join(__dirname, '..', 'contract', 'read-store.child.ts');
const TTL_MS = 1500;
const TIMEOUT_MS = 20_000;

describeEachMongo('a lease that runs out', (address, { bulkWriteMax: batchMax }) => {
  const client = new MongoClient(address);
  const open: { close(): Promise<void> }[] = [];
  let own = '';
  beforeEach(() => void (own = inDatabase(address, `netral-test-${randomUUID()}`)));
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
    await client.db(new URL(own).pathname.slice(1)).dropDatabase();
  });
  afterAll(() => client.close());
  const storeAt = (at: string, timeoutMs = TIMEOUT_MS): MongoReadStore => {
    const store = new MongoReadStore({ address: at, batchMax, timeoutMs });
    open.push(store);
    return store;
  };
  const take = (store: MongoReadStore, ttlMs = TTL_MS): Promise<FoldLease> => store.lease({ holder: 'test', ttlMs, signal: new AbortController().signal });

  it('is renewed for as long as its holder lives', async () => {
    const lease = await take(storeAt(own));
    const other = take(storeAt(own));
    await pause(3 * TTL_MS);
    expect(lease.lost.aborted).toBe(false);
    await lease.release();
    expect((await other).token).toBeGreaterThan(lease.token);
  });

  it.each([1, 2])('is taken over from a process that was paused for longer; the commit that it wakes up with after %i of all is refused, and nothing of it written', async (commits) => {
    const child = typescriptChild(CHILD, 'hold', String(TTL_MS), 'mongodb', own, String(batchMax));
    const { value } = (await child.lines.next()) as { value: string };
    const token = Number(value.replace('held ', ''));
    child.process.kill('SIGSTOP');
    const store = storeAt(own);
    const lease = await take(store);
    expect(lease.token).toBeGreaterThan(token);
    for (let number = 1; number < commits; number += 1) await store.commit({ ...commitNumber(number), token: lease.token });
    const before = await contentOf(store);
    const raw = async () => JSON.stringify(await Promise.all((await client.db(new URL(own).pathname.slice(1)).listCollections({}, { nameOnly: true }).toArray())
      .filter(({ name }) => name.startsWith('read_documents')).map(({ name }) => client.db(new URL(own).pathname.slice(1)).collection(name).find().sort({ _id: 1 }).toArray())));
    const documentsBefore = await raw();
    child.process.kill('SIGUSR2');
    child.process.kill('SIGCONT');
    const { value: outcome } = (await child.lines.next()) as { value: string };
    expect(outcome).toBe('FencedError lost');
    expect(await contentOf(store)).toEqual(before);
    expect(await raw()).toBe(documentsBefore);
    expect(before).toEqual(await contentAfter(commits));
    await store.commit({ ...commitNumber(commits), token: lease.token });
    expect(await contentOf(store)).toEqual(await contentAfter(commits + 1));
    child.process.kill('SIGKILL');
    await child.ended;
    await lease.release();
  });

  it('tells its holder in time when the server cannot be reached, before anybody else can have it', async () => {
    const wire = await Wire.to(own);
    open.push(wire);
    // The call under way when it falls silent lasts longer than the lease.
    const holder = storeAt(wire.address, 2 * TTL_MS);
    const lease = await take(holder, TTL_MS);
    const order: string[] = [];
    lease.lost.addEventListener('abort', () => order.push('lost'), { once: true });
    const taker = take(storeAt(own)).then((taken) => {
      order.push('taken');
      return taken;
    });
    wire.stall();
    const { token } = await taker;
    expect(order).toEqual(['lost', 'taken']);
    expect(token).toBeGreaterThan(lease.token);
    await expect(storeAt(own).commit({ ...commitNumber(0), token: lease.token })).rejects.toBeInstanceOf(FencedError);
  });

  it('refuses the swap of a rebuild that was begun before another took over', async () => {
    const [sleeper, successor] = [storeAt(own), storeAt(own)];
    const first = await take(sleeper);
    await sleeper.commit({ ...commitNumber(0), token: first.token });
    const rebuild = await sleeper.beginRebuild();
    await rebuild.store.commit({ ...commitNumber(0), fingerprint: 'late' });
    await first.release();
    const second = await take(successor);
    await expect(rebuild.swap()).rejects.toBeInstanceOf(FencedError);
    await rebuild.abandon();
    await successor.commit({ ...commitNumber(1), token: second.token });
    expect(await contentOf(successor)).toEqual(await contentAfter(2));
    expect(await commitsIn(sleeper)).toBe(2);
  });

  it('is given to one of many that ask at once, and to all of them in the end', async () => {
    const stores = Array.from({ length: 6 }, () => storeAt(own));
    const tokens: number[] = [];
    let holders = 0;
    await Promise.all(stores.map(async (store) => {
      const lease = await take(store, 5_000);
      holders += 1;
      expect(holders).toBe(1);
      tokens.push(lease.token);
      await store.commit({ ...commitNumber(await commitsIn(store)), token: lease.token });
      holders -= 1;
      await lease.release();
    }));
    expect(new Set(tokens).size).toBe(stores.length);
    expect(await contentOf(stores[0]!)).toEqual(await contentAfter(stores.length));
  });
});

import { MongoLink } from '@netral/mongodb';
import { type CutProxy, cutProxy } from './cut-proxy';
import { describeEachMongo } from './describe-servers';
import { sleep } from './role-process';

const TIMEOUT_MS = 500;
const CUTS = 3;
const READERS = 3;
const LONG_MS = 180_000;

describeEachMongo('the link to a MongoDB database', (address) => {
  let [proxy, link]: [CutProxy, MongoLink] = [undefined as never, undefined as never];
  let [reading, readOnce] = [true, 0];
  beforeAll(async () => {
    const { hostname, port, pathname } = new URL(address);
    proxy = await cutProxy({ host: hostname, port: Number(port) });
    link = new MongoLink({ address: `mongodb://127.0.0.1:${proxy.port}${pathname}`, appName: 'netral-test', timeoutMs: TIMEOUT_MS });
    for (let from = 0; from < 500; from += 50) await link.db.collection<{ _id: number }>('numbers').insertMany(Array.from({ length: 50 }, (_, index) => ({ _id: from + index })));
  }, LONG_MS);
  afterAll(async () => {
    await link?.close();
    await proxy?.close();
  });
  const readOn = async (): Promise<void> => {
    while (reading) {
      const found = await link.db.collection('numbers').find({}, { batchSize: 100 }).toArray().catch(() => undefined);
      if (found === undefined) await sleep(20);
      else {
        expect(found).toHaveLength(500);
        readOnce += 1;
      }
    }
  };

  it('is found again whenever connections broke under calls, though the driver may have stopped looking', async () => {
    // Of a call that waits for ever nothing more is heard: what counts is that others can be made.
    void Promise.all(Array.from({ length: READERS }, readOn));
    for (let cut = 0; cut < CUTS; cut += 1) {
      await sleep(1000);
      proxy.cut();
      await sleep(20);
      const before = readOnce;
      proxy.mend();
      while (readOnce < before + 2 * READERS) await sleep(50);
    }
    reading = false;
    expect(await link.db.collection('numbers').countDocuments()).toBe(500);
  }, LONG_MS);
});

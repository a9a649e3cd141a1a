import fc from 'fast-check';
import type { IncomingMessage, Receipt } from './ingest';
import { IngestBusyError, IngestUnavailableError } from './ingest.errors';
import { submitStream } from './submit-stream';

const messageOf = (id: number): IncomingMessage => ({ content: String(id), sender: { agency: 'kasn' } });
const receiptOf = ({ content }: IncomingMessage) => ({ id: content }) as Receipt;

/** An ingest that answers when told, refuses what is past its bound, and counts what waits. */
const slowIngest = (queueMax: number) => {
  const state = { waiting: 0, most: 0 };
  const submit = async (messages: readonly IncomingMessage[]): Promise<readonly Receipt[]> => {
    if (state.waiting + messages.length > queueMax) throw new IngestBusyError(state.waiting, queueMax, 0.001);
    state.waiting += messages.length;
    state.most = Math.max(state.most, state.waiting);
    await new Promise((later) => setTimeout(later, 1));
    state.waiting -= messages.length;
    return messages.map(receiptOf);
  };
  return { state, submit };
};
async function* groupsOf(sizes: readonly number[], read: { count: number } = { count: 0 }) {
  for (const size of sizes) yield Array.from({ length: size }, () => messageOf((read.count += 1)));
}

describe('a stream of messages', () => {
  it('gets every receipt in order, with a bounded number on their way, however it is cut', () =>
    fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 15 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 }), async (sizes, chunkMax, windowMax) => {
      const { state, submit } = slowIngest(1000);
      const ids: unknown[] = [];
      for await (const some of submitStream({ submit }, groupsOf(sizes), { chunkMax, windowMax })) ids.push(...some.map(({ id }) => id));
      expect(ids).toEqual(Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, index) => String(index + 1)));
      // One group is cut into calls at once; beyond it the window holds.
      expect(state.most).toBeLessThanOrEqual(windowMax * chunkMax + Math.max(0, ...sizes));
    }), { numRuns: 40 }));

  it('waits for room in a full queue, and keeps its order', async () => {
    const { submit } = slowIngest(3);
    const ids: unknown[] = [];
    for await (const some of submitStream({ submit }, groupsOf([2, 2, 2, 2, 2]), { chunkMax: 2 })) ids.push(...some.map(({ id }) => id));
    expect(ids).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  it('is refused at once when there is no room for its beginning: nothing of it was taken', async () => {
    const { submit } = slowIngest(1);
    await expect(submitStream({ submit }, groupsOf([2]), { chunkMax: 2 }).next()).rejects.toBeInstanceOf(IngestBusyError);
  });

  it('ends with the failure of the store, after the receipts before it', async () => {
    let calls = 0;
    const submit = async (messages: readonly IncomingMessage[]) => {
      if ((calls += 1) === 3) throw new IngestUnavailableError('disk-full', 'the disk is full');
      return messages.map(receiptOf);
    };
    const stream = submitStream({ submit }, groupsOf([1, 1, 1, 1]), { chunkMax: 1 });
    expect([(await stream.next()).value, (await stream.next()).value]).toEqual([[{ id: '1' }], [{ id: '2' }]]);
    await expect(stream.next()).rejects.toBeInstanceOf(IngestUnavailableError);
  });

  it('is read no further than its receipts are taken', async () => {
    const read = { count: 0 };
    const { submit } = slowIngest(1000);
    const stream = submitStream({ submit }, groupsOf(Array.from({ length: 1000 }, () => 1), read), { chunkMax: 1, windowMax: 2 });
    await stream.next();
    await new Promise((later) => setTimeout(later, 20));
    expect(read.count).toBeLessThan(10);
    await stream.return();
    expect((await stream.next()).done).toBe(true);
  });
});

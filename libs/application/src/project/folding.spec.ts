import { NO_POSITION } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { projections } from '@netral/projections';
import { issued } from '@netral/projections/testing/facts';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';
import { Folding } from './folding';

const recordedAt = '2020-12-31T00:00:00.000Z';
const BATCH = 20;

describe('a batch being folded', () => {
  const batchOf = async () => {
    const log = new MemoryEventStore();
    await log.append('s', 'no-stream', Array.from({ length: BATCH }, (_, number) => ({
      id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, type: 'RecommendationIssued', data: JSON.stringify(issued('2020-10-01').data), contentHash: 'h',
      metadata: JSON.stringify({ agency: 'test', source: 'urn:netral:test', messageId: `m${number}`, subject: 'x', publishedAt: recordedAt, recordedAt, version: 2 }),
    })));
    const events = [];
    for await (const event of log.readAll(NO_POSITION)) events.push(event);
    return events;
  };
  /** How often other work of the process ran while the batch was folded, with a clock that each look moves on. */
  const turnsOfOthers = async (msEachLook: number): Promise<number> => {
    const events = await batchOf();
    let [now, turns, folded] = [0, 0, false];
    const folding = await Folding.resume(new MemoryReadStore(), projections, { documentsCacheMax: 10, now: () => (now += msEachLook) });
    const other = (): void => void setImmediate(() => {
      turns += 1;
      if (!folded) other();
    });
    other();
    await folding.fold(events);
    folded = true;
    return turns;
  };

  it('lets others have their turn between events when it takes long', async () => {
    const [long, short] = [await turnsOfOthers(60), await turnsOfOthers(0)];
    expect(long).toBeGreaterThanOrEqual(BATCH - 1);
    expect(short).toBeLessThan(BATCH / 2);
  });
});

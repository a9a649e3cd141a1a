import { setTimeout as pause } from 'node:timers/promises';
import { NO_POSITION, type NewEvent } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { silentLog } from '@netral/platform';
import { projections, recommendations } from '@netral/projections';
import { issued, sanctioned, type Said } from '@netral/projections/testing/facts';
import type { Commit } from '@netral/read-store';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';
import { projectionStatuses } from './projection-status';
import { Projector, type ProjectorOptions } from './projector';

const recordedAt = '2020-12-31T00:00:00.000Z';
const eventOf = ({ type, data }: Said, number: number): NewEvent => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, type, data: JSON.stringify(data), contentHash: `h${number}`,
  metadata: JSON.stringify({ agency: 'test', source: 'urn:netral:test', messageId: `m${number}`, subject: 'x', publishedAt: recordedAt, recordedAt, version: type === 'RecommendationIssued' ? 2 : 1 }),
});
const letters = (from: number, count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => eventOf(issued('2020-10-01', undefined, { recommendationId: `R-${from + index}` }), from + index));

describe('the projector', () => {
  let [log, store]: [MemoryEventStore, MemoryReadStore] = [undefined as never, undefined as never];
  const started: Projector[] = [];
  const begin = (options: Partial<ProjectorOptions> = {}) => {
    const projector = new Projector({ eventStore: log, readStore: store, projections, log: silentLog, batchMax: 3, documentsCacheMax: 100, retryDelayMs: 5, ...options });
    started.push(projector);
    projector.start();
    return projector;
  };
  const append = async (...events: NewEvent[]) => {
    await log.append('s', await log.lastRevision('s'), events);
    return log.head();
  };
  beforeEach(() => {
    log = new MemoryEventStore({ firstPosition: 100n, step: 10n });
    store = new MemoryReadStore();
  });
  afterEach(async () => {
    for (const projector of started.splice(0)) await projector.stop();
  });

  it('folds what stands in the log, then what comes', async () => {
    await append(...letters(0, 7));
    const projector = begin();
    await projector.caughtUp();
    expect(await store.documentCount('recommendations')).toBe(7);
    const head = await append(...letters(7, 2));
    await projector.reached(head);
    expect([await store.documentCount('recommendations'), await store.logLength(), await store.checkpoint('personnel')]).toEqual([9, 9, head]);
    expect(projector.current).toEqual({ state: 'live', position: head });
  });

  it('is caught up at once with an empty log', async () => {
    const projector = begin();
    await projector.caughtUp();
    expect(projector.current.position).toBe(NO_POSITION);
  });

  it('goes on from its checkpoint after a restart, and folds nothing twice', async () => {
    await append(...letters(0, 4));
    const first = begin();
    await first.caughtUp();
    await first.stop();
    expect(first.current.state).toBe('ended');
    await append(eventOf(sanctioned('2020-10-05', ['a'], { recommendationId: 'R-1' }), 50));
    await begin().caughtUp();
    expect([await store.logLength(), await store.rowCount('recommendations/letterPersons')]).toEqual([5, 5]);
  });

  it('commits all projections, the log index and the checkpoint together, and tells of it before the next batch', async () => {
    await append(...letters(0, 5));
    const told: (number | undefined)[] = [];
    const projector = new Projector({ eventStore: log, readStore: store, projections, log: silentLog, batchMax: 2, documentsCacheMax: 100 });
    started.push(projector);
    projector.onCommit(async (commit?: Commit) => {
      await pause(1);
      expect(await store.logLength()).toBe((told.at(-1) ?? 0) + (commit?.logIndex?.positions.length ?? 0));
      told.push(await store.logLength());
    });
    projector.start();
    await projector.caughtUp();
    expect(told).toEqual([0, 2, 4, 5]);
  });

  it.each([
    ['of a type that no release knows', { type: 'NeverHeardOf' }, /NeverHeardOf at position 120 cannot be folded: no event has this type/],
    ['whose data is not JSON', { data: '{"cut' }, /position 120 cannot be folded: its data or metadata is not JSON/],
    ['whose version was never released', { metadata: letters(2, 1)[0]!.metadata.replace('"version":2', '"version":7') }, /version 7 cannot be brought up to date/],
    ['recorded at no instant', { metadata: letters(2, 1)[0]!.metadata.replaceAll(recordedAt, 'yesterday') }, /recordedAt is not an instant/],
    ['whose day is none', { data: letters(2, 1)[0]!.data.replace('2020-10-01', '2020-02-30') }, /recommendations: not a day/],
  ])('stops at an event %s, with everything before it folded and nothing after', async (_, broken, reason) => {
    const events = letters(0, 6);
    await append(...events.slice(0, 2), { ...events[2]!, ...broken }, ...events.slice(3));
    const projector = begin();
    await expect(projector.caughtUp()).rejects.toThrow(reason);
    expect(projector.current).toMatchObject({ state: 'stopped', position: '00000000000000000110', stoppedAt: '00000000000000000120', reason: expect.stringMatching(reason) as string });
    expect([await store.documentIds('recommendations', 0, 10), await store.logLength()]).toEqual([['R-0', 'R-1'], 2]);
    const statuses = await projectionStatuses(projections, projector, log, { now: () => Date.parse('2020-12-31T00:01:00Z') });
    expect(statuses).toHaveLength(projections.length);
    expect(statuses[0]).toMatchObject({ version: 1, position: '00000000000000000110', lag: { events: 4 }, state: 'stopped', stoppedAt: '00000000000000000120' });
  });

  it('tries again when a commit fails, and folds each event once', async () => {
    await append(...letters(0, 5));
    const commit = store.commit.bind(store);
    let failures = 2;
    store.commit = async (each) => {
      if (failures-- > 0) throw new Error('the disk is full');
      return commit(each);
    };
    const projector = begin();
    await projector.caughtUp();
    expect(failures).toBeLessThan(0);
    expect([await store.logLength(), await store.rowCount('recommendations/letterPersons')]).toEqual([5, 5]);
    await projector.reached(await append(...letters(5, 1)));
    expect(projector.current.state).toBe('live');
  });

  it('folds anew beside the standing read models when they were made by other projections', async () => {
    await append(...letters(0, 5));
    await begin({ projections: [{ ...recommendations, version: 0 }] }).caughtUp();
    await started.splice(0)[0]!.stop();
    const generation = await store.generation();
    const progress: number[] = [];
    await begin({ onRebuildProgress: ({ folded, total }) => progress.push(folded, total) }).caughtUp();
    expect(await store.generation()).not.toBe(generation);
    expect([await store.checkpoint('rules'), await store.documentCount('recommendations')]).toEqual([await log.head(), 5]);
    expect(progress.at(-1)).toBe(5);
  });

  it('rebuilds while events come, and goes on with the read models swapped in', async () => {
    await append(...letters(0, 20));
    const projector = begin();
    await projector.caughtUp();
    let appended = 0;
    const folded = await projector.rebuild(() => {
      if (appended++ < 5) void append(...letters(20 + appended, 1));
    });
    expect(folded).toBeGreaterThanOrEqual(20);
    const head = await append(...letters(100, 1));
    await projector.reached(head);
    expect([await store.logLength(), await store.documentCount('recommendations'), await store.rowCount('recommendations/letterPersons'), await store.generation()]).toEqual([26, 26, 26, '1']);
  });

  it('gives a rebuild up when it is stopped, and has let go of the stores when the stop is done', async () => {
    await append(...letters(0, 30));
    const projector = begin();
    await projector.caughtUp();
    const read = log.readAll.bind(log);
    let closed = false;
    log.readAll = async function* (...args) {
      for await (const event of read(...args)) {
        if (closed) throw new Error('the log is closed');
        await pause(1);
        yield event;
      }
    };
    const rebuilding = projector.rebuild().catch((error: Error) => error);
    await pause(5);
    await projector.stop();
    closed = true;
    expect(await rebuilding).toMatchObject({ name: 'AbortError' });
    expect([await store.generation(), await store.documentCount('recommendations')]).toEqual(['0', 30]);
  });

  it('leaves the standing read models as they are when a rebuild meets an event that cannot be folded', async () => {
    await append(...letters(0, 3));
    const projector = begin();
    await projector.caughtUp();
    await append({ ...letters(3, 1)[0]!, type: 'NeverHeardOf' });
    await expect(projector.rebuild()).rejects.toThrow('no event has this type');
    expect([await store.generation(), await store.documentCount('recommendations')]).toEqual(['0', 3]);
  });

  it('commits the batch at hand before it ends', async () => {
    await append(...letters(0, 9));
    const projector = begin();
    projector.onCommit(async () => pause(5));
    while ((await store.logLength()) === 0) await pause(1);
    await projector.stop();
    const length = await store.logLength();
    expect(length % 3).toBe(0);
    expect((await store.checkpoint('rules'))?.endsWith(String(100 + 10 * (length - 1)))).toBe(true);
    await pause(10);
    expect(await store.logLength()).toBe(length);
  });
});

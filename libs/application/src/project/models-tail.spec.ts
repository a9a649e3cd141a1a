import { NO_POSITION } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { createLog, silentLog } from '@netral/platform';
import { projections } from '@netral/projections';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';
import { ColumnsHolder } from './columns-holder';
import { ModelsTail } from './models-tail';
import { Projector } from './projector';
import { letter, until } from './testing/letters';

describe('following read models that another folds', () => {
  let [log, store, projector]: [MemoryEventStore, MemoryReadStore, Projector] = [undefined as never, undefined as never, undefined as never];
  let [models, tail]: [ColumnsHolder, ModelsTail] = [undefined as never, undefined as never];
  const logged: string[] = [];
  const append = async (...numbers: number[]) => {
    await log.append('s', await log.lastRevision('s'), numbers.map(letter));
    await projector.caughtUp();
  };
  beforeEach(() => {
    [log, store] = [new MemoryEventStore(), new MemoryReadStore()];
    projector = new Projector({ eventStore: log, readStore: store, projections, log: silentLog, batchMax: 10, documentsCacheMax: 100 });
    projector.start();
    models = new ColumnsHolder(store, projections);
    logged.splice(0);
    tail = new ModelsTail({ models, log: createLog('info', (line) => logged.push(line), Date.now), everyMs: 1, retryDelayMsMax: 5 });
  });
  afterEach(async () => {
    await tail.stop();
    await projector.stop();
  });

  it('tells once of what is new, when it is already there', async () => {
    await append(1, 2);
    const told: number[] = [];
    tail.onCommit(() => void told.push(models.length));
    expect(tail.current).toEqual({ state: 'starting', position: NO_POSITION });
    tail.start();
    await until(() => told.length === 1);
    await append(3);
    await until(() => told.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([told, tail.current]).toEqual([[2, 3], { state: 'live', position: await log.head() }]);
  });

  it('asks a store that has nothing new one thing only', async () => {
    await append(1);
    tail.start();
    await until(() => models.length === 1);
    const chunks = jest.spyOn(store, 'chunks');
    const looked = jest.spyOn(store, 'logLength');
    await until(() => looked.mock.calls.length > 3);
    expect(chunks).not.toHaveBeenCalled();
  });

  it('keeps what it read while the store is away, says so once, and goes on when it is back', async () => {
    await append(1);
    tail.start();
    await until(() => models.length === 1);
    const generation = store.generation.bind(store);
    let asked = 0;
    store.generation = async () => {
      asked += 1;
      throw new Error('no server answers there');
    };
    await until(() => asked > 3);
    expect([tail.current.state, tail.current.reason, models.length, logged.filter((line) => line.includes('trying again')).length]).toEqual(['waiting', 'no server answers there', 1, 1]);
    store.generation = generation;
    await append(2);
    await until(() => models.length === 2);
    expect(logged.at(-1)).toContain('read models can be read again');
  });

  it('reads anew, beside what answers, when the store is replaced while it reads', async () => {
    await append(1, 2, 3);
    const chunks = store.chunks.bind(store);
    let replaced = 0;
    store.chunks = async function* (...args) {
      if (replaced++ === 0) await projector.rebuild();
      yield* chunks(...args);
    };
    tail.start();
    await until(() => models.length === 3);
    expect([models.at(2).tables('letterPersons').map(({ length }) => length), await store.generation()]).toEqual([[3], '1']);
  });
});

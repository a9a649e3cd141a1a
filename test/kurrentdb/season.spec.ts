import { NO_POSITION } from '@netral/event-store';
import { loadSeason } from '@netral/application/season';
import { seasonMessages } from '@netral/season';
import { collect } from '../contract/event-store.testing';
import { openNetral, type TestNetral } from '../support/netral';
import { seasonQuestions } from '../support/season-questions';
import { normaliserOf } from './normalised';
import { type FaultyWay, faultyWay } from './faulty-way';
import { aServer, stopAll } from './under-test';

const SEED = 2020;
const NOW = Date.UTC(2021, 1, 1, 3);
const BATCH = 500;
const TIMES = ['', 'asOf=2020-10-26', 'asOf=2020-11-30&knownAt=2020-10-26', 'asOf=2020-12-31'];
const MATTERS = 12;

describe('the season of 2020 on a server', () => {
  let way: FaultyWay;
  let [embedded, onServer]: TestNetral[] = [];
  beforeAll(async () => {
    const { address, standIn } = await aServer();
    way = await faultyWay(address);
    const settings = { NETRAL_SEASON: 'none' };
    embedded = await openNetral({ stores: 'sqlite', now: NOW, settings });
    onServer = await openNetral({ stores: 'sqlite', now: NOW, settings: { ...settings, NETRAL_EVENT_STORE: way.address } });
    await loadSeason(seasonMessages({ seed: SEED }), embedded.ingest, { batchSize: BATCH });
    // Killed and started in the middle, three times: connections break, and the server forgets the ids it had in memory. Of a real one, which
    // is not ours to kill, the connections break.
    let batches = 0;
    const restarts: Promise<void>[] = [];
    const strike = async (): Promise<void> => (standIn === undefined ? way.cutAll() : standIn.restart({ downMs: 50 }));
    const { complete } = await loadSeason(seasonMessages({ seed: SEED }), onServer.ingest, {
      batchSize: BATCH,
      onProgress: () => void ([3, 9, 15].includes((batches += 1)) && restarts.push(strike())),
    });
    await Promise.all(restarts);
    expect([complete, restarts.length]).toEqual([true, 3]);
    await Promise.all([embedded.projector.caughtUp(), onServer.projector.caughtUp()]);
  }, 240_000);
  afterAll(async () => {
    await onServer?.close();
    await embedded?.close();
    await way.close();
    await stopAll();
  });

  it('is recorded whole, once and in the same order, though the server was killed three times', async () => {
    const [one, other] = await Promise.all([embedded!, onServer!].map(async ({ eventStore }) => {
      const normalised = await normaliserOf(eventStore);
      return (await collect(eventStore.readAll(NO_POSITION))).map(({ id, stream, revision, type }) => normalised(`${stream}@${revision} ${type} ${id}`));
    }));
    expect(other).toHaveLength(one!.length);
    expect(other).toEqual(one);
  });

  it('gives the same answer to every figure, list and history, but for positions and pseudonyms', async () => {
    const [inOne, inOther] = await Promise.all([normaliserOf(embedded!.eventStore), normaliserOf(onServer!.eventStore)]);
    const asked = await seasonQuestions(embedded!, { matters: MATTERS, times: TIMES });
    expect(asked.length).toBeGreaterThan(150);
    const statuses = new Map<number, string[]>();
    for (const path of asked) {
      const [one, other] = await Promise.all([embedded!, onServer!].map((netral) => netral.get(path, { key: 'investigator' })));
      statuses.set(one!.status, [...(statuses.get(one!.status) ?? []), path]);
      expect(`${path} ${inOther(other!.text)}`).toBe(`${path} ${inOne(one!.text)}`);
    }
    // What was not known yet at a time is not found then, in both.
    expect([...statuses].filter(([status]) => status !== 200 && status !== 404)).toEqual([]);
    expect(statuses.get(200)!.length).toBeGreaterThan(150);
  }, 240_000);
});

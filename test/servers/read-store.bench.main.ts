// Measures read models in MongoDB beside SQLite and the bare driver, on one log:
//   node -r ./test/support/ts-register.cjs test/servers/read-store.bench.main.ts mongodb://127.0.0.1:27017/netral-bench [seasons] [batchMax]
// The database is dropped before and after.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ColumnsHolder, rebuild } from '@netral/application';
import { Folding } from '@netral/application/project/folding';
import { loadSeason } from '@netral/application/season';
import { NO_POSITION, type EventStore, type RecordedEvent } from '@netral/event-store';
import { projections } from '@netral/projections';
import type { ReadStore } from '@netral/read-store';
import { openReadStore } from '@netral/read-store/read-store.module';
import { seasonMessages } from '@netral/season';
import { MongoClient } from 'mongodb';
import { openNetral } from '../support/netral';

const [address = '', seasons = '1', batchMax = '1000'] = process.argv.slice(2);
const TIMEOUT_MS = 120_000;
const LIVE_COMMITS = 300;
// All documents in memory: otherwise mongo-java-server, which has no index for a guarded filter, is what is measured.
const FOLD = { batchMax: 1000, documentsCacheMax: 1_000_000 };

const print = (what: string, found: string): void => void process.stdout.write(`${what.padEnd(58)} ${found}\n`);
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};
const rate = (count: number, seconds: number): string => `${Math.round(count / seconds).toLocaleString('en')}/s`;

const stores = (directory: string): Readonly<Record<'sqlite' | 'mongodb', (readOnly: boolean) => ReadStore>> => ({
  sqlite: (readOnly) => openReadStore({ kind: 'sqlite', directory, readOnly }),
  mongodb: (readOnly) => openReadStore({ kind: 'mongodb', address, batchMax: Number(batchMax), timeoutMs: TIMEOUT_MS, readOnly }),
});

/** Folds the first events one commit each, as they would come one by one. */
const live = async (store: ReadStore, events: readonly RecordedEvent[]): Promise<number> => {
  const folding = await Folding.resume(store, projections, { documentsCacheMax: FOLD.documentsCacheMax });
  return timed(async () => {
    for (const event of events) await folding.fold([event]);
  });
};

const measure = async (name: string, open: (readOnly: boolean) => ReadStore, eventStore: EventStore, first: readonly RecordedEvent[]): Promise<void> => {
  const store = open(false);
  print(`${name}: commits of one event`, rate(first.length, await live(store, first)));
  let events = 0;
  const seconds = await timed(async () => void (events = await rebuild({ eventStore, readStore: store, projections, ...FOLD })));
  print(`${name}: rebuild of ${events} events`, `${seconds.toFixed(1)} s, ${rate(events, seconds)}`);
  const reader = open(true);
  const columns = new ColumnsHolder(reader, projections);
  print(`${name}: columns loaded at the start`, `${((await timed(() => columns.refresh())) * 1000).toFixed(0)} ms for ${columns.length} events`);
  const looks = 200;
  print(`${name}: a look of an answering process with nothing new`, `${(((await timed(async () => { for (let look = 0; look < looks; look += 1) await columns.refresh(); })) / looks) * 1000).toFixed(2)} ms`);
  await reader.close();
  await store.close();
};

/** What one write costs at all: a guarded change of one document, acknowledged by a majority. */
const bare = async (client: MongoClient): Promise<void> => {
  const collection = client.db().collection<{ _id: string; seq: number }>('bench');
  await collection.insertOne({ _id: 'head', seq: 0 }, { writeConcern: { w: 'majority', journal: true } });
  const seconds = await timed(async () => {
    for (let seq = 0; seq < LIVE_COMMITS; seq += 1) await collection.updateOne({ _id: 'head', seq }, { $set: { seq: seq + 1 } }, { writeConcern: { w: 'majority', journal: true } });
  });
  print('bare driver: guarded writes of one document', rate(LIVE_COMMITS, seconds));
};

const main = async (): Promise<void> => {
  const client = new MongoClient(address);
  await client.db().dropDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'netral-bench-'));
  const netral = await openNetral({ stores: 'sqlite', settings: { NETRAL_SEASON: 'none' } });
  await loadSeason(seasonMessages({ seed: 2020, scale: Number(seasons) }), netral.ingest, { batchSize: 1000 });
  await netral.projector.caughtUp();
  const first: RecordedEvent[] = [];
  for await (const event of netral.eventStore.readAll(NO_POSITION)) if (first.push(event) === LIVE_COMMITS) break;
  await bare(client);
  for (const [name, open] of Object.entries(stores(directory))) await measure(name, open, netral.eventStore, first);
  await netral.close();
  rmSync(directory, { recursive: true });
  await client.db().dropDatabase();
  await client.close();
};

void main();

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSeason } from '@netral/application/season';
import { READ_STORE, type ReadStore } from '@netral/read-store';
import { seasonMessages } from '@netral/season';
import { contentsOf } from '../replay/contents';
import { openNetral, type TestNetral } from '../support/netral';
import { seasonQuestions } from '../support/season-questions';
import { describeEachMongo } from './describe-servers';

const SEED = 2020;
const BATCH = 500;
const NOW = Date.UTC(2021, 1, 1, 3);
const SETTINGS = { NETRAL_SEASON: 'none' };
const TIMES = ['', 'asOf=2020-10-26', 'asOf=2020-11-30&knownAt=2020-10-26', 'asOf=2020-12-31', 'knownAt=2020-11-15'];
const MATTERS = 5;
/** FerretDB looks through a whole collection for each question: a part of the season takes it as long as the whole takes others. */
const FERRETDB_MESSAGES = 1200;

function* first<T>(items: Iterable<T>, count: number): Generator<T> {
  let given = 0;
  for (const item of items) {
    if ((given += 1) > count) return;
    yield item;
  }
}

const askAll = async (netral: TestNetral, paths: readonly string[]): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (const path of paths) {
    const { status, text } = await netral.get(path, { key: 'investigator' });
    answers.push(`${path} ${status} ${text}`);
  }
  return answers;
};
const contents = (netral: TestNetral) => contentsOf(netral.app.get<ReadStore>(READ_STORE));

describeEachMongo('the season of 2020 with read models in MongoDB', (address, { name, bulkWriteMax }) => {
  const messagesMax = name === 'ferretdb' ? FERRETDB_MESSAGES : Number.POSITIVE_INFINITY;
  let [embedded, onServer]: TestNetral[] = [];
  const copy = mkdtempSync(join(tmpdir(), 'netral-season-'));
  beforeAll(async () => {
    const recording = await openNetral({ stores: 'sqlite', now: NOW, settings: SETTINGS });
    await loadSeason(first(seasonMessages({ seed: SEED }), messagesMax), recording.ingest, { batchSize: BATCH });
    await recording.projector.caughtUp();
    await recording.stop();
    // The same log, vault and keys, so that answers can be compared byte for byte.
    cpSync(recording.dataDir, copy, { recursive: true });
    embedded = await openNetral({ stores: 'sqlite', dataDir: recording.dataDir, now: NOW, settings: SETTINGS });
    onServer = await openNetral({
      stores: 'sqlite', dataDir: copy, now: NOW,
      settings: { ...SETTINGS, NETRAL_READ_STORE: address, NETRAL_MONGODB_BATCH_MAX: String(bulkWriteMax), NETRAL_FOLD_BATCH_MAX: '2000', NETRAL_MONGODB_TIMEOUT_MS: '60000' },
    });
  }, 600_000);
  afterAll(async () => {
    await onServer?.stop();
    await embedded?.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it('gives the same answer to every figure, list and history at several times', async () => {
    const paths = await seasonQuestions(embedded!, { matters: MATTERS, times: TIMES });
    expect(paths.length).toBeGreaterThan(150);
    const expected = await askAll(embedded!, paths);
    expect(await askAll(onServer!, paths)).toEqual(expected);
    expect(expected.filter((answer) => / 200 /.test(answer)).length).toBeGreaterThan(120);
    expect(expected.filter((answer) => !/ (?:200|404) /.test(answer))).toEqual([]);
  }, 300_000);

  it('holds the same documents, rows and index, folded as the log grew and folded anew', async () => {
    const expected = await contents(embedded!);
    expect(await contents(onServer!)).toEqual(expected);
    await onServer!.projector.rebuild();
    expect(await contents(onServer!)).toEqual(expected);
  }, 600_000);
});

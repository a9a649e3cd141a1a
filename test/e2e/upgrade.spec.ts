import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Folding } from '@netral/application/project/folding';
import { NO_POSITION, type RecordedEvent } from '@netral/event-store';
import { projections, type Projection } from '@netral/projections';
import { SqliteReadStore } from '@netral/read-store/sqlite/sqlite-read-store';
import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision } from './answers.history';

/** The read models of an earlier release: letters without the day of a dispute, no personnel records, in another version. */
const earlier: readonly Projection[] = projections.filter(({ name }) => name !== 'personnel').map((projection) => {
  if (projection.name !== 'recommendations') return projection;
  const { disputedOn: _, ...letterPersons } = projection.tables['letterPersons']!;
  return { ...projection, version: 0, tables: { ...projection.tables, letterPersons } };
});

const questions = ['/v1/figures/recommended?by=employer&position=', '/v1/recommendations?position=', '/v1/figures/blocked?position='];

describe('a release whose read models are others than those it finds', () => {
  let netral: TestNetral;
  afterEach(() => netral.close());

  it('starts, folds the log anew and answers what a fresh one answers', async () => {
    netral = await openNetral({ stores: 'sqlite' });
    await netral.give(...jointDecision, ...facts);
    const { position } = netral.projector.current;
    const answers = () => Promise.all(questions.map(async (question) => (await netral.get(question + position, { key: 'investigator' })).text));
    const before = await answers();
    const events: RecordedEvent[] = [];
    for await (const event of netral.eventStore.readAll(NO_POSITION)) events.push(event);
    await netral.stop();

    const directory = join(netral.dataDir, 'read-models');
    rmSync(directory, { recursive: true });
    const store = new SqliteReadStore({ directory });
    await (await Folding.resume(store, earlier, { documentsCacheMax: 1000 })).fold(events);
    await store.close();

    netral = await openNetral({ stores: 'sqlite', dataDir: netral.dataDir });
    expect(await answers()).toEqual(before);
    expect(netral.logged.join('\n')).toContain('made by other projections');
  });
});

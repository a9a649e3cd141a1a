// Sends batches to a log from the k-th on, one after another, and says which are acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { SqliteEventStore } from '@netral/event-store/sqlite/sqlite-event-store';
import { batch } from './event-store.batches';

const [, , file = '', from = ''] = process.argv;

const run = async (): Promise<void> => {
  const store = new SqliteEventStore({ file });
  for (let k = Number(from); ; k += 1) {
    const appends = await Promise.all(batch(k).map(async (each) => ({ ...each, expected: await store.lastRevision(each.stream) })));
    const results = await store.appendMany(appends);
    const refused = results.find((result) => result.status === 'rejected');
    if (refused !== undefined) throw refused.reason;
    // Synchronous, so that nothing said to be acknowledged is still on its way out.
    writeSync(1, `${k}\n`);
  }
};

void run();

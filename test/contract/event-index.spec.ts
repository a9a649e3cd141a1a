import { join } from 'node:path';
import { SqliteEventIndex } from '@netral/event-store/kurrentdb/index/sqlite-event-index';
import { temporaryFolder } from '../support/temporary-folder';
import { eventIndexContract } from './event-index.contract';

const folder = temporaryFolder();
let files = 0;

eventIndexContract('sqlite', async () => {
  const file = join(folder, `${(files += 1)}.db`);
  return { index: new SqliteEventIndex(file), another: () => new SqliteEventIndex(file) };
});

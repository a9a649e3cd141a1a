import { join } from 'node:path';
import { SqliteEventIndex } from '@netral/event-store/kurrentdb/index/sqlite-event-index';
import { temporaryFolder } from '../support/temporary-folder';
import { severalProcesses } from './event-index.several';

const folder = temporaryFolder();
let files = 0;

severalProcesses('sqlite', async () => {
  const file = join(folder, `${(files += 1)}.db`);
  return () => new SqliteEventIndex(file);
}, { numRuns: 20 });

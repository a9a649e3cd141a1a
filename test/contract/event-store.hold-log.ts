// A process that opens a log for writing, says so, and holds it until it is killed.
import { writeSync } from 'node:fs';
import { SqliteEventStore } from '@netral/event-store/sqlite/sqlite-event-store';

const [, , file = ''] = process.argv;
new SqliteEventStore({ file });
writeSync(1, 'held\n');
setInterval(() => undefined, 60_000);

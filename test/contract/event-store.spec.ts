import { join } from 'node:path';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { SqliteEventStore } from '@netral/event-store/sqlite/sqlite-event-store';
import { kurrentdb, stopAll } from '../kurrentdb/under-test';
import { temporaryFolder } from '../support/temporary-folder';
import { eventStoreContract } from './event-store.contract';
import type { EventStoreUnderTest } from './event-store.testing';

const folder = temporaryFolder();
let files = 0;
const sqlite = async (): Promise<EventStoreUnderTest> => {
  const file = join(folder, `${(files += 1)}.db`);
  let store = new SqliteEventStore({ file });
  const reopen = async (): Promise<SqliteEventStore> => {
    await store.close();
    store = new SqliteEventStore({ file });
    return store;
  };
  return { store, reopen };
};

eventStoreContract('memory', async () => ({ store: new MemoryEventStore() }));
eventStoreContract('memory, positions as sparse and large as a server gives', async () => ({ store: new MemoryEventStore({ firstPosition: 2n ** 60n + 7n, step: 4093n }) }));
eventStoreContract('sqlite', sqlite);
eventStoreContract(process.env['NETRAL_TEST_KURRENTDB'] === undefined ? 'kurrentdb (a stand-in)' : 'kurrentdb', kurrentdb(folder));
afterAll(stopAll);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';
import { SqliteReadStore } from '@netral/read-store/sqlite/sqlite-read-store';
import { readStoreContract } from './read-store.contract';

readStoreContract('memory', () => ({ open: async () => new MemoryReadStore() }));
readStoreContract('sqlite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'netral-read-'));
  const open = async () => new SqliteReadStore({ directory });
  const reader = async () => new SqliteReadStore({ directory, readOnly: true });
  return { open, reopen: open, reader, childArguments: ['sqlite', directory], clean: () => rmSync(directory, { recursive: true, force: true }) };
});

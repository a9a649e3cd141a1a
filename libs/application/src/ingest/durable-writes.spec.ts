import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '@netral/event-store/sqlite/sqlite-event-store';
import { SqliteIdentityVault } from '@netral/vault/sqlite/sqlite-identity-vault';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import type { IncomingMessage } from './ingest';
import { IngestService } from './ingest-service';
import { NOW, limits } from './testing/fixture';
import { block, correction, dispute, jointDecision, letter, message, nameOf, nipOf, sanction } from './testing/messages';

const folder = temporaryFolder();
const [WAL_HEADER_BYTES, FRAME_HEADER_BYTES] = [32, 24];

/** Transactions in a log-ahead file, each of which was synced: its frames that tell the size of the database after them. */
const commitsIn = (database: string): number => {
  if (!existsSync(`${database}-wal`)) return 0;
  const wal = readFileSync(`${database}-wal`);
  if (wal.length < WAL_HEADER_BYTES) return 0;
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(8);
  let commits = 0;
  for (let at = WAL_HEADER_BYTES; at + frameBytes <= wal.length; at += frameBytes) if (wal.readUInt32BE(at + 4) !== 0) commits += 1;
  return commits;
};

describe('what one message is synced for', () => {
  const files = { log: join(folder, 'log.db'), vault: join(folder, 'vault.db') };
  const store = new SqliteEventStore({ file: files.log });
  const vault = new SqliteIdentityVault({ file: files.vault, masterKey: randomBytes(32) });
  const ingest = new IngestService({ store, vault, clock: { now: () => NOW } }, limits);
  const syncs = async (...messages: readonly IncomingMessage[]): Promise<{ readonly log: number; readonly vault: number; readonly outcomes: readonly string[] }> => {
    const before = { log: commitsIn(files.log), vault: commitsIn(files.vault) };
    const receipts = await ingest.submit(messages);
    return { log: commitsIn(files.log) - before.log, vault: commitsIn(files.vault) - before.vault, outcomes: [...new Set(receipts.map(({ outcome }) => outcome))] };
  };
  const recorded = ['recorded'];

  beforeAll(async () => {
    await ingest.submit([...jointDecision, message('RecommendationIssued', 'first', letter('L1'))]);
  });
  afterAll(async () => {
    await ingest.close();
    await vault.close();
    await store.close();
  });

  it('is the log alone, when it names nobody new and holds no free text', async () => {
    expect(await syncs(message('SanctionImposed', 's1', sanction('L1'), { agency: 'ppk' }))).toEqual({ log: 1, vault: 0, outcomes: recorded });
    expect(await syncs(message('RecommendationIssued', 'second', letter('L2')))).toEqual({ log: 1, vault: 0, outcomes: recorded });
  });

  it('is the vault once and the log once, when it names a new person or holds a text, or both', async () => {
    expect(await syncs(message('PersonnelDataBlocked', 'b1', block(7), { agency: 'bkn' }))).toEqual({ log: 1, vault: 1, outcomes: recorded });
    expect(await syncs(message('RecommendationDisputed', 'd1', dispute('L1', 'Teks contoh'), { agency: 'ppk' }))).toEqual({ log: 1, vault: 1, outcomes: recorded });
    const both = dispute('L1', 'Teks contoh lain', { persons: [{ nip: nipOf(8), name: nameOf(8) }] });
    expect(await syncs(message('RecommendationDisputed', 'd2', both, { agency: 'ppk' }))).toEqual({ log: 1, vault: 1, outcomes: recorded });
  });

  it('is shared by a whole batch, with corrections in it', async () => {
    const persons = [{ nip: nipOf(9), name: nameOf(9), sanction: 'moral-open', legalBasis: 'PP 42/2004' }];
    const corrected = correction('RecommendationIssued', 'third', 'L3', letter('L3', { addressedOffice: 'Bupati contoh', persons }));
    const batch = [
      message('RecommendationIssued', 'third', letter('L3', { persons })), message('FactCorrected', 'c1', corrected),
      ...Array.from({ length: 50 }, (_, index) => message('PersonnelDataBlocked', `many-${index}`, block(100 + index), { agency: 'bkn' })),
    ];
    const found = await syncs(...batch);
    expect(found.outcomes).toEqual(recorded);
    expect(found.log).toBe(1);
    expect(found.vault).toBeLessThanOrEqual(2);
  });

  it('is nothing, when it comes again', async () => {
    expect(await syncs(message('PersonnelDataBlocked', 'b1', block(7), { agency: 'bkn' }))).toEqual({ log: 0, vault: 0, outcomes: ['duplicate'] });
  });
});

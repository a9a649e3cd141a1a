import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { cliOn, type Ran } from '../testing/run-cli';
import { jointLines, smallNetral } from '../testing/small-netral';

const folder = temporaryFolder();
let count = 0;
const small = async (): Promise<string> => {
  const data = join(folder, `data-${(count += 1)}`);
  mkdirSync(data);
  await smallNetral(data);
  return data;
};
interface Checked {
  readonly ok: boolean;
  readonly checks: readonly { readonly check: string; readonly checked: number; readonly wrong: number; readonly first?: string }[];
}
const wrongIn = ({ out }: Ran): readonly string[] => (JSON.parse(out) as Checked).checks.filter(({ wrong }) => wrong > 0).map(({ check }) => check);
const onLog = (data: string, sql: string): void => {
  const db = new Database(join(data, 'log.db'));
  db.exec(`DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted; ${sql}`);
  db.close();
};
const onModels = (data: string, sql: string): void => {
  const file = readdirSync(join(data, 'read-models')).find((name) => name.endsWith('.sqlite')) ?? '';
  const db = new Database(join(data, 'read-models', file));
  db.exec(sql);
  db.close();
};

describe('netral verify', () => {
  it('finds nothing wrong with what the ingest and the folds wrote, and says how much it looked at', async () => {
    const netral = cliOn(await small());
    const { code, out } = await netral(['verify']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^tidak ada NIP · no NIP anywhere +${jointLines.length + 4} +0$`, 'm'));
    expect(out).toContain('semuanya benar · all is right');
    const { checks } = JSON.parse((await netral(['verify', '--json'])).out) as Checked;
    expect(checks.filter(({ checked }) => checked === 0)).toEqual([]);
  });

  it.each([
    ['a NIP in the data', "UPDATE events SET data = replace(data, 'Bupati', 'NIP 19800101 200501 1 001') WHERE type = 'RecommendationIssued'", 'no-nip'],
    ['an event taken out of the middle of a stream', "DELETE FROM events WHERE stream = 'rules' AND revision = 3", 'revisions-contiguous'],
    ['a type that is none', "UPDATE events SET type = 'RumourHeard' WHERE type = 'SanctionImposed'", 'types-known'],
    ['a version that was never released', "UPDATE events SET metadata = json_set(metadata, '$.version', 9) WHERE type = 'SanctionImposed'", 'versions-readable'],
    ['a time of recording that is none', "UPDATE events SET metadata = json_set(metadata, '$.recordedAt', 'yesterday') WHERE type = 'SanctionImposed'", 'recorded-at'],
    ['a content hash that is gone', "UPDATE events SET content_hash = '' WHERE type = 'SanctionImposed'", 'content-hash'],
    ['data changed after it was folded', "UPDATE events SET data = replace(data, 'moral-open', 'moral-closed') WHERE type = 'SanctionImposed'", 'documents'],
  ])('finds %s', async (_, sql, check) => {
    const data = await small();
    onLog(data, sql);
    const ran = await cliOn(data)(['verify', '--json']);
    expect(ran.code).toBe(1);
    expect(wrongIn(ran)).toContain(check);
  });

  it.each([
    ['a document changed', "UPDATE documents SET body = replace(body, '74.07', '74.08')", 'documents'],
    ['a document lost', 'DELETE FROM documents WHERE key IN (SELECT max(key) FROM documents)', 'documents'],
    ['a row lost', "DELETE FROM chunks WHERE fact_table = 'recommendations/letterPersons'", 'rows'],
  ])('finds %s in the read models, and a rebuild puts it right', async (_, sql, check) => {
    const data = await small();
    onModels(data, sql);
    const netral = cliOn(data);
    const ran = await netral(['verify', '--json']);
    expect([ran.code, wrongIn(ran)]).toEqual([1, expect.arrayContaining([check]) as unknown]);
    await netral(['rebuild']);
    expect((await netral(['verify'])).code).toBe(0);
  });
});

describe('netral rebuild', () => {
  it('makes the same read models again and proves it by their counts', async () => {
    const netral = cliOn(await small());
    const before = (await netral(['figure', 'overdue', '--as-of', '2020-10-26', '--json'])).out;
    const { code, out } = await netral(['rebuild', '--json']);
    expect(code).toBe(0);
    const { events, models, equal } = JSON.parse(out) as { events: number; equal: boolean; models: readonly { before: number; after: number }[] };
    expect([events, equal]).toEqual([jointLines.length + 4, true]);
    expect(models.every((each) => each.before === each.after)).toBe(true);
    expect(models.some((each) => each.after > 0)).toBe(true);
    expect((await netral(['figure', 'overdue', '--as-of', '2020-10-26', '--json'])).out.replace(/"knownAt":"[^"]*"/, '')).toBe(before.replace(/"knownAt":"[^"]*"/, ''));
  });

  it('says so when the old read models held something else', async () => {
    const data = await small();
    onModels(data, "DELETE FROM chunks WHERE fact_table = 'recommendations/letterPersons'");
    const { code, err } = await cliOn(data)(['rebuild']);
    expect(code).toBe(1);
    expect(err).toContain('the counts differ');
  });
});

describe('a reader after a crash', () => {
  it('folds what was recorded and not folded yet', async () => {
    const data = await small();
    onModels(data, "UPDATE projections SET checkpoint = '00000000000000000002'; DELETE FROM documents; DELETE FROM chunks; UPDATE about SET value = 'older@1' WHERE name = 'fingerprint'");
    const { code, out } = await cliOn(data)(['figure', 'recommended', '--unit', 'recommendations', '--as-of', '2020-10-26', '--json']);
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ total: 3 }) as unknown]);
  });
});

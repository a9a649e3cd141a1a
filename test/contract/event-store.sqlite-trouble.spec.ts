import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OutcomeUnknownError, StoreUnavailableError } from '@netral/event-store';
import { openLog } from '@netral/event-store/sqlite/open-log';
import { SqliteEventStore } from '@netral/event-store/sqlite/sqlite-event-store';
import { appendFailed } from '@netral/event-store/sqlite/store-errors';
import { temporaryFolder } from '../support/temporary-folder';
import { collect, dataOf, event, events, wholeLog, words } from './event-store.testing';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const refusal = (open: () => unknown): StoreUnavailableError => {
  try {
    open();
  } catch (error) {
    return error as StoreUnavailableError;
  }
  throw new Error('expected a refusal');
};

describe('the settings of a connection to the log', () => {
  const settings = (db: Database.Database): unknown[] =>
    ['synchronous', 'busy_timeout', 'foreign_keys', 'trusted_schema', 'journal_mode', 'page_size'].map((name) => db.pragma(name, { simple: true }));

  it.each([['fresh'], ['reopened'], ['reopened to read only']])('are those of a log that loses nothing when it is %s', (state) => {
    const file = at('settings.db');
    const db = openLog({ file, readOnly: state === 'reopened to read only' });
    expect(settings(db)).toEqual([2, 5000, 1, 0, 'wal', 8192]);
    db.close();
  });

  it('would not be so by themselves: SQLite keeps the journal mode with the file, and nothing else', () => {
    openLog({ file: at('bare.db'), readOnly: false }).close();
    const bare = new Database(at('bare.db'));
    expect(settings(bare)).not.toEqual([2, 5000, 1, 0, 'wal', 8192]);
    bare.close();
  });

  it('keep the log append-only even for one who writes SQL', async () => {
    const store = new SqliteEventStore({ file: at('append-only.db') });
    await store.append('s', 'no-stream', [event('a')]);
    await store.close();
    const db = new Database(at('append-only.db'));
    expect(() => db.exec("UPDATE events SET data = '{}'")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM events')).toThrow('append-only');
    db.close();
  });
});

describe('a log in SQLite asked for a position past its own numbers', () => {
  it('reads nothing after it', async () => {
    const store = new SqliteEventStore({ file: at('far.db') });
    await store.append('s', 'no-stream', events(3, 'a'));
    expect(await collect(store.readAll('18446744073709551615'))).toEqual([]);
    await store.close();
  });
});

describe('a log in SQLite that cannot be used', () => {
  it('refuses appends when the disk is full, keeps what it acknowledged, and takes repeats still', async () => {
    const store = new SqliteEventStore({ file: at('full.db'), bytesMax: 200_000 });
    const acknowledged: string[] = [];
    let refused: unknown;
    for (let index = 0; refused === undefined && index < 1000; index += 1) {
      const [result] = await store.appendMany([{ stream: `s-${index}`, expected: 'no-stream', events: events(3, `${index}.`) }]);
      if (result?.status === 'fulfilled') acknowledged.push(...events(3, `${index}.`).map(({ id }) => id));
      else refused = result?.reason;
    }
    expect(refused).toBeInstanceOf(StoreUnavailableError);
    expect(refused).toMatchObject({ reason: 'disk-full', message: 'full.db: the disk is full; nothing of this was written' });
    expect((await wholeLog(store)).map(({ id }) => id)).toEqual(acknowledged);
    expect(await store.append('s-0', 'no-stream', events(3, '0.'))).toMatchObject({ outcome: 'repeated' });
    await store.close();
    const reopened = new SqliteEventStore({ file: at('full.db') });
    expect((await wholeLog(reopened)).map(({ id }) => id)).toEqual(acknowledged);
    expect(await reopened.append('later', 'no-stream', [event('there is room again')])).toMatchObject({ outcome: 'appended' });
    await reopened.close();
  });

  it('writes nothing of a batch in whose middle the disk is full, and says so for each append', async () => {
    const store = new SqliteEventStore({ file: at('middle.db'), bytesMax: 200_000 });
    const batch = Array.from({ length: 2000 }, (_, index) => ({ stream: `s-${index}`, expected: 'no-stream' as const, events: [event(`${index}`)] }));
    expect(new Set(words(await store.appendMany(batch)))).toEqual(new Set(['StoreUnavailableError']));
    expect(await wholeLog(store)).toEqual([]);
    expect(await store.append('s', 'no-stream', [event('small')])).toMatchObject({ outcome: 'appended', revision: 0n });
    await store.close();
  });

  // Modes of files do not bind root, so a folder that is a file stands for one that cannot be written.
  it.each([[false], [true]])('says that its place is no place, without the path (read only: %s)', (readOnly) => {
    writeFileSync(at('a-file'), 'in the way');
    const error = refusal(() => new SqliteEventStore({ file: join(at('a-file'), 'log.db'), readOnly }));
    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect(error.reason).toBe('unreachable');
    expect(error.message).toMatch(/^log\.db: it cannot be opened or used \(\w+\)$/);
  });

  it('says that it is read-only when the system refuses to write', async () => {
    const store = new SqliteEventStore({ file: at('query-only.db') });
    (store as unknown as { db: Database.Database }).db.pragma('query_only = ON');
    await expect(store.append('s', 'no-stream', [event('a')])).rejects.toMatchObject({ reason: 'read-only', message: 'query-only.db: the file or its folder cannot be written' });
    await store.close();
  });

  it('does not make a log where a reader expects one', () => {
    mkdirSync(at('empty'));
    expect(refusal(() => new SqliteEventStore({ file: join(at('empty'), 'log.db'), readOnly: true })).reason).toBe('unreachable');
    writeFileSync(join(at('empty'), 'log.db'), '');
    expect(refusal(() => new SqliteEventStore({ file: join(at('empty'), 'log.db'), readOnly: true }))).toMatchObject({ reason: 'unreachable', message: 'log.db holds no log yet' });
  });

  it.each([
    ['no database', () => writeFileSync(at('wrong.db'), 'not a database at all, but long enough to look at'.repeat(100)), 'wrong.db: the file is damaged or is no log'],
    ['another database', () => new Database(at('wrong.db')).exec('CREATE TABLE t (a)').close(), 'wrong.db is no log of Netral'],
  ])('refuses a file that is %s, and leaves it alone', (_, make, message) => {
    writeFileSync(at('wrong.db'), '');
    make();
    const before = readFileSync(at('wrong.db'));
    expect(refusal(() => new SqliteEventStore({ file: at('wrong.db') }))).toMatchObject({ reason: 'corrupt', message });
    expect(readFileSync(at('wrong.db')).equals(before)).toBe(true);
  });

  it('refuses a log of a newer Netral, naming both versions, and lets go of it', async () => {
    const store = new SqliteEventStore({ file: at('newer.db') });
    await store.close();
    new Database(at('newer.db')).exec('PRAGMA user_version = 99').close();
    const message = 'newer.db was written by a newer Netral: found version 99, expected at most 1; it was left as it is';
    for (const readOnly of [false, true, false]) expect(refusal(() => new SqliteEventStore({ file: at('newer.db'), readOnly }))).toMatchObject({ reason: 'corrupt', message });
  });

  it('says that a damaged page is damage, and not that nothing is there', async () => {
    const store = new SqliteEventStore({ file: at('damaged.db') });
    await store.append('s', 'no-stream', events(500, 'a'));
    await store.close();
    const bytes = readFileSync(at('damaged.db'));
    writeFileSync(at('damaged.db'), bytes.fill(0xff, 8192));
    const damaged = new SqliteEventStore({ file: at('damaged.db') });
    await expect(wholeLog(damaged)).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(damaged.append('s', 499n, [event('b')])).rejects.toMatchObject({ reason: 'corrupt' });
    await damaged.close();
  });

  it('calls the outcome unknown when the device fails while writing', () => {
    const error = appendFailed({ code: 'SQLITE_IOERR_FSYNC' }, at('log.db'), 's');
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error.message).toBe('s: outcome of the append is unknown');
  });

  it('closes even when the log-ahead file cannot be moved into the log', async () => {
    const file = at('busy.db');
    const store = new SqliteEventStore({ file });
    await store.append('s', 'no-stream', [event('a')]);
    const reader = openLog({ file, readOnly: true });
    const rows = reader.prepare('SELECT * FROM events').iterate();
    rows.next();
    await store.close();
    rows.return?.();
    reader.close();
    const reopened = new SqliteEventStore({ file });
    expect(dataOf(await wholeLog(reopened))).toEqual(['a']);
    await reopened.close();
  });
});

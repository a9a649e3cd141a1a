import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteReadStore } from '@netral/read-store/sqlite/sqlite-read-store';
import Database from 'better-sqlite3';
import { document, rows } from './read-store.contract';

const commit = (ordinal: number) => ({
  fingerprint: 'letters@1', projections: [{ projection: 'letters', checkpoint: document(0, ordinal).position, documents: [document(ordinal, ordinal)], chunks: [{ table: 'letters/rows', chunk: rows(ordinal, 1) }] }],
});

describe('the SQLite read store in trouble', () => {
  let directory: string;
  const told: string[] = [];
  const open = (readOnly = false) => new SqliteReadStore({ directory, readOnly, onReset: (reason) => told.push(reason) });
  const sqliteFiles = () => readdirSync(directory).filter((name) => name.endsWith('.sqlite'));
  const current = () => join(directory, `read-model.${readFileSync(join(directory, 'current'), 'utf8').trim()}.sqlite`);
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'netral-read-'));
    told.length = 0;
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it.each([
    ['no database', () => writeFileSync(current(), 'not a database at all '.repeat(400))],
    ['a database of something else', () => { rmSync(current()); const db = new Database(current()); db.exec('CREATE TABLE other (x)'); db.close(); }],
    ['a read model of another version', () => { const db = new Database(current()); db.pragma('user_version = 999999'); db.close(); }],
  ])('throws away %s, says so and starts empty', async (_, damage) => {
    const before = open();
    await before.commit(commit(0));
    await before.close();
    damage();
    const after = open();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^read models are thrown away and folded anew: /);
    expect(told[0]).not.toContain(directory);
    expect(await after.checkpoint('letters')).toBeUndefined();
    await after.commit(commit(0));
    await after.close();
    expect(sqliteFiles()).toHaveLength(1);
  });

  it('throws the file away when damage is met later, and goes on with an empty one', async () => {
    const before = open();
    for (let ordinal = 0; ordinal < 400; ordinal += 1) await before.commit(commit(ordinal));
    await before.close();
    const bytes = readFileSync(current());
    writeFileSync(current(), bytes.map((byte, index) => (index >= 8192 ? 0xa5 : byte)));
    const after = open();
    const generation = told.length === 0 ? await after.generation() : undefined;
    if (generation !== undefined) await expect(after.documents('letters', ['id-3'])).rejects.toMatchObject({ reason: 'corrupt' });
    expect(told).toHaveLength(1);
    expect(await after.generation()).not.toBe(generation);
    expect(await after.documentCount('letters')).toBe(0);
    await after.close();
  });

  it('answers from the old file when the process died at any step of a swap, and clears what was left', async () => {
    const store = open();
    await store.commit(commit(0));
    const rebuild = await store.beginRebuild();
    await rebuild.store.commit({ ...commit(0), fingerprint: 'half' });
    const snapshot = `${directory}-crashed`;
    cpSync(directory, snapshot, { recursive: true });
    writeFileSync(join(snapshot, 'read-model.7.sqlite'), 'finished but never pointed at');
    writeFileSync(join(snapshot, 'current.7'), '7\n');
    await rebuild.abandon();
    await store.close();
    const after = new SqliteReadStore({ directory: snapshot });
    expect(await after.fingerprint()).toBe('letters@1');
    await after.close();
    expect(readdirSync(snapshot).sort()).toEqual(['current', 'read-model.1.sqlite']);
    rmSync(snapshot, { recursive: true });
  });

  it('leaves alone a file that another process is filling', async () => {
    const store = open();
    const rebuild = await store.beginRebuild();
    await rebuild.store.commit(commit(0));
    const script = `
      const Database = require('better-sqlite3');
      const db = new Database(process.argv[1], { timeout: 0 });
      try { db.exec('BEGIN EXCLUSIVE'); console.log('free'); } catch (error) { console.log(error.code); }`;
    const building = join(directory, sqliteFiles().find((name) => name.includes('building'))!);
    expect(execFileSync(process.execPath, ['-e', script, building], { encoding: 'utf8' }).trim()).toBe('SQLITE_BUSY');
    await (open()).close();
    expect(existsSync(building)).toBe(true);
    await rebuild.swap();
    expect(await store.checkpoint('letters')).toBe(document(0, 0).position);
    await store.close();
  });

  it('lets a reader beside it go over to the file swapped in', async () => {
    const writer = open();
    await writer.commit(commit(0));
    const reader = open(true);
    const before = await reader.generation();
    expect(await reader.documentCount('letters')).toBe(1);
    const rebuild = await writer.beginRebuild();
    await rebuild.store.commit({ ...commit(0), fingerprint: 'rebuilt' });
    expect(await reader.fingerprint()).toBe('letters@1');
    await rebuild.swap();
    expect(await reader.fingerprint()).toBe('rebuilt');
    expect(await reader.generation()).not.toBe(before);
    await expect(reader.commit(commit(1))).rejects.toMatchObject({ reason: 'read-only' });
    await reader.close();
    await writer.close();
  });

  it('tells a reader that there is nothing to read yet', () => expect(() => open(true)).toThrow('there are no read models yet'));
  it('commits without waiting for the disk, but never half a commit', () => {
    const store = open();
    const db = (store as unknown as { file: { db: Database.Database } }).file.db;
    expect([db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })]).toEqual(['wal', 1]);
    return store.close();
  });
});

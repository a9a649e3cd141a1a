import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { NO_POSITION, type Position } from '../../event-store';
import type { Claim } from './claim-table';
import type { EventIndex, ExpectedEnd, IndexCheckpoint, IndexEntry, StreamAlarm } from './event-index';

/** An index of another version is thrown away: it can be made again. */
const VERSION = 2;
const BUSY_TIMEOUT_MS = 5000;
const MEMORY = ':memory:';

const SCHEMA = `
  CREATE TABLE events (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position TEXT,
    content_hash TEXT NOT NULL,
    metadata TEXT NOT NULL,
    confirmed INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX events_by_stream ON events (stream, revision);
  CREATE INDEX events_unconfirmed ON events (id) WHERE confirmed = 0;
  CREATE TABLE alarms (stream TEXT NOT NULL, kind TEXT NOT NULL, position TEXT NOT NULL, PRIMARY KEY (stream, kind)) STRICT;
  CREATE TABLE claims (id TEXT PRIMARY KEY, stream TEXT NOT NULL, content_hash TEXT NOT NULL, owner TEXT NOT NULL) STRICT;
  CREATE TABLE places (name TEXT PRIMARY KEY, position TEXT NOT NULL, id TEXT NOT NULL) STRICT;
`;

const CLAIM = 'SELECT id, stream, content_hash AS contentHash, owner FROM claims';
type EntryRow = [id: string, stream: string, revision: number, position: string | null, contentHash: string, metadata: string];
type NewRow = [...EntryRow, confirmed: number];

/**
 * The index in one SQLite file beside the other stores. It may lose what it was last told when the machine fails: all of it stands in the
 * log, and the checkpoint never runs ahead of what is entered.
 */
export class SqliteEventIndex implements EventIndex {
  private readonly db: Database.Database;
  private readonly selectEntries;
  private readonly selectLast;
  private readonly insert;
  private readonly recordAll;

  constructor(file: string = MEMORY) {
    this.db = openIndex(file);
    this.selectEntries = this.db.prepare<[string], EntryRow>(
      `SELECT lower(hex(id)), stream, revision, position, content_hash, metadata FROM events WHERE id IN (SELECT unhex(value, '-') FROM json_each(?))`).raw();
    this.selectLast = this.db.prepare<[string], number | null>('SELECT max(revision) FROM events WHERE stream = ?').pluck();
    // The first place an id stands at is the one that counts; its position may become known later.
    this.insert = this.db.prepare<NewRow>(`
      INSERT INTO events (id, stream, revision, position, content_hash, metadata, confirmed) VALUES (unhex(?, '-'), ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET position = coalesce(position, excluded.position), confirmed = max(confirmed, excluded.confirmed)
      WHERE stream = excluded.stream AND revision = excluded.revision AND (position IS NULL OR confirmed < excluded.confirmed)`);
    const recordAll = this.db.transaction((entries: readonly IndexEntry[]) => this.enter(entries, 0));
    this.recordAll = (entries: readonly IndexEntry[]) => recordAll.immediate(entries);
  }

  async checkpoint(): Promise<IndexCheckpoint | undefined> {
    return this.db.prepare<[], IndexCheckpoint>("SELECT position, id FROM places WHERE name = 'checkpoint'").get();
  }

  async locate(ids: readonly string[]): Promise<ReadonlyMap<string, IndexEntry>> {
    return new Map(this.selectEntries.all(JSON.stringify(ids)).map((row) => [uuidOf(row[0]), entryOf(row)]));
  }

  async lastRevisions(ends: readonly ExpectedEnd[]): Promise<ReadonlyMap<string, bigint>> {
    return new Map([...new Set(ends.map(({ stream }) => stream))].flatMap((stream) => {
      const last = this.selectLast.get(stream);
      return last === undefined || last === null ? [] : [[stream, BigInt(last)] as const];
    }));
  }

  async record(entries: readonly IndexEntry[]): Promise<void> {
    this.recordAll(entries);
  }

  async confirm(entries: readonly IndexEntry[], { position, id }: IndexCheckpoint): Promise<void> {
    this.together(() => {
      this.enter(entries, 1);
      this.db.prepare(`INSERT INTO places (name, position, id) VALUES ('checkpoint', ?, ?)
        ON CONFLICT (name) DO UPDATE SET position = excluded.position, id = excluded.id WHERE position < excluded.position`).run(position, id);
    });
  }

  async doubtful(): Promise<readonly string[]> {
    return this.db.prepare<[], string>('SELECT lower(hex(id)) FROM events WHERE confirmed = 0').pluck().all().map(uuidOf);
  }

  async forget(ids: readonly string[]): Promise<void> {
    this.db.prepare("DELETE FROM events WHERE confirmed = 0 AND id IN (SELECT unhex(value, '-') FROM json_each(?))").run(JSON.stringify(ids));
  }

  async clear(): Promise<void> {
    this.together(() => this.db.exec('DELETE FROM events; DELETE FROM alarms; DELETE FROM places; DELETE FROM claims'));
  }

  async claim(claims: readonly Claim[]): Promise<number> {
    const insert = this.db.prepare('INSERT OR IGNORE INTO claims (id, stream, content_hash, owner) VALUES (?, ?, ?, ?)');
    const refused = this.together(() => claims.findIndex(({ id, stream, contentHash, owner }) => insert.run(id, stream, contentHash, owner).changes === 0));
    return refused < 0 ? claims.length : refused;
  }

  async claimed(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    const found = this.db.prepare<[string], Claim>(`${CLAIM} WHERE id IN (SELECT value FROM json_each(?))`).all(JSON.stringify(ids));
    return new Map(found.map((claim) => [claim.id, claim]));
  }

  async claims(limit: number): Promise<readonly Claim[]> {
    return this.db.prepare<[number], Claim>(`${CLAIM} ORDER BY id LIMIT ?`).all(limit);
  }

  async inherit(ids: readonly string[], from: string, to: string): Promise<void> {
    this.db.prepare('UPDATE claims SET owner = ? WHERE owner = ? AND id IN (SELECT value FROM json_each(?))').run(to, from, JSON.stringify(ids));
  }

  async release(ids: readonly string[], owner: string): Promise<void> {
    this.db.prepare('DELETE FROM claims WHERE owner = ? AND id IN (SELECT value FROM json_each(?))').run(owner, JSON.stringify(ids));
  }

  async raise({ stream, kind, position }: StreamAlarm): Promise<void> {
    this.db.prepare('INSERT OR IGNORE INTO alarms (stream, kind, position) VALUES (?, ?, ?)').run(stream, kind, position);
  }

  async alarms(): Promise<readonly StreamAlarm[]> {
    return this.db.prepare<[], StreamAlarm>('SELECT stream, kind, position FROM alarms ORDER BY position, stream').all();
  }

  async watched(): Promise<Position> {
    return this.db.prepare<[], string>("SELECT position FROM places WHERE name = 'watched'").pluck().get() ?? NO_POSITION;
  }

  async setWatched(position: Position): Promise<void> {
    this.setPlace('watched', position, '');
  }

  async close(): Promise<void> {
    this.db.close();
  }

  private enter(entries: readonly IndexEntry[], confirmed: number): void {
    for (const { id, stream, revision, position, contentHash, metadata } of entries) this.insert.run(id, stream, Number(revision), position ?? null, contentHash, metadata, confirmed);
  }

  private setPlace(name: string, position: Position, id: string): void {
    this.db.prepare('INSERT INTO places (name, position, id) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position, id = excluded.id').run(name, position, id);
  }

  private together<T>(work: () => T): T {
    return this.db.transaction(work).immediate();
  }
}

const openIndex = (file: string): Database.Database => {
  const fresh = file !== MEMORY && !existsSync(file);
  if (fresh) mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file);
  if (fresh) chmodSync(file, 0o600);
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.transaction(() => {
    if (db.pragma('user_version', { simple: true }) === VERSION) return;
    for (const table of ['events', 'alarms', 'places', 'claims']) db.exec(`DROP TABLE IF EXISTS ${table}`);
    db.exec(SCHEMA);
    db.pragma(`user_version = ${VERSION}`);
  }).immediate();
  return db;
};

const entryOf = ([id, stream, revision, position, contentHash, metadata]: EntryRow): IndexEntry =>
  ({ id: uuidOf(id), stream, revision: BigInt(revision), position: position ?? undefined, contentHash, metadata });

const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { StoreUnavailableError } from '../event-store';

/** Marks the file as a log of Netral ("NTLG"). */
const APPLICATION_ID = 0x4e544c47;
/** Raise it with a step that brings older files up to it. */
const SCHEMA_VERSION = 1;
const BUSY_TIMEOUT_MS = 5000;
/** Ids are random, so every insert dirties a page of their index of its own: half as many pages cost less than half as many writes. */
const PAGE_BYTES = 8192;
/** Pages of log-ahead before SQLite copies them into the file: fewer, longer copies suit batches (32 MB). */
const CHECKPOINT_PAGES = 4000;
/** Ids are random: the pages of their index are touched again soon (16 MB of pages are kept). */
const CACHE_KIB = 16_384;
const WAL_BYTES_KEPT = 64 * 1024 * 1024;

// One table, append-only by the machine too. `position` is the rowid: log order, without gaps; outside it is a text that may have any.
// The id is kept as its 16 bytes: its index is what a batch mostly writes.
const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    UNIQUE (stream, revision),
    UNIQUE (id)
  ) STRICT;
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
`;

export interface LogFile {
  readonly file: string;
  readonly readOnly: boolean;
  /** Largest size of the log in bytes; beyond it appends are refused as on a full disk. */
  readonly bytesMax?: number;
}

/** Opens a connection, every setting set anew (SQLite keeps none but the journal mode with the file), and the schema checked. */
export const openLog = ({ file, readOnly, bytesMax }: LogFile): Database.Database => {
  const db = new Database(file, { readonly: readOnly, fileMustExist: readOnly });
  try {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    const found = versionOf(db, basename(file));
    if (readOnly) return db;
    if (found === 0) db.pragma(`page_size = ${PAGE_BYTES}`);
    db.pragma('journal_mode = WAL');
    db.pragma(`cache_size = -${CACHE_KIB}`);
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    db.pragma(`journal_size_limit = ${WAL_BYTES_KEPT}`);
    if (bytesMax !== undefined) db.pragma(`max_page_count = ${Math.ceil(bytesMax / Number(db.pragma('page_size', { simple: true })))}`);
    if (found === 0) create(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** 0 for a file that holds nothing yet. */
const versionOf = (db: Database.Database, name: string): number => {
  const version = Number(db.pragma('user_version', { simple: true }));
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (empty && version === 0) {
    if (db.readonly) throw new StoreUnavailableError('unreachable', `${name} holds no log yet`);
    return 0;
  }
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new StoreUnavailableError('corrupt', `${name} is no log of Netral`);
  if (version > SCHEMA_VERSION) {
    throw new StoreUnavailableError('corrupt', `${name} was written by a newer Netral: found version ${version}, expected at most ${SCHEMA_VERSION}; it was left as it is`);
  }
  return version;
};

const create = (db: Database.Database): void =>
  db.transaction(() => {
    db.exec(SCHEMA);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();

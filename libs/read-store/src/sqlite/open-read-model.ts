import Database from 'better-sqlite3';
import { CODEC_VERSION } from '../chunk-codec';

/** Marks the file as a read model of Netral ("NTRM"). */
const APPLICATION_ID = 0x4e54524d;
/** A read model is never brought up to date: one of another version is rebuilt. */
const SCHEMA_VERSION = 1 * 1000 + CODEC_VERSION;
const BUSY_TIMEOUT_MS = 5000;
const CACHE_KIB = 8 * 1024;

// Documents of all projections stand in one table by an integer key (projection, number), which is cheap to write in order.
const SCHEMA = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE projections (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, checkpoint TEXT) STRICT;
  CREATE TABLE documents (key INTEGER PRIMARY KEY, projection INTEGER NOT NULL, id TEXT NOT NULL, position TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE chunks (fact_table TEXT NOT NULL, first_row INTEGER NOT NULL, length INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (fact_table, first_row)) STRICT;
  CREATE TABLE log_index (first_ordinal INTEGER PRIMARY KEY, length INTEGER NOT NULL, positions BLOB NOT NULL, known_from BLOB NOT NULL) STRICT;
`;
const INDEXES = 'CREATE UNIQUE INDEX IF NOT EXISTS document_ids ON documents (projection, id);';

/** The file is no read model of this version: it is thrown away and folded anew. */
export class ForeignFileError extends Error {}

/**
 * Opens the read model that answers. It can be folded again from the log, so the log-ahead need not be synced at every
 * commit (NORMAL): documents, rows and checkpoint are one transaction all the same.
 * @throws ForeignFileError, SqliteError
 */
export const openLive = (file: string, readOnly: boolean): Database.Database => {
  const db = new Database(file, { readonly: readOnly, fileMustExist: readOnly });
  try {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    db.pragma(`cache_size = -${CACHE_KIB}`);
    db.pragma('trusted_schema = OFF');
    const isNew = isEmpty(db);
    if (!isNew) check(db);
    if (readOnly) return db;
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    if (isNew) create(db);
    db.exec(INDEXES);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Opens a new read model to be filled in one go: without journal or sync until `finishBuilding`, and alone. */
export const openBuilding = (file: string): Database.Database => {
  const db = new Database(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  create(db);
  return db;
};

/** Indexes last: they are made in one sorted pass. */
export const finishBuilding = (db: Database.Database): void => {
  db.exec(INDEXES);
};

const isEmpty = (db: Database.Database): boolean =>
  db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0 && db.pragma('user_version', { simple: true }) === 0;

const check = (db: Database.Database): void => {
  const [application, version] = [db.pragma('application_id', { simple: true }), db.pragma('user_version', { simple: true })];
  if (application !== APPLICATION_ID) throw new ForeignFileError('it is no read model of Netral');
  if (version !== SCHEMA_VERSION) throw new ForeignFileError(`it is of version ${String(version)}, expected ${SCHEMA_VERSION}`);
};

const create = (db: Database.Database): void =>
  db.transaction(() => {
    db.exec(SCHEMA);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  })();

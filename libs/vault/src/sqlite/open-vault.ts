import { closeSync, mkdirSync, openSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { VaultError } from '../identity-vault';
import { type VaultKeys } from '../sealing';

/** Marks the file as a vault of Netral ("NTVT"). */
const APPLICATION_ID = 0x4e545654;
const SCHEMA_VERSION = 1;
const BUSY_TIMEOUT_MS = 5000;
/** Blind indexes and ids are random: every page of their indexes is touched again soon (16 MB of them are kept). */
const CACHE_KIB = 16_384;
/** Pages of log-ahead before SQLite copies them into the file: fewer, longer copies suit batches (16 MB). */
const CHECKPOINT_PAGES = 4000;
const CHECK = 'netral vault';

// Wrapped keys stand in a table of their own that only grows at its end: such rows are never moved within the file, so writing
// zeros over one leaves no older copy of it on another page. `sealed` is null once erased.
const SCHEMA = `
  CREATE TABLE keys (number INTEGER PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
  CREATE TABLE persons (
    number INTEGER PRIMARY KEY,
    subject TEXT NOT NULL UNIQUE,
    nip_index BLOB UNIQUE,
    named INTEGER NOT NULL,
    key INTEGER NOT NULL REFERENCES keys,
    sealed BLOB
  ) STRICT;
  CREATE TABLE texts (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key INTEGER NOT NULL REFERENCES keys, sealed BLOB) STRICT;
  CREATE TABLE text_subjects (subject TEXT NOT NULL, text INTEGER NOT NULL REFERENCES texts, PRIMARY KEY (subject, text)) STRICT, WITHOUT ROWID;
  CREATE TABLE dead_letters (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    agency TEXT NOT NULL,
    key INTEGER NOT NULL REFERENCES keys,
    summary BLOB NOT NULL,
    content BLOB
  ) STRICT;
  CREATE INDEX dead_letters_by_agency ON dead_letters (agency, number);
  CREATE TABLE seal_check (only INTEGER PRIMARY KEY CHECK (only = 1), wrapped BLOB NOT NULL) STRICT;
`;

/** Opens a connection with every setting set anew, for its owner alone, and sees that the master key is this vault's. */
export const openVault = (file: string, keys: VaultKeys): Database.Database => {
  mkdirSync(dirname(file), { recursive: true });
  // SQLite gives its log-ahead files the permissions of the database, so it is enough to make that one narrow.
  closeSync(openSync(file, 'a', 0o600));
  const db = new Database(file);
  try {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('temp_store = MEMORY');
    db.pragma(`cache_size = -${CACHE_KIB}`);
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    db.pragma('journal_mode = WAL');
    db.transaction(() => createIfNew(db, basename(file), keys)).immediate();
    checkKey(db, basename(file), keys);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const createIfNew = (db: Database.Database, name: string, keys: VaultKeys): void => {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === 0 && db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0) {
    db.exec(SCHEMA);
    db.prepare('INSERT INTO seal_check VALUES (1, ?)').run(keys.newKey(CHECK).wrapped);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
    return;
  }
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new VaultError('corrupt', `${name} is no vault of Netral`);
  if (version > SCHEMA_VERSION) {
    throw new VaultError('corrupt', `${name} was written by a newer Netral: found version ${version}, expected at most ${SCHEMA_VERSION}; it was left as it is`);
  }
};

const checkKey = (db: Database.Database, name: string, keys: VaultKeys): void => {
  const wrapped = db.prepare<[], Buffer>('SELECT wrapped FROM seal_check').pluck().get();
  if (wrapped === undefined) throw new VaultError('corrupt', `${name}: its check value is missing`);
  try {
    keys.unwrap(wrapped, CHECK);
  } catch (error) {
    throw new VaultError('wrong-key', `${name} was sealed under another master key: put the key file of this vault back`, { cause: error });
  }
};

import type Database from 'better-sqlite3';

/** Prepared once a connection: preparing in a loop grows memory without end. */
export const readModelStatements = (db: Database.Database) => ({
  about: db.prepare('SELECT value FROM about WHERE name = ?').pluck(),
  putAbout: db.prepare('INSERT INTO about (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'),
  projection: db.prepare('SELECT number FROM projections WHERE name = ?').pluck(),
  enrol: db.prepare('INSERT INTO projections (name) VALUES (?)'),
  checkpoint: db.prepare('SELECT checkpoint FROM projections WHERE name = ?').pluck(),
  putCheckpoint: db.prepare('UPDATE projections SET checkpoint = ? WHERE number = ?'),
  putDocument: db.prepare(`
    INSERT INTO documents (key, projection, id, position, body) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET position = excluded.position, body = excluded.body WHERE excluded.position > documents.position`),
  addDocument: db.prepare('INSERT INTO documents (key, projection, id, position, body) VALUES (?, ?, ?, ?, ?)'),
  idByKey: db.prepare('SELECT id FROM documents WHERE key = ?').pluck(),
  // CROSS JOIN: the ids asked for lead, else the planner may walk all documents of the projection.
  documents: db.prepare(`
    SELECT documents.key, documents.id, documents.position, documents.body
    FROM json_each(?) AS asked CROSS JOIN documents ON documents.projection = ? AND documents.id = asked.value`),
  documentIds: db.prepare('SELECT id FROM documents WHERE key >= ? AND key < ? ORDER BY key LIMIT ?').pluck(),
  greatestKey: db.prepare('SELECT max(key) FROM documents WHERE key >= ? AND key < ?').pluck(),
  documentByKey: db.prepare('SELECT id, position, body FROM documents WHERE key = ?'),
  lastChunk: db.prepare('SELECT first_row AS firstRow, length FROM chunks WHERE fact_table = ? ORDER BY first_row DESC LIMIT 1'),
  chunkBytes: db.prepare('SELECT bytes FROM chunks WHERE fact_table = ? AND first_row = ?').pluck(),
  dropChunk: db.prepare('DELETE FROM chunks WHERE fact_table = ? AND first_row = ?'),
  putChunk: db.prepare('INSERT INTO chunks (fact_table, first_row, length, bytes) VALUES (?, ?, ?, ?)'),
  chunkFrom: db.prepare('SELECT bytes FROM chunks WHERE fact_table = ? AND first_row + length > ? ORDER BY first_row LIMIT 1').pluck(),
  rowCount: db.prepare('SELECT first_row + length FROM chunks WHERE fact_table = ? ORDER BY first_row DESC LIMIT 1').pluck(),
  lastLogIndex: db.prepare('SELECT first_ordinal AS first, length FROM log_index ORDER BY first_ordinal DESC LIMIT 1'),
  dropLogIndex: db.prepare('DELETE FROM log_index WHERE first_ordinal = ?'),
  putLogIndex: db.prepare('INSERT INTO log_index (first_ordinal, length, positions, known_from) VALUES (?, ?, ?, ?)'),
  logIndexFrom: db.prepare('SELECT first_ordinal AS first, positions, known_from AS knownFrom FROM log_index WHERE first_ordinal + length > ? ORDER BY first_ordinal LIMIT 1'),
  logLength: db.prepare('SELECT first_ordinal + length FROM log_index ORDER BY first_ordinal DESC LIMIT 1').pluck(),
});
export type ReadModelStatements = ReturnType<typeof readModelStatements>;

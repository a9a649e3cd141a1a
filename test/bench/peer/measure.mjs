// The peer: Emmett on SQLite appends the same events, one a call at the expected version, and folds the same overdue projection
// (letters, their persons and when each is settled) from the beginning. In: JSON {log, file, events}. Out: one JSON line.
import { createRequire } from 'node:module';
import { getSQLiteEventStore, sqliteRawSQLProjection } from '@event-driven-io/emmett-sqlite';

const { log, file, events, driver } = JSON.parse(process.argv[2]);
const Database = createRequire(import.meta.url)(driver);

const costOf = async (work) => {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpuUs: user + system, wallUs: (performance.now() - wall) * 1000 };
};

const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;
const named = ({ persons }) => (persons === undefined ? '' : ` AND subject IN (${persons.map(({ subject }) => quoted(subject)).join(', ')})`);
const earliest = (column, day, data) => `UPDATE persons SET ${column} = min(ifnull(${column}, '9999'), ${quoted(day)}) WHERE letter = ${quoted(data.recommendationId)}${named(data)}`;

/** What each event does to the table: the least that an overdue list needs. Corrections are left to whoever reads: they cost the peer nothing. */
const evolve = {
  RecommendationIssued: (data) => data.persons.map(({ subject }) =>
    `INSERT OR IGNORE INTO persons (letter, subject, employer, issued_on) VALUES (${[data.recommendationId, subject, data.employer, data.issuedOn].map(quoted).join(', ')})`),
  SanctionImposed: (data) => [earliest('settled_on', data.imposedOn, data)],
  PersonSeparated: (data) => [earliest('settled_on', data.separatedOn, data)],
  RecommendationWithdrawn: (data) => [earliest('withdrawn_on', data.withdrawnOn, data)],
};

const overdueLetters = sqliteRawSQLProjection({
  canHandle: Object.keys(evolve),
  evolve: ({ type, data }) => evolve[type](data),
  init: async ({ context: { connection } }) => {
    await connection.command('CREATE TABLE IF NOT EXISTS persons (letter TEXT, subject TEXT, employer TEXT, issued_on TEXT, settled_on TEXT, withdrawn_on TEXT, PRIMARY KEY (letter, subject))');
  },
});

const reader = new Database(log, { readonly: true });
const rows = reader.prepare('SELECT stream, revision, type, data, metadata FROM events ORDER BY position LIMIT ?').all(events);
reader.close();

const store = getSQLiteEventStore({ fileName: file, schema: { autoMigration: 'CreateOrUpdate' } });
await store.schema.migrate();
const append = await costOf(async () => {
  for (const { stream, revision, type, data, metadata } of rows) {
    const expectedStreamVersion = revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision);
    await store.appendToStream(stream, [{ type, data: JSON.parse(data), metadata: JSON.parse(metadata) }], { expectedStreamVersion });
  }
});

let seen = 0;
const consumer = store.consumer({ pulling: { batchSize: 1000 } });
consumer.processor({ processorId: 'overdue', projection: overdueLetters, startFrom: 'BEGINNING', stopAfter: () => (seen += 1) >= rows.length });
const rebuild = await costOf(() => consumer.start());
await consumer.close();
const check = new Database(file, { readonly: true });
const persons = check.prepare('SELECT count(*) FROM persons').pluck().get();
check.close();
process.stdout.write(`${JSON.stringify({ events: rows.length, folded: seen, persons, append, rebuild })}\n`);

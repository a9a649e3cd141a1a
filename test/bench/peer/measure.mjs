// The peer: Emmett on SQLite appends the same events, one a call at the expected version, and folds the same overdue projection
// (letters, their persons and when each is settled) from the beginning. In: JSON {sample, file}. Out: one JSON line.
import { readFileSync } from 'node:fs';

// Installed only when the bench is run: nothing of Netral may depend on it, and no check of the sources asks for it.
const PEER = '@event-driven-io/emmett-sqlite';
const { getSQLiteEventStore, handleProjections, readMessagesBatch, sqliteConnection, sqliteRawSQLProjection } = await import(PEER);

const { sample, file } = JSON.parse(process.argv[2]);

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
  RecommendationIssued: (data) => (data.persons ?? [data.person]).map(({ subject }) =>
    `INSERT OR IGNORE INTO persons (letter, subject, employer, issued_on) VALUES (${[data.recommendationId, subject, data.employer, data.issuedOn].map(quoted).join(', ')})`),
  SanctionImposed: (data) => [earliest('settled_on', data.imposedOn, data)],
  PersonSeparated: (data) => [earliest('settled_on', data.separatedOn, data)],
  RecommendationWithdrawn: (data) => [earliest('withdrawn_on', data.withdrawnOn, data)],
};

const overdueLetters = sqliteRawSQLProjection({
  canHandle: Object.keys(evolve),
  evolve: ({ type, data }) => evolve[type]?.(data) ?? [],
});

const rows = readFileSync(sample, 'utf8').split('\n').map((line) => JSON.parse(line));

// One connection kept open: left to itself the store opens one for every call, which costs more, and its consumer then ends in
// "cannot commit transaction - SQL statements in progress".
const connection = sqliteConnection({ fileName: file });
const store = getSQLiteEventStore({ fileName: file, schema: { autoMigration: 'CreateOrUpdate' }, connectionOptions: { singleton: true, connection } });
await store.schema.migrate();
await connection.command('CREATE TABLE persons (letter TEXT, subject TEXT, employer TEXT, issued_on TEXT, settled_on TEXT, withdrawn_on TEXT, PRIMARY KEY (letter, subject))');
const append = await costOf(async () => {
  for (const { stream, revision, type, data, metadata } of rows) {
    const expectedStreamVersion = revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision);
    await store.appendToStream(stream, [{ type, data: JSON.parse(data), metadata: JSON.parse(metadata) }], { expectedStreamVersion });
  }
});

// Its own way: a consumer with one processor, from the beginning.
const PAGE = 1000;
let folded = 0;
const consumer = store.consumer({ pulling: { batchSize: PAGE } });
consumer.processor({ processorId: 'overdue', projection: overdueLetters, startFrom: 'BEGINNING', stopAfter: () => (folded += 1) >= rows.length });
const rebuild = await costOf(() => consumer.start());

// And its pieces without a consumer, whose checkpoint after every message costs most: a page at a time, handled in one transaction.
await connection.command('DELETE FROM persons');
const bare = await costOf(async () => {
  for (let after = 0n, left = true; left; ) {
    const { messages, currentGlobalPosition, areEventsLeft } = await readMessagesBatch(connection, { after, batchSize: PAGE });
    await connection.withTransaction(() => handleProjections({ events: messages, projections: [overdueLetters], connection }));
    [after, left] = [currentGlobalPosition, areEventsLeft];
  }
});
const [{ persons }] = await connection.query('SELECT count(*) AS persons FROM persons');
connection.close();
process.stdout.write(`${JSON.stringify({ events: rows.length, folded, persons, append, rebuild, bare })}\n`);

import { Folding } from '@netral/application/project/folding';
import { storedTable } from '@netral/application/project/projection-fold';
import { dayOf, emptyRulebook, evolveRulebook } from '@netral/domain';
import type { RecordedEvent } from '@netral/event-store';
import { answer, ColumnTable, type Models, type Question } from '@netral/figures';
import { projections, tables, type TableName } from '@netral/projections';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';
import type { OracleAnswer, OracleQuestion, RawEvent } from './raw-event';

const recorded = ({ type, data, agency, source, messageId, recordedAt }: RawEvent, place: number): RecordedEvent => ({
  id: `${place}`, type, stream: 'any', revision: BigInt(place), contentHash: '',
  // Sparse and past 2^53, as a real log's positions are.
  position: (2n ** 60n + BigInt(place) * 517n).toString().padStart(20, '0'),
  data: JSON.stringify(data),
  metadata: JSON.stringify({ agency, source, messageId, subject: 's', publishedAt: recordedAt, recordedAt, version: versionOf(type, data) }),
});
const versionOf = (type: string, data: RawEvent['data']): number => {
  if (type === 'ViolationReported') return data.category === undefined ? 2 : 1;
  return type === 'RecommendationIssued' && data.person === undefined ? 2 : 1;
};

/** The log folded by the real folds, in batches of the sizes given (used round and round). */
export const folded = async (log: readonly RawEvent[], batches: readonly number[]): Promise<MemoryReadStore> => {
  const store = new MemoryReadStore();
  const events = log.map(recorded);
  let folding = await Folding.resume(store, projections, { documentsCacheMax: 1000 });
  for (let first = 0, turn = 0; first < events.length; turn += 1) {
    const size = batches[turn % batches.length]!;
    await folding.fold(events.slice(first, first + size));
    first += size;
    // Now and then as after a restart: nothing in memory.
    if (turn % 3 === 2) folding = await Folding.resume(store, projections, { documentsCacheMax: 1000 });
  }
  return store;
};

/** What figures are answered from, as known at a place in the log. */
export const modelsOf = async (store: MemoryReadStore, log: readonly RawEvent[]): Promise<(known: number) => Models> => {
  const held = new Map<TableName, ColumnTable[]>();
  const ids = new Map<string, readonly string[]>();
  for (const { name, tables: owned } of projections) {
    ids.set(name, await store.documentIds(name, 0, 1_000_000));
    for (const table of Object.keys(owned) as TableName[]) {
      const columns = new ColumnTable(tables[table]);
      for await (const chunk of store.chunks(storedTable(name, table), 0)) columns.append(chunk);
      held.set(table, [...(held.get(table) ?? []), columns]);
    }
  }
  return (known) => ({
    tables: (name) => held.get(name) ?? [],
    rulebook: log.slice(0, known).reduce((book, { type, data }, ordinal) => evolveRulebook(book, { type, data, position: String(ordinal).padStart(20, '0'), ordinal, recordedOn: 0 } as never), emptyRulebook),
    idOf: (projection, number) => ids.get(projection)?.[number],
  });
};

/** The real answer, in the oracle's form. */
export const asked = (question: OracleQuestion, models: (known: number) => Models): OracleAnswer => {
  const { known, asOf, from, until, filters, ...rest } = question;
  const real = answer({
    ...rest, filters, asOf: dayOf(asOf), ordinal: known - 1, rule: question.rule ?? 'in-force', calendar: question.calendar ?? 'known',
    ...(from === undefined ? {} : { from: dayOf(from) }), ...(until === undefined ? {} : { until: dayOf(until) }),
  } as unknown as Question, models(known));
  const cells = real.cells.filter(({ value }) => value !== 0).map(({ key, value }) => [question.by.map((dimension) => key[dimension]).join(','), value as number] as const);
  return { total: real.total as number, cells: Object.fromEntries(cells) };
};

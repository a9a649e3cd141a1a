import type { EventType } from '@netral/contracts';
import { dayOf } from '@netral/domain';
import type { FactRow, FoldEvent, Handler, Projection } from '../projection';
import type { Said } from './facts';

/** Long after every own day of a spec, so that nothing is dated in the future unless it says so. */
const LATER = '2021-06-30';

export interface Folded<Doc> {
  readonly documents: ReadonlyMap<string, Doc>;
  document(id: string): Doc;
  rows(table: string): readonly FactRow['values'][];
  /** `kind day [untilOn]` of each anomaly, as dates. */
  anomalies(): readonly FactRow['values'][];
}

/**
 * Folds what was said, in log order. On the way it proves, for every spec, that the fold bears repeats and any order of
 * calls: all said twice gives the same documents, and so do the calls in reverse and interleaved order.
 */
export const specifyProjection = <Doc>(projection: Projection<Doc>) => (...said: Said[]): Folded<Doc> => {
  const events = said.map(eventAt);
  const documents = fold(projection, events);
  const copies = events.map((event, index) => ({ ...event, ordinal: events.length + index, position: positionOf(events.length + index) }));
  const orders = [[...events, ...copies], [...copies, ...events], events.toReversed(), [...events.filter((_, i) => i % 2 === 1), ...events.filter((_, i) => i % 2 === 0)]];
  for (const order of orders) expect(fold(projection, order)).toEqual(documents);
  const rows = (table: string) => [...documents.values()].flatMap((document) => rowsOf(projection, document, table));
  return { documents, document: (id) => documents.get(id)!, rows, anomalies: () => rows('anomalies') };
};

const rowsOf = <Doc>(projection: Projection<Doc>, document: Doc, table: string) => {
  const rows = projection.facts(document).filter((row) => row.table === table);
  expect(rows.map(({ slot }) => slot)).toEqual(rows.map((_, place) => place));
  for (const { values } of rows) expect(Object.keys(values).sort()).toEqual(Object.keys(projection.tables[table]!).sort());
  return rows.map(({ values }) => values);
};

const fold = <Doc>(projection: Projection<Doc>, events: readonly FoldEvent[]): Map<string, Doc> => {
  const documents = new Map<string, Doc>();
  for (const event of events) {
    const handler = projection.on[event.type] as Handler<Doc> | undefined;
    const id = handler?.id(event);
    if (handler !== undefined && id !== undefined) documents.set(id, handler.evolve(documents.get(id) ?? projection.initial(id), event));
  }
  return documents;
};

const eventAt = ({ type, data, messageId, source, recordedOn }: Said, ordinal: number): FoldEvent<EventType> => ({
  type, data, ordinal, position: positionOf(ordinal), recordedOn: dayOf(recordedOn ?? LATER), recordedAt: `${recordedOn ?? LATER}T05:00:00.000Z`,
  agency: 'test', source: source ?? 'urn:netral:test', messageId: messageId ?? `m${ordinal}`,
});

/** Positions are sparse in a log; here in steps of ten. */
export const positionOf = (ordinal: number): string => String((ordinal + 1) * 10).padStart(20, '0');

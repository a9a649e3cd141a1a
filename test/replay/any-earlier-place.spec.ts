import { readEvents } from '@netral/application/project/read-events';
import { FoldStep } from '@netral/application/project/fold-step';
import { projections, type FoldEvent, type Handler, type Ledger, type Projection } from '@netral/projections';
import type { RowChunk } from '@netral/read-store';
import fc from 'fast-check';
import { histories, newEvent, type Recording } from './histories';

/** Places the whole history and folds it in one batch: documents by projection, chunks by table. */
const folded = (history: readonly Recording[]) => {
  const recorded = history.map((each, index) => ({ ...newEvent(each, index), stream: 'x', revision: BigInt(index), position: String(index + 1).padStart(20, '0') }));
  const { events, refused } = readEvents(recorded);
  expect(refused).toBeUndefined();
  const step = new FoldStep(projections, { length: 0, knownFrom: Number.NEGATIVE_INFINITY, documents: () => 0, rows: () => 0, documentsCacheMax: 1000 });
  const placed = step.place(events);
  step.needs(placed);
  for (const each of placed) step.fold(each);
  return { events: placed.map(({ event }) => event), commit: step.take(placed) };
};

/** A fold without any engine: the projection's own functions over the first events of the log. */
const plainFold = (projection: Projection, events: readonly FoldEvent[]): ReadonlyMap<string, unknown> => {
  const documents = new Map<string, unknown>();
  for (const event of events) {
    const handler = projection.on[event.type] as Handler<unknown> | undefined;
    const id = handler?.id(event);
    if (handler !== undefined && id !== undefined) documents.set(id, handler.evolve(documents.get(id) ?? projection.initial(id), event));
  }
  return documents;
};

const visible = (chunk: RowChunk | undefined, ordinal: number): ReadonlyMap<string, unknown> => {
  const rows = new Map<string, unknown>();
  for (let row = 0; row < (chunk?.length ?? 0); row += 1) {
    const key = `${chunk!.doc[row]} ${chunk!.slot[row]}`;
    if (chunk!.from[row]! > ordinal) continue;
    if (chunk!.present[row] === 0) rows.delete(key);
    else rows.set(key, Object.fromEntries([
      ...Object.entries(chunk!.ints).map(([name, column]) => [name, column[row]]), ...Object.entries(chunk!.texts).map(([name, { values, codes }]) => [name, values[codes[row]!]]),
    ]));
  }
  return rows;
};

describe('at any earlier place in the log', () => {
  it('the rows of facts are those of the history up to there, and documents are numbered by their first event', () =>
    fc.assert(
      fc.property(histories, fc.nat(), (history, draw) => {
        const { events, commit } = folded(history);
        const ordinal = draw % events.length;
        for (const projection of projections) {
          const made = commit.projections.find(({ projection: name }) => name === projection.name)!;
          const documents = plainFold(projection, events.slice(0, ordinal + 1));
          const numberOf = new Map([...plainFold(projection, events).keys()].map((id, number) => [id, number]));
          expect(new Map(made.documents.map(({ id, number }) => [id, number]))).toEqual(numberOf);
          for (const table of Object.keys(projection.tables)) {
            const chunk = made.chunks.find(({ table: name }) => name === `${projection.name}/${table}`)?.chunk;
            const expected = [...documents].flatMap(([id, document]) =>
              projection.facts(document).filter((row) => row.table === table).map(({ slot, values }) => [`${numberOf.get(id)} ${slot}`, values] as const));
            expect(visible(chunk, ordinal)).toEqual(new Map(expected));
          }
        }
      }),
      { numRuns: 150 },
    ));

  it('a document answers from what stood there then, whatever was added since', () =>
    fc.assert(
      fc.property(histories, fc.nat(), (history, draw) => {
        const { events } = folded(history);
        const ordinal = draw % events.length;
        for (const projection of projections.filter(({ name }) => name !== 'rules') as readonly Projection<Ledger>[]) {
          const then = plainFold(projection, events.slice(0, ordinal + 1)) as ReadonlyMap<string, Ledger>;
          for (const [id, now] of plainFold(projection, events) as ReadonlyMap<string, Ledger>) {
            const cut = { ...now, statements: now.statements.filter((statement) => statement.ordinal <= ordinal) };
            expect(cut).toEqual(then.get(id) ?? projection.initial(id));
          }
        }
      }),
      { numRuns: 100 },
    ));

  it('facts do not depend on the order in which messages came, but for corrections and second statements', () =>
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (history, order) => {
        const plain = history
          .filter(({ said, messageId }, index) => !said.type.startsWith('Fact') && history.findIndex((each) => each.messageId === messageId) === index)
          .filter(({ said }, index, all) => !isSecond(said, all.slice(0, index).map((each) => each.said)))
          .map((each) => ({ ...each, recordedAtMs: Date.UTC(2021, 0, 1) }));
        const shuffled = plain.map((each) => [order.next().value as number, each] as const).sort(([a], [b]) => a - b).map(([, each]) => each);
        const facts = (all: readonly Recording[]) => factsOf(all);
        expect(facts(shuffled)).toEqual(facts(plain));
      }),
      { numRuns: 100 },
    ));
});

const keyOf = ({ type, data }: Recording['said']): string => {
  const { recommendationId, person } = data as { recommendationId?: string; person?: { subject: string } };
  return `${type} ${recommendationId ?? ''} ${person?.subject ?? ''}`;
};
// Blocks and lifts of one day follow log order, so one of each kind and person is enough here.
const isSecond = (said: Recording['said'], before: readonly Recording['said'][]): boolean =>
  (said.type.startsWith('Personnel') ? before.filter(({ type }) => type.startsWith('Personnel')).some((each) => (each.data as { person: { subject: string } }).person.subject === (said.data as { person: { subject: string } }).person.subject)
    : ['ViolationReported', 'ComplaintRegistered', 'RecommendationIssued', 'SanctionImposed', 'SeasonOpened', 'MessageSetAside'].includes(said.type) && before.some((each) => keyOf(each) === keyOf(said)));

/** Values of all rows, without what names a place in the log. */
const factsOf = (history: readonly Recording[]): ReadonlyMap<string, readonly string[]> => {
  if (history.length === 0) return new Map();
  const { events } = folded(history);
  return new Map(projections.flatMap((projection) =>
    [...plainFold(projection, events)].map(([id, document]): [string, string[]] =>
      [`${projection.name} ${id}`, projection.facts(document).map(({ table, values }) => JSON.stringify([table, { ...values, eventOrdinal: 0 }])).sort()])));
};

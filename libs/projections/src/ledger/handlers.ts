import { contractOf, upcast, type EventData, type EventType } from '@netral/contracts';
import { dayOf } from '@netral/domain';
import type { FoldEvent, Handler, Projection } from '../projection';
import { record } from './record';
import type { Amendment, Keepers, Kept, Ledger, Statement, StatementOf } from './statement';

/** Handlers that write each event of `keep`, and each correction or retraction of one, into the ledger of its matter. */
export const ledgerHandlers = <K extends Keepers>(keep: K): Projection<Ledger<StatementOf<K>>>['on'] => {
  type Said = Statement & StatementOf<K>;
  type Doc = Ledger<Said>;
  const isKept = (type: string): boolean => Object.hasOwn(keep, type);
  const keptOf = (type: string, data: unknown) => keep[type as EventType]!(data as never) as Kept;
  const facts = Object.keys(keep).map((type): [string, Handler<Doc>] => [
    type,
    {
      id: ({ data }) => contractOf(type)!.matterId(data as never),
      evolve: (ledger, event) => record(ledger, statementOf(event, ownDayOf(type, event.data), keptOf(type, event.data)) as Said),
    },
  ]);
  const corrected: Handler<Doc, 'FactCorrected'> = {
    id: ({ data }) => (isKept(data.correctedType) ? matterOf(data) : undefined),
    evolve: (ledger, event) => {
      const { season, correctedType: type, correctedVersion, messageSource: source, messageId, correctedOn } = event.data;
      const instead = upcast(type as EventType, correctedVersion, event.data.data);
      const kept = keptOf(type, instead);
      const data = { season, ...employerOf(kept), of: { type, source, messageId }, day: ownDayOf(type, instead), data: kept };
      return record(ledger, statementOf(event, dayOf(correctedOn), data) as Amendment);
    },
  };
  const retracted: Handler<Doc, 'FactRetracted'> = {
    id: ({ data }) => (isKept(data.retractedType) ? matterOf(data) : undefined),
    evolve: (ledger, event) => {
      const { season, retractedType: type, messageSource: source, messageId, retractedOn } = event.data;
      const data = { season, ...employerOf(event.data), of: { type, source, messageId } };
      return record(ledger, statementOf(event, dayOf(retractedOn), data) as Amendment);
    },
  };
  return { ...Object.fromEntries(facts), FactCorrected: corrected, FactRetracted: retracted } as Projection<Ledger<StatementOf<K>>>['on'];
};

/** An event's own day, from data of the latest version. */
const ownDayOf = (type: string, data: unknown) => dayOf(contractOf(type)!.ownDay(data as never));

const matterOf = ({ matter, person }: EventData<'FactCorrected'> | EventData<'FactRetracted'>) => matter ?? person?.subject;

const employerOf = ({ employer }: { readonly employer?: string }) => (employer === undefined ? {} : { employer });

// One literal, field by field: an object put together of spreads is kept as a hash table, several times as large and slow.
const statementOf = <D extends Kept>({ type, ordinal, position, recordedOn, agency, source, messageId }: FoldEvent, day: number, data: D): Statement<EventType, D> =>
  ({ type, ordinal, position, recordedOn, agency, source, messageId, day, data });

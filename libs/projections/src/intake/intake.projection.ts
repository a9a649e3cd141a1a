import type { EventData } from '@netral/contracts';
import { dayOf } from '@netral/domain';
import { anomaly, anomalyRows, ledgerText, record, type Ledger, type Statement } from '../ledger';
import type { Projection } from '../projection';
import { tables } from '../tables';

/** Reason of a message set aside because its id stands in the log with other content. */
export const CONFLICTING_REDELIVERY = 'conflicting-redelivery';

type SetAside = Statement<'MessageSetAside', { readonly season: string; readonly reasonCode: string }>;
export type IntakeLedger = Ledger<SetAside>;

/** Messages set aside: one document each, so that an agency's thousand errors cost no more than one. */
export const intake: Projection<IntakeLedger> = {
  name: 'intake',
  version: 1,
  on: {
    MessageSetAside: {
      id: ({ data }) => data.deadLetterId,
      evolve: (ledger, { data, type, ordinal, position, recordedOn, source, messageId }) =>
        record(ledger, { type, ordinal, position, recordedOn, source, messageId, agency: data.agency, day: dayOf(data.setAsideOn), data: kept(data) }),
    },
  },
  initial: (id) => ({ id, statements: [] }),
  text: ledgerText,
  tables: { anomalies: tables.anomalies },
  facts: ({ statements }) =>
    anomalyRows(statements.filter(isConflict).map((each) => anomaly(CONFLICTING_REDELIVERY, each, each.day))),
};

const kept = ({ season, reasonCode }: EventData<'MessageSetAside'>) => ({ season: season ?? '', reasonCode });

const isConflict = (statement: IntakeLedger['statements'][number]): statement is SetAside =>
  statement.type === 'MessageSetAside' && statement.data.reasonCode === CONFLICTING_REDELIVERY;

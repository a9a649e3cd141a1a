import type { EventData } from '@netral/contracts';
import { isoOf } from '@netral/domain';
import { anomalyRows, futureAnomalies, ledgerHandlers, ledgerText, standing, type Ledger, type StatementOf, type ViewQuestion } from '../ledger';
import type { Projection } from '../projection';
import { tables } from '../tables';

const keep = {
  ReprimandListDrawn: ({ season, cutOff, knownAt, rule, calendar, entries }: EventData<'ReprimandListDrawn'>) =>
    ({ season, cutOff, knownAt, rule, ...(calendar === undefined ? {} : { calendar }), entries }),
  ReprimandIssued: ({ season, employer, letterNumber, answerDays, answerFrom, signatory }: EventData<'ReprimandIssued'>) =>
    ({ season, employer, letterNumber, answerDays, answerFrom, signatory }),
  ReprimandDelivered: ({ season, employer, proof }: EventData<'ReprimandDelivered'>) => ({ season, employer, proof }),
  ReprimandAnswered: ({ season, employer }: EventData<'ReprimandAnswered'>) => ({ season, employer }),
  ReprimandEscalated: ({ season, employer, to, ground }: EventData<'ReprimandEscalated'>) => ({ season, employer, to, ground }),
};
export type ReprimandStatement = StatementOf<typeof keep>;
export type ReprimandLedger = Ledger<ReprimandStatement>;

/** Reprimand rounds of Kemendagri. No figure counts them; what is dated in the future is an anomaly here as everywhere. */
export const reprimands: Projection<ReprimandLedger> = {
  name: 'reprimands',
  version: 1,
  on: ledgerHandlers(keep),
  initial: (id) => ({ id, statements: [] }),
  text: ledgerText,
  tables: { anomalies: tables.anomalies },
  facts: (ledger) => anomalyRows(futureAnomalies(ledger)),
};

/** One round as it stands for a question: its acts by own day; undefined while nothing is known and in effect. */
export const reprimandView = (ledger: ReprimandLedger, { ordinal, asOf }: ViewQuestion) => {
  const statements = standing(ledger, ordinal).filter(({ day }) => day <= asOf);
  if (statements.length === 0) return undefined;
  const inOrder = statements.toSorted((a, b) => a.day - b.day || a.ordinal - b.ordinal);
  const acts = inOrder.map(({ type, day, agency, position, data }) => ({ type, on: isoOf(day), agency, position, ...data }));
  return { reprimandId: ledger.id, acts };
};

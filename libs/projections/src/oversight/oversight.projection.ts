import type { EventData } from '@netral/contracts';
import { dayOf, isoOf } from '@netral/domain';
import { anomalyRows, futureAnomalies, ledgerHandlers, ledgerText, ofType, standing, type Ledger, type StatementOf, type ViewQuestion } from '../ledger';
import type { FactRow, Projection } from '../projection';
import { tables } from '../tables';

const keep = {
  ViolationDataSubmitted: ({ season, to, periodFrom, periodUntil, counts }: EventData<'ViolationDataSubmitted'>) =>
    ({ season, to, periodFrom: dayOf(periodFrom), periodUntil: dayOf(periodUntil), counts }),
  PresidentialRecommendationMade: ({ season, addressee, employer, ground, recommendationId }: EventData<'PresidentialRecommendationMade'>) =>
    ({ season, addressee, employer, ground, ...(recommendationId === undefined ? {} : { recommendationId }) }),
};
export type OversightStatement = StatementOf<typeof keep>;
export type OversightLedger = Ledger<OversightStatement>;

/** BKN's third and fourth roles: counts submitted to another agency, recommendations to the President. */
export const oversight: Projection<OversightLedger> = {
  name: 'oversight',
  version: 1,
  on: ledgerHandlers(keep),
  initial: (id) => ({ id, statements: [] }),
  text: ledgerText,
  tables: { submittedCounts: tables.submittedCounts, anomalies: tables.anomalies },
  facts: (ledger) => {
    const submitted = ofType(standing(ledger), 'ViolationDataSubmitted').flatMap(countValues);
    return [...submitted.map((values, slot): FactRow => ({ table: 'submittedCounts', slot, values })), ...anomalyRows(futureAnomalies(ledger))];
  },
};

const countValues = ({ data, agency, day, ordinal }: Extract<OversightStatement, { type: 'ViolationDataSubmitted' }>) =>
  data.counts.map(({ figure, unit, value }) => ({
    season: data.season, agency, figure, unit, value,
    submittedOn: day, periodFrom: data.periodFrom, periodUntil: data.periodUntil, eventOrdinal: ordinal,
  }));

/** What was submitted or recommended under one id, for a question; undefined while nothing is known and in effect. */
export const oversightView = (ledger: OversightLedger, { ordinal, asOf }: ViewQuestion) => {
  const statements = standing(ledger, ordinal).filter(({ day }) => day <= asOf);
  if (statements.length === 0) return undefined;
  const acts = statements.map((each) => ({ type: each.type, on: isoOf(each.day), agency: each.agency, position: each.position, ...detailsOf(each) }));
  return { oversightId: ledger.id, acts };
};

const detailsOf = (statement: OversightStatement) =>
  statement.type === 'PresidentialRecommendationMade'
    ? statement.data
    : { ...statement.data, periodFrom: isoOf(statement.data.periodFrom), periodUntil: isoOf(statement.data.periodUntil) };

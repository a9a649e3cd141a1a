import { anomalyRows, futureAnomalies, ledgerHandlers, ledgerText, restatedAnomaly, standing } from '../ledger';
import type { FactRow, Projection } from '../projection';
import { tables } from '../tables';
import { keep, type ReportLedger } from './kept';
import { reportOf } from './report';

/** Bawaslu's register: findings and reports, until dismissed or forwarded. */
export const bawasluRegister: Projection<ReportLedger> = {
  name: 'bawaslu-register',
  version: 1,
  on: ledgerHandlers(keep),
  initial: (id) => ({ id, statements: [] }),
  text: ledgerText,
  tables: { reportPersons: tables.reportPersons, anomalies: tables.anomalies },
  facts: (ledger) => {
    const report = reportOf(standing(ledger));
    return [...personRows(report), ...anomalyRows(report.restated.map(restatedAnomaly), futureAnomalies(ledger))];
  },
};

const personRows = ({ reported, dismissed, forwardedOn }: ReturnType<typeof reportOf>): readonly FactRow[] => {
  if (reported === undefined) return [];
  const { season, kind, stage, electionRegion, persons } = reported.data;
  const categories = reported.data.categories.map(({ code }) => code).join('|');
  return persons.map(({ employer, positionGroup }, slot) => ({
    table: 'reportPersons',
    slot,
    values: {
      season, employer, positionGroup, categories, kind, stage, electionRegion,
      reportedOn: reported.day, dismissedOn: dismissed.day, dismissReason: dismissed.reason, forwardedOn,
    },
  }));
};

import { anomalyRows, futureAnomalies, ledgerHandlers, ledgerText, restatedAnomaly, standing } from '../ledger';
import type { FactRow, Projection } from '../projection';
import { tables } from '../tables';
import { complaintOf, type Complaint } from './complaint';
import { keep, type ComplaintLedger } from './kept';

/** The recommender's own register: matters from Bawaslu or the public, returned, examined, not proven. */
export const recommenderRegister: Projection<ComplaintLedger> = {
  name: 'recommender-register',
  version: 1,
  on: ledgerHandlers(keep),
  initial: (id) => ({ id, statements: [] }),
  text: ledgerText,
  tables: { complaintPersons: tables.complaintPersons, anomalies: tables.anomalies },
  facts: (ledger) => {
    const complaint = complaintOf(standing(ledger));
    return [...personRows(complaint), ...anomalyRows(complaint.restated.map(restatedAnomaly), futureAnomalies(ledger))];
  },
};

const personRows = ({ registered, persons }: Complaint): readonly FactRow[] => {
  if (registered === undefined) return [];
  const { season, origin } = registered.data;
  const categories = registered.data.categories.map(({ code }) => code).join('|');
  return persons.map(({ employer, positionGroup, returned, examinedOn, notProven }, slot) => ({
    table: 'complaintPersons',
    slot,
    values: {
      season, employer, positionGroup, categories, origin, reportedOn: registered.day,
      returnedOn: returned.day, returnReason: returned.reason, examinedOn, notProvenOn: notProven.day, notProvenReason: notProven.reason,
    },
  }));
};

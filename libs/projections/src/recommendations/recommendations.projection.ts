import { anomalyRows, futureAnomalies, ledgerHandlers, ledgerText, standing } from '../ledger';
import type { FactRow, Projection } from '../projection';
import { tables } from '../tables';
import { letterAnomalies } from './anomalies';
import { keep, type LetterLedger } from './kept';
import { letterOf, type Letter } from './letter';

/**
 * Letters of the recommender, with their persons. Agencies write to different topics, so a sanction can be recorded before
 * its letter: the document keeps what was said, and what it means is worked out from all of it.
 */
export const recommendations: Projection<LetterLedger> = {
  name: 'recommendations',
  version: 3,
  on: ledgerHandlers(keep),
  initial: (id) => ({ id, statements: [] }),
  text: ledgerText,
  tables: { letterPersons: tables.letterPersons, anomalies: tables.anomalies },
  facts: (ledger) => {
    const letter = letterOf(standing(ledger));
    return [...personRows(letter), ...anomalyRows(letterAnomalies(letter), futureAnomalies(ledger))];
  },
};

const personRows = ({ issued, persons, deliveredOn }: Letter): readonly FactRow[] =>
  issued === undefined
    ? []
    : persons.map(({ sanction, startedOn, settled, withdrawnOn, disputedOn }, slot) => ({
        table: 'letterPersons',
        slot,
        values: {
          season: issued.data.season, employer: issued.data.employer, sanction, sanctionImposed: settled.imposed,
          issuedOn: issued.day, deliveredOn, startedOn, settledOn: settled.day, withdrawnOn, disputedOn,
        },
      }));

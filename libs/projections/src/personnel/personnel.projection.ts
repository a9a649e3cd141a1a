import { anomalyRows, futureAnomalies, ledgerHandlers, ledgerText, standing } from '../ledger';
import type { FactRow, Projection } from '../projection';
import { tables } from '../tables';
import { keep, type PersonnelLedger } from './kept';
import { seasonsOf, type SeasonRecord } from './record';
import type { Flow, Span } from './walk';

/** Personnel records: one document a person (under a pseudonym), with blocks, lifts and early warnings. */
export const personnel: Projection<PersonnelLedger> = {
  name: 'personnel',
  version: 1,
  on: ledgerHandlers(keep),
  initial: (id) => ({ id, statements: [] }),
  text: ledgerText,
  tables: { blockSpans: tables.blockSpans, blockFlows: tables.blockFlows, anomalies: tables.anomalies },
  facts: (ledger) => {
    const seasons = seasonsOf(standing(ledger));
    return [
      ...rows('blockSpans', seasons.flatMap(spanValues)),
      ...rows('blockFlows', seasons.flatMap(flowValues)),
      ...anomalyRows(...seasons.map(({ anomalies }) => anomalies), futureAnomalies(ledger)),
    ];
  },
};

const rows = (table: string, values: readonly FactRow['values'][]): readonly FactRow[] => values.map((each, slot) => ({ table, slot, values: each }));

const traits = (season: string, { opened, scope }: Span | Flow) =>
  ({ season, employer: opened.data.employer, office: opened.data.office, ground: opened.data.ground, scope });

const spanValues = ({ season, spans }: SeasonRecord) =>
  spans.map((span) => ({ ...traits(season, span), blockedOn: span.blockedOn, untilOn: span.untilOn }));

const flowValues = ({ season, flows }: SeasonRecord) =>
  flows.map((flow) => ({ ...traits(season, flow), direction: flow.direction, day: flow.day }));

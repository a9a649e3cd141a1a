import type { EventData } from '@netral/contracts';
import { uniqueBy, type Ledger, type StatementOf } from '../ledger';

/** What a report's document keeps of each event. */
export const keep = {
  ViolationReported: ({ season, kind, electionRegion, stage, categories, persons }: EventData<'ViolationReported'>) => ({
    season, kind, electionRegion, stage,
    categories: uniqueBy(categories, ({ code }) => code),
    persons: uniqueBy(persons.map(({ subject, employer, positionGroup }) => ({ subject, employer, positionGroup })), ({ subject }) => subject),
  }),
  ReportDismissed: ({ season, reason }: EventData<'ReportDismissed'>) => ({ season, reason }),
  ReportForwarded: ({ season, to, withStudy, letterNumber }: EventData<'ReportForwarded'>) => ({ season, to, withStudy, letterNumber }),
};

export type ReportStatement = StatementOf<typeof keep>;
export type ReportLedger = Ledger<ReportStatement>;

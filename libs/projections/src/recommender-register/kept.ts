import type { EventData } from '@netral/contracts';
import { subjectsOf, uniqueBy, type Ledger, type StatementOf } from '../ledger';

/** What the document of one matter of the recommender's register keeps of each event. */
export const keep = {
  ComplaintRegistered: ({ season, origin, reportId, categories, persons }: EventData<'ComplaintRegistered'>) => ({
    season, origin, ...(reportId === undefined ? {} : { reportId }),
    categories: uniqueBy(categories, ({ code }) => code),
    persons: uniqueBy(persons.map(({ subject, employer, positionGroup }) => ({ subject, employer, positionGroup })), ({ subject }) => subject),
  }),
  ReportReturned: ({ season, reason, persons }: EventData<'ReportReturned'>) => ({ season, reason, ...subjectsOf(persons) }),
  ExaminationOpened: ({ season, persons }: EventData<'ExaminationOpened'>) => ({ season, ...subjectsOf(persons) }),
  ViolationNotProven: ({ season, reason, persons }: EventData<'ViolationNotProven'>) => ({ season, reason, ...subjectsOf(persons) }),
};

export type ComplaintStatement = StatementOf<typeof keep>;
export type ComplaintLedger = Ledger<ComplaintStatement>;

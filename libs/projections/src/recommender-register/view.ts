import { isoOf } from '@netral/domain';
import { dateBy, standing, type ViewQuestion } from '../ledger';
import type { DayNumber } from '../projection';
import { complaintOf, type Complaint } from './complaint';
import type { ComplaintLedger } from './kept';

/** One matter of the recommender's register as it stands for a question, or undefined while it is not known or not in effect. */
export const complaintView = (ledger: ComplaintLedger, { ordinal, asOf }: ViewQuestion) => {
  const { registered, persons } = complaintOf(standing(ledger, ordinal));
  if (registered === undefined || registered.day > asOf) return undefined;
  const { data, day, position } = registered;
  return {
    complaintId: ledger.id,
    season: data.season,
    registeredOn: isoOf(day),
    registeredPosition: position,
    origin: data.origin,
    reportId: data.reportId ?? null,
    categories: data.categories,
    persons: persons.map((person) => personView(person, asOf)),
  };
};
export type ComplaintView = NonNullable<ReturnType<typeof complaintView>>;

const personView = ({ subject, employer, positionGroup, returned, examinedOn, notProven }: Complaint['persons'][number], asOf: DayNumber) => ({
  subject,
  employer,
  positionGroup,
  state: stateOf(returned.day <= asOf, notProven.day <= asOf, examinedOn <= asOf),
  returnedOn: dateBy(returned.day, asOf),
  returnReason: returned.day <= asOf ? returned.reason : null,
  examinedOn: dateBy(examinedOn, asOf),
  notProvenOn: dateBy(notProven.day, asOf),
  notProvenReason: notProven.day <= asOf ? notProven.reason : null,
});

const stateOf = (returned: boolean, notProven: boolean, examined: boolean) => {
  if (notProven) return 'not-proven' as const;
  if (returned) return 'returned' as const;
  return examined ? ('in-examination' as const) : ('registered' as const);
};

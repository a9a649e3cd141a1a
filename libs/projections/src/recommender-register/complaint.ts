import { earliestDays, earliestWithReasons, firstStatements, ofType } from '../ledger';
import type { ComplaintStatement } from './kept';

/** A matter of the recommender's register as its standing statements make it, person by person. */
export const complaintOf = (statements: readonly ComplaintStatement[]) => {
  const { counted, restated } = firstStatements(ofType(statements, 'ComplaintRegistered'), () => '');
  const registered = counted[0];
  const returned = earliestWithReasons(ofType(statements, 'ReportReturned'));
  const examinedOn = earliestDays(ofType(statements, 'ExaminationOpened'));
  const notProven = earliestWithReasons(ofType(statements, 'ViolationNotProven'));
  const persons = (registered?.data.persons ?? []).map((person) => ({
    ...person,
    returned: returned(person.subject),
    examinedOn: examinedOn(person.subject),
    notProven: notProven(person.subject),
  }));
  return { registered, restated, persons };
};
export type Complaint = ReturnType<typeof complaintOf>;

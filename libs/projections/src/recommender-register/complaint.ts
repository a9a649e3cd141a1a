import { earliestDay, earliestWithReason, firstStatements, ofType, speaksOf } from '../ledger';
import type { ComplaintStatement } from './kept';

/** A matter of the recommender's register as its standing statements make it, person by person. */
export const complaintOf = (statements: readonly ComplaintStatement[]) => {
  const { counted, restated } = firstStatements(ofType(statements, 'ComplaintRegistered'), () => '');
  const registered = counted[0];
  const [returns, examinations, notProven] = [
    ofType(statements, 'ReportReturned'), ofType(statements, 'ExaminationOpened'), ofType(statements, 'ViolationNotProven'),
  ];
  const persons = (registered?.data.persons ?? []).map((person) => ({
    ...person,
    returned: earliestWithReason(returns.filter(speaksOf(person.subject))),
    examinedOn: earliestDay(examinations.filter(speaksOf(person.subject))),
    notProven: earliestWithReason(notProven.filter(speaksOf(person.subject))),
  }));
  return { registered, restated, persons };
};
export type Complaint = ReturnType<typeof complaintOf>;

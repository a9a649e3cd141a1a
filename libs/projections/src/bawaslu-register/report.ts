import { earliestDay, earliestWithReason, firstStatements, ofType } from '../ledger';
import type { ReportStatement } from './kept';

/** A report as its standing statements make it. */
export const reportOf = (statements: readonly ReportStatement[]) => {
  const { counted, restated } = firstStatements(ofType(statements, 'ViolationReported'), () => '');
  const forwards = ofType(statements, 'ReportForwarded');
  const forwardedOn = earliestDay(forwards);
  return {
    reported: counted[0],
    restated,
    dismissed: earliestWithReason(ofType(statements, 'ReportDismissed')),
    forwardedOn,
    forwarded: forwards.find(({ day }) => day === forwardedOn),
  };
};

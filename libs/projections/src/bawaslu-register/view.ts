import { isoOf } from '@netral/domain';
import { dateBy, standing, type ViewQuestion } from '../ledger';
import type { ReportLedger } from './kept';
import { reportOf } from './report';

/** One report of Bawaslu's register as it stands for a question, or undefined while it is not known or not in effect. */
export const reportView = (ledger: ReportLedger, { ordinal, asOf }: ViewQuestion) => {
  const { reported, dismissed, forwardedOn, forwarded } = reportOf(standing(ledger, ordinal));
  if (reported === undefined || reported.day > asOf) return undefined;
  const { data, day, position } = reported;
  const [isDismissed, isForwarded] = [dismissed.day <= asOf, forwardedOn <= asOf];
  return {
    reportId: ledger.id,
    season: data.season,
    kind: data.kind,
    reportedOn: isoOf(day),
    reportedPosition: position,
    electionRegion: data.electionRegion,
    stage: data.stage,
    categories: data.categories,
    persons: data.persons,
    state: isForwarded ? ('forwarded' as const) : isDismissed ? ('dismissed' as const) : ('open' as const),
    dismissedOn: dateBy(dismissed.day, asOf),
    dismissReason: isDismissed ? dismissed.reason : null,
    forwardedOn: dateBy(forwardedOn, asOf),
    forwardedTo: isForwarded ? (forwarded?.data.to ?? null) : null,
    withStudy: isForwarded ? (forwarded?.data.withStudy ?? null) : null,
  };
};
export type ReportView = NonNullable<ReturnType<typeof reportView>>;

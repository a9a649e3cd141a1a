import { ReportDismissed } from './bawaslu/report-dismissed';
import { ReportForwarded } from './bawaslu/report-forwarded';
import { ViolationReported } from './bawaslu/violation-reported';
import { FactCorrected } from './any/fact-corrected';
import { FactRetracted } from './any/fact-retracted';
import { EarlyWarningIssued } from './bkn/early-warning-issued';
import { PersonnelDataBlocked } from './bkn/personnel-data-blocked';
import { PersonnelDataUnblocked } from './bkn/personnel-data-unblocked';
import { PresidentialRecommendationMade } from './bkn/presidential-recommendation-made';
import { ViolationDataSubmitted } from './bkn/violation-data-submitted';
import type { DataOf, EventContract } from './core/event-contract';
import { MessageSetAside } from './intake/message-set-aside';
import { AuthorityEnded } from './joint/authority-ended';
import { AuthorityGranted } from './joint/authority-granted';
import { CategoryListAdopted } from './joint/category-list-adopted';
import { DeadlineRuleAdopted } from './joint/deadline-rule-adopted';
import { HolidayCalendarAdopted } from './joint/holiday-calendar-adopted';
import { SeasonOpened } from './joint/season-opened';
import { ReprimandAnswered } from './kemendagri/reprimand-answered';
import { ReprimandDelivered } from './kemendagri/reprimand-delivered';
import { ReprimandEscalated } from './kemendagri/reprimand-escalated';
import { ReprimandIssued } from './kemendagri/reprimand-issued';
import { ReprimandListDrawn } from './kemendagri/reprimand-list-drawn';
import { FollowUpStarted } from './ppk/follow-up-started';
import { PersonSeparated } from './ppk/person-separated';
import { RecommendationDisputed } from './ppk/recommendation-disputed';
import { SanctionImposed } from './ppk/sanction-imposed';
import { BlockRequested } from './recommender/block-requested';
import { ComplaintRegistered } from './recommender/complaint-registered';
import { ExaminationOpened } from './recommender/examination-opened';
import { RecommendationDelivered } from './recommender/recommendation-delivered';
import { RecommendationIssued } from './recommender/recommendation-issued';
import { RecommendationWithdrawn } from './recommender/recommendation-withdrawn';
import { ReportReturned } from './recommender/report-returned';
import { ViolationNotProven } from './recommender/violation-not-proven';

/** Every event there is, by type. */
export const catalogue = {
  ViolationReported, ReportDismissed, ReportForwarded,
  ComplaintRegistered, ReportReturned, ExaminationOpened, ViolationNotProven,
  RecommendationIssued, RecommendationDelivered, RecommendationWithdrawn, BlockRequested,
  FollowUpStarted, SanctionImposed, RecommendationDisputed, PersonSeparated,
  EarlyWarningIssued, PersonnelDataBlocked, PersonnelDataUnblocked, ViolationDataSubmitted, PresidentialRecommendationMade,
  ReprimandListDrawn, ReprimandIssued, ReprimandDelivered, ReprimandAnswered, ReprimandEscalated,
  FactCorrected, FactRetracted,
  SeasonOpened, AuthorityGranted, AuthorityEnded, DeadlineRuleAdopted, HolidayCalendarAdopted, CategoryListAdopted,
  MessageSetAside,
} as const;

export type Catalogue = typeof catalogue;
export type EventType = keyof Catalogue;
/** Stored data of the latest version of an event type. */
export type EventData<T extends EventType> = DataOf<Catalogue[T]>;
export const eventTypes = Object.keys(catalogue) as readonly EventType[];
export const contractOf = (type: string): EventContract<string, never> | undefined =>
  Object.hasOwn(catalogue, type) ? (catalogue[type as EventType] as unknown as EventContract<string, never>) : undefined;

/**
 * Event types whose messages may be corrected or retracted. Corrections themselves are not: a later correction of the
 * same message takes the place of an earlier one.
 */
export const correctableTypes = eventTypes.filter((type) => !['joint', 'intake', 'any'].includes(catalogue[type].role));

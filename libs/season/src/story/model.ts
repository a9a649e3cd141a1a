import type { Day, Instant } from '../calendar';
import type { EmployerCode } from '../employers';
import type { PositionGroup } from '../plan/registers.plan';

export type SanctionKind = 'moral-closed' | 'moral-open' | 'discipline-light' | 'discipline-medium' | 'discipline-heavy';

/** One civil servant in one matter; `identity` says who (the same number: the same human). */
export interface Person {
  identity: number;
  readonly employer: EmployerCode;
  position: PositionGroup;
}

/** What became of a person in a letter. Periods are indices of the plan's. */
export interface LetterPerson {
  readonly person: Person;
  sanction: SanctionKind;
  settledIn?: number;
  settledOn?: Day;
  imposed?: SanctionKind | 'separated';
  startedOn?: Day;
  /** The PPK had not begun by 26 November: the record is blocked. */
  notStarted?: boolean;
  withdrawnOn?: Day;
}

export type LetterGroup = 'overdue' | 'central' | 'closed' | 'young' | 'november' | 'december' | 'withdrawn';

/** When the complaints behind a letter were registered: in June's register or told late of it, in its own period, or as the quotas allow. */
export type Origin = 'june' | 'june-late' | 'same-period' | 'any';

export interface Letter {
  readonly origin: Origin;
  readonly group: LetterGroup;
  readonly employer: EmployerCode;
  readonly issuedOn: Day;
  /** By the end of this period it was recorded. */
  readonly period: number;
  readonly persons: LetterPerson[];
  id: string;
  number: string;
  complaints: Complaint[];
  /** Recorded only after the sanction it led to. */
  slow?: boolean;
  arrivedAt?: Instant;
}

export interface Complaint {
  id: string;
  readonly employer: EmployerCode;
  readonly registeredOn: Day;
  readonly period: number;
  readonly persons: Person[];
  category: string;
  fate: 'recommended' | 'returned' | 'not-proven' | 'examined' | 'waiting' | 'withdrawn';
  report?: Report;
  /** Persons of it against whom nothing was proven, beside the recommended. */
  notProven?: Person[];
}

export interface Report {
  id: string;
  readonly kind: 'finding' | 'report';
  readonly reportedOn: Day;
  readonly employer: EmployerCode;
  readonly persons: Person[];
  categories: string[];
  fate: 'forwarded' | 'dismissed' | 'open';
  withStudy: boolean;
  forwardedOn?: Day;
  /** Last instant by which it was recorded, when a published count needs that; and the first one. */
  readonly knownFrom?: Instant;
  readonly knownUntil?: Instant;
}

export interface Block {
  readonly letter: Letter;
  readonly subject: LetterPerson;
  readonly office: string;
  readonly blockedOn: Day;
  readonly scope: 'data' | 'services' | 'both';
  readonly liftedOn?: Day;
  readonly late?: boolean;
  readonly liftLate?: boolean;
  readonly groundless?: boolean;
}

/** Everything that happened in one season, before anybody tells it. */
export interface Story {
  readonly letters: readonly Letter[];
  readonly complaints: readonly Complaint[];
  readonly reports: readonly Report[];
  readonly blocks: readonly Block[];
}

import type { EventData, RegionEdition } from '@netral/contracts';
import type { DayNumber } from '../day';

/** Place in the log of the event that an entry of the rulebook comes from. */
export interface RulePlace {
  readonly position: string;
  readonly ordinal: number;
  readonly recordedOn: DayNumber;
}

export interface Season extends RulePlace {
  readonly id: string;
  readonly from: DayNumber;
  readonly until: DayNumber;
  readonly regionEdition: RegionEdition;
  readonly synthetic: boolean;
  readonly data: EventData<'SeasonOpened'>;
}

/** One adoption of a deadline rule; `version` counts the adoptions of its id, from 1. */
export interface DeadlineRule extends RulePlace {
  readonly id: string;
  readonly version: number;
  readonly appliesTo: 'recommendation' | 'reprimand';
  readonly days: number;
  readonly dayKind: 'calendar' | 'working';
  readonly from: 'issued' | 'delivered';
  readonly calendarId: string | undefined;
  /** null: can only be asked for, is never in force. */
  readonly validFrom: DayNumber | null;
  readonly validUntil: DayNumber | null;
  readonly data: EventData<'DeadlineRuleAdopted'>;
}

/** One adoption of a holiday calendar; `version` counts the adoptions of its id, from 1. */
export interface HolidayCalendar extends RulePlace {
  readonly id: string;
  readonly version: number;
  readonly offDays: ReadonlySet<DayNumber>;
  readonly data: EventData<'HolidayCalendarAdopted'>;
}

export interface Grant extends RulePlace {
  readonly id: string;
  readonly agency: string;
  readonly eventTypes: ReadonlySet<string>;
  /** Codes of 2019 where the region had one, so that a list holds whatever edition its codes were written in. */
  readonly employers: 'all' | ReadonlySet<string>;
  readonly validFrom: DayNumber;
  readonly validUntil: DayNumber;
  readonly data: EventData<'AuthorityGranted'>;
}

export interface CategoryList extends RulePlace {
  readonly id: string;
  readonly version: number;
  readonly agency: string;
  readonly data: EventData<'CategoryListAdopted'>;
}

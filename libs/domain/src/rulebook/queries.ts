import type { DayNumber } from '../day';
import type { CategoryList, DeadlineRule, HolidayCalendar, Season } from './entries';
import type { Rulebook } from './rulebook';

/** Seasons in the order in which they were opened. */
export const seasons = (book: Rulebook): readonly Season[] => [...book.seasons.values()];
export const season = (book: Rulebook, id: string): Season | undefined => book.seasons.get(id);
/** The season that a question means when it names none: the one opened last. */
export const latestSeason = (book: Rulebook): Season | undefined => seasons(book).at(-1);

/** The latest adoption of each rule, in the order in which their ids were first adopted. */
export const rules = (book: Rulebook): readonly DeadlineRule[] => [...book.rules.values()].map((adoptions) => adoptions.at(-1)!);
/** A rule in its latest adoption, or in the version asked. */
export const rule = (book: Rulebook, id: string, version?: number): DeadlineRule | undefined => adoption(book.rules, id, version);

export const calendars = (book: Rulebook): readonly HolidayCalendar[] => [...book.calendars.values()].map((adoptions) => adoptions.at(-1)!);
/** A calendar in its latest adoption, or in the version asked. */
export const calendar = (book: Rulebook, id: string, version?: number): HolidayCalendar | undefined => adoption(book.calendars, id, version);

/** The latest adoption of each agency's list of categories. */
export const categoryListsOf = (book: Rulebook, agency: string): readonly CategoryList[] =>
  [...book.categoryLists.values()].map((adoptions) => adoptions.at(-1)!).filter((list) => list.agency === agency);

/**
 * The rule for a letter of the given day: of the rules valid on that day, each in its latest adoption, the one adopted last. A rule
 * without `validFrom` is never in force.
 */
export const ruleInForce = (book: Rulebook, appliesTo: DeadlineRule['appliesTo'], onDay: DayNumber): DeadlineRule | undefined =>
  rules(book)
    .filter((each) => each.appliesTo === appliesTo && each.validFrom !== null && each.validFrom <= onDay)
    .filter(({ validUntil }) => validUntil === null || onDay <= validUntil)
    .reduce<DeadlineRule | undefined>((last, each) => (last === undefined || each.ordinal >= last.ordinal ? each : last), undefined);

/** The day a rule counts from; `NEVER` as the day of delivery means not delivered. */
export const startDay = ({ from }: Pick<DeadlineRule, 'from'>, issuedOn: DayNumber, deliveredOn: DayNumber): DayNumber =>
  from === 'issued' ? issuedOn : deliveredOn;

const adoption = <T>(all: ReadonlyMap<string, readonly T[]>, id: string, version: number | undefined): T | undefined => {
  const adoptions = all.get(id) ?? [];
  return version === undefined ? adoptions.at(-1) : adoptions[version - 1];
};

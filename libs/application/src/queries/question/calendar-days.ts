import { dayOf, isoOf, type DayNumber } from '@netral/domain';

/** The days that have a date of four-digit year: what a question can ask about and an answer can name. */
export const FIRST_DAY: DayNumber = dayOf('0000-01-01');
export const LAST_DAY: DayNumber = dayOf('9999-12-31');

/** The date of a day worked out, such as a due day; null for none, and for one that no date can name. */
export const dateOrNull = (day: DayNumber | null): string | null => (day === null || day < FIRST_DAY || day > LAST_DAY ? null : isoOf(day));

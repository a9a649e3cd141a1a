import { type DayNumber, NEVER, weekday } from '../day';

/** How many days, and of which kind: the part of a deadline rule that arithmetic needs. */
export interface DeadlineTerms {
  readonly days: number;
  readonly dayKind: 'calendar' | 'working';
}

/** Days that do not count beside Saturdays and Sundays. Outside its span a calendar knows only weekends. */
export interface DaysOff {
  readonly offDays: ReadonlySet<DayNumber>;
}

const SUNDAY = 0;
const SATURDAY = 6;

/** Neither Saturday, Sunday, holiday nor joint leave (cuti bersama). */
export const isWorkingDay = (day: DayNumber, calendar?: DaysOff): boolean => {
  const name = weekday(day);
  return name !== SATURDAY && name !== SUNDAY && !(calendar?.offDays.has(day) ?? false);
};

/**
 * The last day for acting: day `days` after the start, or the `days`-th working day after it; day 0 is the start itself, whatever
 * day it is. What never started (`NEVER`: not delivered) is never due.
 */
export const dueDay = ({ days, dayKind }: DeadlineTerms, start: DayNumber, calendar?: DaysOff): DayNumber => {
  if (start >= NEVER) return NEVER;
  if (dayKind === 'calendar') return start + days;
  let day = start;
  for (let left = days; left > 0; ) {
    day += 1;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
};

/** The due day of each starting day from `fromDay` to `untilDay`, both included: one look-up a letter in a scan. */
export const dueTable = (terms: DeadlineTerms, calendar: DaysOff | undefined, fromDay: DayNumber, untilDay: DayNumber): Int32Array => {
  const table = new Int32Array(Math.max(0, untilDay - fromDay + 1));
  if (table.length === 0) return table;
  let due = dueDay(terms, fromDay, calendar);
  for (let index = 0; index < table.length; index += 1) {
    // A start that moves one day on moves the due day to the next working day only when it passes a working day.
    if (index > 0) due = nextDue(terms, fromDay + index, due, calendar);
    table[index] = due;
  }
  return table;
};

const nextDue = (terms: DeadlineTerms, start: DayNumber, due: DayNumber, calendar: DaysOff | undefined): DayNumber => {
  if (terms.dayKind === 'calendar' || terms.days === 0) return start + terms.days;
  if (!isWorkingDay(start, calendar)) return due;
  let next = due + 1;
  while (!isWorkingDay(next, calendar)) next += 1;
  return next;
};

/** Calendar days past the due day; 0 on the due day and before it. Overdue is what has more than none. */
export const daysOverdue = (dueOn: DayNumber, asOf: DayNumber): number => Math.max(0, asOf - dueOn);

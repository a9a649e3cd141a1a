import type { Random } from './random';

/** Whole days since 1970-01-01, as calendar days of Asia/Jakarta. */
export type Day = number;
/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const JAKARTA_MS = 7 * MS_PER_HOUR;
const FIRST = 18_262; // 2020-01-01
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28] as const;
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

const DATES: readonly string[] = MONTH_LENGTHS.flatMap((length, index) =>
  Array.from({ length }, (_, date) => `${2020 + Math.floor(index / 12)}-${pad((index % 12) + 1)}-${pad(date + 1)}`));

const days = new Map(DATES.map((date, index) => [date, FIRST + index]));

/** Day of a date. @throws RangeError outside January 2020 to February 2021: a season needs no more */
export const day = (iso: string): Day => {
  const value = days.get(iso);
  if (value === undefined) throw new RangeError(`a date outside the generator's calendar: ${iso}`);
  return value;
};

/** `YYYY-MM-DD`. @throws RangeError outside January 2020 to February 2021 */
export const isoDay = (value: Day): string => {
  const date = DATES[value - FIRST];
  if (date === undefined) throw new RangeError(`a day outside the generator's calendar: ${value}`);
  return date;
};

export const startOf = (value: Day): Instant => value * MS_PER_DAY - JAKARTA_MS;
/** Last millisecond of a day in Jakarta. */
export const endOf = (value: Day): Instant => startOf(value + 1) - 1;
export const hoursAfter = (instant: Instant, hours: number): Instant => instant + Math.round(hours * MS_PER_HOUR);
export const dayOfInstant = (instant: Instant): Day => Math.floor((instant + JAKARTA_MS) / MS_PER_DAY);

const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
};
/** RFC 3339 in UTC, with milliseconds. */
export const utc = (instant: Instant): string => {
  const date = Math.floor(instant / MS_PER_DAY);
  const ms = instant - date * MS_PER_DAY;
  return `${date < FIRST ? '2019-12-31' : isoDay(date)}T${clock(ms)}.${pad(ms % 1000, 3)}Z`;
};
/** RFC 3339 with Jakarta's offset, in whole seconds. */
export const jakarta = (instant: Instant): string =>
  `${isoDay(dayOfInstant(instant))}T${clock(instant + JAKARTA_MS - dayOfInstant(instant) * MS_PER_DAY)}+07:00`;

// National holidays and joint leave that offices kept in 2020, as days on which no letter is signed.
const CLOSED = new Set(
  ['2020-01-01', '2020-01-25', '2020-03-25', '2020-04-10', '2020-05-01', '2020-05-07', '2020-05-21', '2020-05-22', '2020-05-25',
    '2020-05-26', '2020-06-01', '2020-07-31', '2020-08-17', '2020-08-20', '2020-08-21', '2020-10-28', '2020-10-29', '2020-10-30',
    '2020-12-09', '2020-12-24', '2020-12-25', '2020-12-31', '2021-01-01'].map(day),
);
/** Offices are open from Monday to Friday; the first of January 1970 was a Thursday. */
export const isWorkday = (value: Day): boolean => {
  const weekday = (value + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !CLOSED.has(value);
};

/** A day on which an office is open from `from` to `until`, both included; the last day when none is. */
export const workdayBetween = (random: Random, from: Day, until: Day): Day => {
  for (let tries = 0; tries < 40; tries += 1) {
    const candidate = random.int(from, Math.max(from, until));
    if (isWorkday(candidate)) return candidate;
  }
  for (let candidate = until; candidate >= from; candidate -= 1) if (isWorkday(candidate)) return candidate;
  return Math.max(from, until);
};

/** Whole days since 1970-01-01, calendar days of Asia/Jakarta. */
export type DayNumber = number;

/** "On no day": later than every day, so that `day <= asOf` is false. */
export const NEVER: DayNumber = 2_147_483_647;

const MS_PER_DAY = 86_400_000;
const JAKARTA_OFFSET_MS = 7 * 3_600_000;
const DAYS_PER_ERA = 146_097;
const EPOCH_FROM_MARCH_0000 = 719_468;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a date `YYYY-MM-DD`. Throws a RangeError when the text is not a day that exists (`2020-02-30`). */
export const dayOf = (iso: string): DayNumber => {
  const parts = ISO_DAY.exec(iso);
  if (parts === null) throw new RangeError(`not a day: found ${iso}, expected YYYY-MM-DD`);
  const day = dayOfCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (isoOf(day) !== iso) throw new RangeError(`not a day: found ${iso}, expected a day that exists`);
  return day;
};

/** The date `YYYY-MM-DD` of a day, for years 0000 to 9999. Throws a RangeError outside them, so also for `NEVER`. */
export const isoOf = (day: DayNumber): string => {
  const shifted = day + EPOCH_FROM_MARCH_0000;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 0 && year <= 9_999)) throw new RangeError(`not a day with a date: found ${day}`);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`;
};

/** The calendar day in Jakarta (UTC+7, no summer time) of an instant in milliseconds since 1970-01-01T00:00Z. */
export const jakartaDayOf = (instantMs: number): DayNumber => Math.floor((instantMs + JAKARTA_OFFSET_MS) / MS_PER_DAY);

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

// Days from civil date with years that begin in March, so that the leap day is the last of its year.
const dayOfCivil = (year: number, month: number, dayOfMonth: number): DayNumber => {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_FROM_MARCH_0000;
};

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

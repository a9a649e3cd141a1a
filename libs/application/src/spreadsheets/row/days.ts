import { isDay, isInstant } from '@netral/contracts';
import { read, unread, type ReadCell } from './problems';

const EXPECTED = 'a day: 26/10/2020, 26 Oktober 2020 or 2020-10-26';
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'], ['februari', 'feb', 'pebruari', 'february'], ['maret', 'mar', 'march'], ['april', 'apr'], ['mei', 'may'], ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'], ['agustus', 'agu', 'agt', 'ags', 'august', 'aug'], ['september', 'sep', 'sept'], ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov', 'nopember', 'nop'], ['desember', 'des', 'december', 'dec'],
];
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/;
const WORDS = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{2}|\d{4})$/;
const DAY_MS = 86_400_000;
/** Serials of 2000-01-01 and 2099-12-31: a bare number outside is something else than a day. */
const [FIRST, LAST] = [Date.UTC(2000, 0, 1), Date.UTC(2099, 11, 31)];

const two = (value: string | number): string => String(value).padStart(2, '0');

const dayOf = (year: string, month: number, day: string, found: string): ReadCell => {
  if (year.length !== 4) return unread('short-year', found, 'a year of four digits');
  const iso = `${year}-${two(month)}-${two(day)}`;
  return isDay(iso) ? read(iso) : unread('not-a-day', found, `${EXPECTED}; a day that exists`);
};

/** A day as people write it in Indonesia, or in ISO. The day stands before the month: nothing else is guessed at. */
export const readDayText = (text: string, found: string): ReadCell => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? read(text) : unread('not-a-day', found, `${EXPECTED}; a day that exists`);
  const [, day, , month, year] = NUMBERS.exec(text) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) {
    if (Number(month) > 12 && Number(day) <= 12) return unread('month-first', found, 'the day before the month: 26/10/2020');
    return dayOf(year, Number(month), day, found);
  }
  const [, dayNumber, name, wordYear] = WORDS.exec(text.toLowerCase().replace(/\s+/g, ' ')) ?? [];
  const index = MONTHS.findIndex((names) => name !== undefined && names.includes(name));
  if (dayNumber !== undefined && wordYear !== undefined && index >= 0) return dayOf(wordYear, index + 1, dayNumber, found);
  if (/^\d{5}([.,]\d+)?$/.test(text)) return unread('bare-serial', found, EXPECTED);
  if (/\d[T ]\d{1,2}[.:]\d{2}/.test(text)) return unread('day-with-time', found, EXPECTED);
  return unread('not-a-day', found, EXPECTED);
};

/**
 * A day as a spreadsheet keeps it: days since the end of 1899 (with a 29 February 1900 that never was, so that only what lies after
 * it is certain), or since the first day of 1904.
 */
export const readSerial = (serial: number, date1904: boolean, bare: boolean): ReadCell => {
  if (!Number.isInteger(serial)) return unread(bare ? 'bare-serial' : 'day-with-time', bare ? 'a number' : 'a date with a time', EXPECTED);
  const ms = (serial - (date1904 ? 24_107 : 25_569)) * DAY_MS;
  if (ms < FIRST || ms > LAST) return unread(bare ? 'bare-serial' : 'not-a-day', bare ? 'a number' : 'a date outside 2000 to 2099', EXPECTED);
  return read(new Date(ms).toISOString().slice(0, 10));
};

export const readInstantText = (text: string, found: string): ReadCell =>
  isInstant(text) ? read(text) : unread('not-an-instant', found, 'an instant: 2020-10-26T14:30:00+07:00');

import { dayOf, type DayNumber } from '@netral/domain';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const JAKARTA_OFFSET_MS = 7 * 60 * MS_PER_MINUTE;
/** Years before 0000 and after 9999 are written longer: no answer can name them. */
const JAKARTA_INSTANT_CHARACTERS = 29;
// A plus sign that was not escaped in an address arrives as a space.
const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:([Zz])|([+\- ])(\d{2}):(\d{2}))$/;

/** The day of a text `YYYY-MM-DD`; undefined if there is no such day. */
export const readDay = (text: string): DayNumber | undefined => {
  try {
    return dayOf(text);
  } catch {
    return undefined;
  }
};

/** Milliseconds since 1970 of an RFC 3339 instant with offset; undefined if it is none. Parts of a millisecond are cut. */
export const readInstant = (text: string): number | undefined => {
  const parts = RFC_3339.exec(text);
  if (parts === null) return undefined;
  const [, date = '', hour, minute, second, fraction = '', , sign, offsetHour = '0', offsetMinute = '0'] = parts;
  const day = readDay(date);
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  if (day === undefined || clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return undefined;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * MS_PER_MINUTE * (sign === '-' ? -1 : 1);
  const time = ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  const instant = day * MS_PER_DAY + time - offset;
  return jakartaInstant(instant).length === JAKARTA_INSTANT_CHARACTERS ? instant : undefined;
};

/** The last millisecond of a day in Asia/Jakarta. */
export const endOfDay = (day: DayNumber): number => (day + 1) * MS_PER_DAY - JAKARTA_OFFSET_MS - 1;

/** RFC 3339 at Jakarta's offset, with milliseconds: `2020-11-02T23:59:59.999+07:00`. */
export const jakartaInstant = (ms: number): string => new Date(ms + JAKARTA_OFFSET_MS).toISOString().replace('Z', '+07:00');

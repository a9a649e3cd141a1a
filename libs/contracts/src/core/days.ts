const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether such a day exists in the (proleptic) Gregorian calendar. */
export const dayExists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);

/** `YYYY-MM-DD` of a day that exists. */
export const isDay = (text: string): boolean => {
  const parts = DAY.exec(text);
  return parts !== null && dayExists(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

/**
 * RFC 3339 with seconds and offset, in capital letters. Leap seconds are refused: no calendar arithmetic after this
 * could hold them, and no agency's office has ever needed one.
 */
export const isInstant = (text: string): boolean => {
  const parts = INSTANT.exec(text);
  return parts !== null && isDay(parts[1] ?? '');
};

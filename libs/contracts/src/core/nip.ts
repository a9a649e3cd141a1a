import { dayExists } from './days';

const DIGITS = /^\d{18}$/;
const YOUNGEST_YEARS = 16;

/**
 * Whether a text can be a NIP (18 digits, no check digit): `ok`, or in words what is wrong, without any of its digits.
 *
 * PNS: birth YYYYMMDD · appointment YYYYMM · sex 1 or 2 · serial 001–999. PPPK: birth · year YYYY · `2` and the count
 * of contracts 1–9 · sex · serial. Digits 13–14 tell them apart: a month is 01–12, the other 21–29. Nobody is appointed
 * before the sixteenth year after birth (sources say 16 to 18). Source: public implementations of the number's form.
 */
export const checkNip = (text: string): 'ok' | string => {
  if (!DIGITS.test(text)) return 'not 18 digits';
  const number = (from: number, until: number): number => Number(text.slice(from, until));
  const [year, month, day] = [number(0, 4), number(4, 6), number(6, 8)];
  if (year < 1900 || year > 2099 || !dayExists(year, month, day)) return 'no birth date in digits 1 to 8';
  const [appointed, kind] = [number(8, 12), number(12, 14)];
  if (appointed < 1900 || appointed > 2099) return 'no year of appointment in digits 9 to 12';
  const contract = kind >= 21 && kind <= 29;
  if (!contract && (kind < 1 || kind > 12)) return 'neither a month (01 to 12) nor a contract (21 to 29) in digits 13 and 14';
  const years = appointed - year - (!contract && kind < month ? 1 : 0);
  if (years < YOUNGEST_YEARS) return `appointed earlier than ${YOUNGEST_YEARS} years after birth`;
  if (!['1', '2'].includes(text[14] ?? '')) return 'neither 1 nor 2 (sex) in digit 15';
  return text.endsWith('000') ? 'serial 000 in digits 16 to 18' : 'ok';
};

/** Whatever is neither a letter nor a digit may stand between the digits of one number. */
const BETWEEN = /[^\p{L}\p{Nd}]+/gu;
const FOREIGN_DIGIT = /[^\P{Nd}0-9]/gu;
const LONG_NUMBER = /\d{18,}/g;

/** Decimal digits of a script stand together in Unicode, zero first: a digit is worth the number of those before it. */
const valueOf = (digit: string): string => {
  const code = digit.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
};

/** Nearly every text has fewer than 18 characters that could be digits: then no search is needed. */
const couldHoldNip = (text: string): boolean => {
  if (text.length < 18) return false;
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if ((unit >= 48 && unit <= 57) || unit > 127) digits += 1;
  }
  return digits >= 18;
};

/**
 * Whether a text holds a plausible NIP anywhere, also with spaces, dots, dashes or any other signs between its digits, or in
 * the digits of another script: such a text may not be stored in the log or shown.
 */
export const containsNip = (text: string): boolean => {
  if (!couldHoldNip(text)) return false;
  const runs = text.normalize('NFKC').replace(BETWEEN, '').replace(FOREIGN_DIGIT, valueOf).match(LONG_NUMBER) ?? [];
  return runs.some((run) => {
    for (let from = 0; from + 18 <= run.length; from += 1) if (checkNip(run.slice(from, from + 18)) === 'ok') return true;
    return false;
  });
};

import { read, unread, type ReadCell } from './problems';

const EXPECTED = 'a whole number: 1234 or 1.234';
const DIGITS_MAX = 15;
/** Dots between thousands, a comma before decimals, as in Indonesia. */
const PLAIN = /^[+-]?\d+$/;
const GROUPED = /^([+-]?\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/;
const DECIMAL = /^([+-]?\d+),(\d+)$/;
const ENGLISH = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

const whole = (digits: string, decimals: string, found: string): ReadCell => {
  if (digits.replace(/\D/g, '').length > DIGITS_MAX) return unread('not-a-number', found, EXPECTED);
  return /^0*$/.test(decimals) ? read(Number(digits)) : unread('not-a-number', found, EXPECTED);
};

/** A whole number in the Indonesian form; what English would read otherwise is refused where both could be meant. */
export const readInteger = (text: string, found: string): ReadCell => {
  if (PLAIN.test(text)) return whole(text, '', found);
  const [, grouped, rest = ''] = GROUPED.exec(text) ?? [];
  if (grouped !== undefined) return whole(grouped.replaceAll('.', ''), rest, found);
  // `1,234` is a thousand to one reader and one and a bit to another.
  if (ENGLISH.test(text)) return unread('ambiguous-number', found, EXPECTED);
  const [, digits, decimals = ''] = DECIMAL.exec(text) ?? [];
  return digits === undefined ? unread('not-a-number', found, EXPECTED) : whole(digits, decimals, found);
};

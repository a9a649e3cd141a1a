import { shapeOf } from '@netral/contracts';
import { read, unread, type ReadCell } from './problems';

const EXPECTED = 'a NIP as text of 18 digits';
const EXPONENT = /^\d([.,]\d+)?[eE]\+?\d+$/;
/** The way it is printed on letters: birth, appointment, sex, serial. */
const PRINTED = /^(\d{8}) (\d{6}) (\d) (\d{3})$/;

/**
 * A NIP as text. What a spreadsheet makes of one that was typed as a number is recognised; the number is gone and nobody can tell
 * it from what is left. Found is said in shape only.
 */
export const readNip = (text: string): ReadCell => {
  if (/^['\u2018\u2019`]/.test(text)) return unread('nip-apostrophe', 'an apostrophe before the digits', EXPECTED);
  if (EXPONENT.test(text)) return unread('nip-exponent', 'a number with an exponent', EXPECTED);
  const digits = text.replace(/\s+/g, ' ').replace(PRINTED, '$1$2$3$4');
  // Serials begin with 001: three zeros are what is left of a number with more digits than a spreadsheet keeps.
  if (/^\d{15}000$/.test(digits)) return unread('nip-rounded', '18 digits of which the last three are zeros', EXPECTED);
  if (/^\d{17}$/.test(digits)) return unread('nip-short', shapeOf(digits), EXPECTED);
  return read(digits);
};

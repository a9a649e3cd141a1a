import { mayHoldNumber, shapeOf } from '@netral/contracts';
import type { Cell } from '../file/sheet';
import { isPersonal } from '../template/columns';
import type { Leaf } from '../template/nodes';
import { readDayText, readInstantText, readSerial } from './days';
import { readNip } from './nip';
import { readInteger } from './numbers';
import { read, unread, type ReadCell } from './problems';

const SHOWN_MAX = 60;
const BOOLEANS: Readonly<Record<string, boolean>> = { ya: true, yes: true, true: true, benar: true, tidak: false, no: false, false: false, salah: false };

/** What stood there, in shape where it is, or may hold, what identifies a person. */
export const foundText = (text: string, leaf: Pick<Leaf, 'form'> | undefined): string => {
  if ((leaf !== undefined && isPersonal(leaf)) || mayHoldNumber(text.slice(0, 1000)) || text.length > 1000) return shapeOf(text);
  const shown = text.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd');
  return [...shown].length > SHOWN_MAX ? `${[...shown].slice(0, SHOWN_MAX).join('')}…` : shown;
};

/** `all`, or codes between semicolons. */
const readCodes = (text: string): ReadCell => (text === 'all' ? read(text) : read(text.split(';').map((code) => code.trim()).filter((code) => code !== '')));

const readText = (sent: string, leaf: Leaf, found: string): ReadCell => {
  const text = sent.trim();
  if (text.includes('\ufffd')) return unread('lost-character', found, leaf.expected);
  switch (leaf.form) {
    case 'nip': return readNip(text);
    case 'day': return readDayText(text, found);
    case 'instant': return readInstantText(text, found);
    case 'integer': return readInteger(text, found);
    case 'boolean': {
      const value = BOOLEANS[text.toLowerCase()];
      return value === undefined ? unread('not-yes-or-no', found, 'ya or tidak') : read(value);
    }
    case 'all-or-codes': return readCodes(text);
    default: return read(text);
  }
};

const readNumber = (value: number, leaf: Leaf, date1904: boolean): ReadCell => {
  switch (leaf.form) {
    case 'nip': return unread('nip-as-number', 'a number', 'a NIP as text of 18 digits');
    case 'day': return readSerial(value, date1904, true);
    case 'integer': return Number.isSafeInteger(value) ? read(value) : unread('not-a-number', 'a number that is not whole', leaf.expected);
    case 'code': {
      const code = String(value);
      return leaf.codes?.includes(code) === true ? read(code) : unread('number-in-text', 'a number', leaf.expected);
    }
    default: return unread('number-in-text', 'a number', leaf.expected);
  }
};

/** The value of a cell in its column, or why there is none: nothing is guessed at. */
export const readCell = (cell: Cell, leaf: Leaf, date1904: boolean): ReadCell => {
  switch (cell.kind) {
    case 'text': return readText(cell.text, leaf, foundText(cell.text.trim(), leaf));
    case 'number': return readNumber(cell.value, leaf, date1904);
    case 'date': return leaf.form === 'day' ? readSerial(cell.serial, date1904, false) : unread(leaf.form === 'nip' ? 'nip-as-number' : 'date-in-text', 'a date', leaf.expected);
    case 'boolean': return leaf.form === 'boolean' ? read(cell.value) : unread('number-in-text', String(cell.value), leaf.expected);
    case 'formula': return unread('formula', 'a formula', leaf.expected);
    case 'error': return unread('error-value', 'an error', leaf.expected);
  }
};

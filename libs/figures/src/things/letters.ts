import { sanctionClass, sanctionsImposed } from '@netral/contracts';
import { dayColumn, derived, employerColumns, keyColumn, ofDays, textColumn } from './columns';
import type { Moment } from './known';
import { letterBooks, personBooks, State, stateSet, type LetterBook, type PersonBook } from './letter-book';
import { people, things, type Column, type Columns, type Things } from './things';

export interface LetterSelection {
  /** States counted, of persons or of letters. */
  readonly states: readonly State[];
  /** The thing's own day: the letter's date, or the day it was settled. */
  readonly day: 'issued' | 'settled';
  /** States that count in the numerator of a rate. */
  readonly part?: readonly State[];
}

/** Persons of letters, or letters, that are in one of the states at the moment. */
export const inState = (moment: Moment, unit: string, selection: LetterSelection): readonly Things[] =>
  unit === 'persons'
    ? personBooks(moment).map((book) => personsOf(book, selection))
    : letterBooks(moment).map((book) => lettersOf(book, selection));

const personsOf = (book: PersonBook, { states, day, part }: LetterSelection): Things => {
  const indices = indicesIn(book.states, states);
  const picked = indices.map((index) => book.rows[index]!);
  return things(picked.length, columnsOf(book, picked, day), part === undefined ? {} : { part: flags(book.states, indices, part) });
};

const columnsOf = ({ table }: PersonBook, picked: Int32Array, day: LetterSelection['day']): Columns => {
  const sanction = () => textColumn(table.text('sanction'), picked);
  return {
    ...employerColumns(() => textColumn(table.text('employer'), picked)),
    sanction,
    class: () => derived(sanction(), sanctionClass),
    sanctionImposed: () => textColumn(table.text('sanctionImposed'), picked),
    day: () => dayColumn(table.int(day === 'issued' ? 'issuedOn' : 'settledOn'), picked),
  };
};

/** Places at which one of these states stands: indices of persons in a book, or numbers of letters. */
export const indicesIn = (states: Uint8Array, wanted: readonly State[]): Int32Array => {
  const isWanted = stateSet(wanted);
  const indices = new Int32Array(states.length);
  let count = 0;
  for (let index = 0; index < states.length; index += 1) if (isWanted[states[index]!] === 1) indices[count++] = index;
  return indices.subarray(0, count);
};

const flags = (states: Uint8Array, indices: Int32Array, wanted: readonly State[]): Uint8Array => {
  const isWanted = stateSet(wanted);
  const found = new Uint8Array(indices.length);
  for (let index = 0; index < indices.length; index += 1) found[index] = isWanted[states[indices[index]!]!]!;
  return found;
};

const lettersOf = (book: LetterBook, { states, day, part }: LetterSelection): Things => {
  const { table, head, letterStates } = book;
  const docs = indicesIn(letterStates, states);
  const heads = docs.map((doc) => head[doc]!);
  const left = [State.settled, State.inProcess, State.notStarted];
  const sanction = () => heaviest(book, docs, 'sanction', left);
  return things(
    docs.length,
    {
      ...employerColumns(() => textColumn(table.text('employer'), heads)),
      sanction,
      class: () => derived(sanction(), sanctionClass),
      sanctionImposed: () => heaviest(book, docs, 'sanctionImposed', [State.settled]),
      day: () => (day === 'issued' ? dayColumn(table.int('issuedOn'), heads) : lastSettled(book, docs)),
    },
    {
      people: () => {
        const rows = indicesIn(book.states, left).map((index) => book.rows[index]!);
        return people(rows.map(indexBy(docs, head.length, (row) => table.doc[row]!)), columnsOf(book, rows, day));
      },
      ...(part === undefined ? {} : { part: flags(letterStates, docs, part) }),
    },
  );
};

/** Where in a list of numbers below a bound the number of a row stands; -1 where it does not. */
export const indexBy = (numbers: Int32Array, bound: number, numberOf: (row: number) => number) => {
  const indices = new Int32Array(bound).fill(-1);
  numbers.forEach((number, index) => (indices[number] = index));
  return (row: number): number => indices[numberOf(row)]!;
};

const byWeight = sanctionsImposed.entries.map(({ code }) => code);

/** A letter whose persons differ stands under the heaviest sanction among its persons in these states. */
const heaviest = (book: LetterBook, docs: Int32Array, name: 'sanction' | 'sanctionImposed', states: readonly State[]): Column => {
  const { codes, values } = book.table.text(name);
  const rank = Int32Array.from(values, (value) => byWeight.indexOf(value));
  return keyColumn(mostOf(book, docs, states, -1, (row) => rank[codes[row]!]!), byWeight);
};

/** A letter is settled when the last of its persons left is. */
const lastSettled = (book: LetterBook, docs: Int32Array): Column => {
  const settledOn = book.table.int('settledOn');
  return ofDays(mostOf(book, docs, [State.settled], -2_147_483_648, (row) => settledOn[row]!));
};

/** The greatest value among a letter's persons in these states. */
const mostOf = (book: LetterBook, docs: Int32Array, states: readonly State[], least: number, valueOf: (row: number) => number): Int32Array => {
  const isWanted = stateSet(states);
  const most = new Int32Array(book.head.length).fill(least);
  for (let index = 0; index < book.rows.length; index += 1) {
    if (isWanted[book.states[index]!] === 0) continue;
    const row = book.rows[index]!;
    const doc = book.table.doc[row]!;
    const value = valueOf(row);
    if (value > most[doc]!) most[doc] = value;
  }
  return docs.map((doc) => most[doc]!);
};

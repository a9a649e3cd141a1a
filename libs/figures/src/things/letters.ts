import { sanctionClass, sanctionsImposed } from '@netral/contracts';
import { dayColumn, derived, employerColumns, keyColumn, ofDays, textColumn } from './columns';
import type { Moment } from './known';
import { letterBooks, State, type LetterBook } from './letter-book';
import { things, type Column, type Things } from './things';

export type LetterUnit = 'persons' | 'recommendations';
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
  letterBooks(moment).map((book) => (unit === 'persons' ? personsOf(book, selection) : lettersOf(book, selection)));

const personsOf = (book: LetterBook, { states, day, part }: LetterSelection): Things => {
  const picked = pickPersons(book, (index) => states.includes(book.personState[index]! as State));
  const { table } = book;
  const stateOf = new Uint8Array(table.length);
  for (let index = 0; index < book.rows.length; index += 1) stateOf[book.rows[index]!] = book.personState[index]!;
  const sanction = () => textColumn(table.text('sanction'), picked);
  return things(
    picked.length,
    {
      ...employerColumns(() => textColumn(table.text('employer'), picked)),
      sanction,
      class: () => derived(sanction(), sanctionClass),
      sanctionImposed: () => textColumn(table.text('sanctionImposed'), picked),
      day: () => dayColumn(table.int(day === 'issued' ? 'issuedOn' : 'settledOn'), picked),
    },
    part === undefined ? {} : { part: Uint8Array.from(picked, (row) => (part.includes(stateOf[row]! as State) ? 1 : 0)) },
  );
};

/** Rows of persons for whose index in the book the test holds. */
export const pickPersons = (book: LetterBook, test: (index: number) => boolean): Int32Array => {
  const picked = new Int32Array(book.rows.length);
  let count = 0;
  for (let index = 0; index < book.rows.length; index += 1) if (test(index)) picked[count++] = book.rows[index]!;
  return picked.subarray(0, count);
};

/** Numbers of the letters for which the test holds. */
export const pickLetters = (book: LetterBook, test: (doc: number) => boolean): Int32Array => {
  const picked = new Int32Array(book.head.length);
  let count = 0;
  for (let doc = 0; doc < book.head.length; doc += 1) if (book.head[doc]! >= 0 && test(doc)) picked[count++] = doc;
  return picked.subarray(0, count);
};

const lettersOf = (book: LetterBook, { states, day, part }: LetterSelection): Things => {
  const docs = pickLetters(book, (doc) => states.includes(book.letterState[doc]! as State));
  const heads = docs.map((doc) => book.head[doc]!);
  const { table, persons } = book;
  const sanction = () => heaviest(book, docs, 'sanction', [State.settled, State.inProcess, State.notStarted]);
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
      persons: docs.map((doc) => persons[State.settled]![doc]! + persons[State.inProcess]![doc]! + persons[State.notStarted]![doc]!),
      ...(part === undefined ? {} : { part: Uint8Array.from(docs, (doc) => (part.includes(book.letterState[doc]! as State) ? 1 : 0)) }),
    },
  );
};

const byWeight = sanctionsImposed.entries.map(({ code }) => code);

/** A letter whose persons differ stands under the heaviest sanction among its persons in these states. */
const heaviest = (book: LetterBook, docs: Int32Array, name: 'sanction' | 'sanctionImposed', states: readonly State[]): Column => {
  const { codes, values } = book.table.text(name);
  const rank = values.map((value) => byWeight.indexOf(value));
  const most = new Int32Array(book.head.length).fill(-1);
  for (let index = 0; index < book.rows.length; index += 1) {
    if (!states.includes(book.personState[index]! as State)) continue;
    const row = book.rows[index]!;
    const doc = book.table.doc[row]!;
    if (rank[codes[row]!]! > most[doc]!) most[doc] = rank[codes[row]!]!;
  }
  return keyColumn(docs.map((doc) => most[doc]!), byWeight);
};

/** A letter is settled when the last of its persons left is. */
const lastSettled = (book: LetterBook, docs: Int32Array): Column => {
  const settledOn = book.table.int('settledOn');
  const last = new Int32Array(book.head.length);
  for (let index = 0; index < book.rows.length; index += 1) {
    if (book.personState[index] !== State.settled) continue;
    const row = book.rows[index]!;
    const doc = book.table.doc[row]!;
    if (settledOn[row]! > last[doc]!) last[doc] = settledOn[row]!;
  }
  return ofDays(docs.map((doc) => last[doc]!));
};

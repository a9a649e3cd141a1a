import { ageBandOf, ageBands, employerKind } from '@netral/contracts';
import { dueDays, type DueDays } from '../deadlines/due-days';
import { employerColumns, keyColumn, textColumn } from './columns';
import type { Moment } from './known';
import { letterBooks, State, type LetterBook } from './letter-book';
import { pickLetters, pickPersons } from './letters';
import { things, type Column, type Things } from './things';

/** Open letters past their due day; or their unsettled persons; or the employers of kind region that hold at least one. */
export const overdueThings = (moment: Moment, unit: string): readonly Things[] => {
  const due = dueDays(moment);
  return letterBooks(moment).map((book) => {
    if (unit === 'persons') return overduePersons(moment, book, due);
    const docs = overdueLetters(moment, book, due);
    return unit === 'regions' ? regionsOf(moment, book, docs, due) : lettersOf(moment, book, docs, due);
  });
};

const isOpen = (state: number): boolean => state === State.inProcess || state === State.notStarted;

/** Due day of a letter by one of its rows; NEVER when it has none (yet). */
export const dueOnOf = (book: LetterBook, due: DueDays) => {
  const [issuedOn, deliveredOn] = [book.table.int('issuedOn'), book.table.int('deliveredOn')];
  return (row: number): number => due.dueOn(issuedOn[row]!, deliveredOn[row]!);
};

export const overdueLetters = (moment: Moment, book: LetterBook, due: DueDays): Int32Array => {
  const dueOn = dueOnOf(book, due);
  return pickLetters(book, (doc) => isOpen(book.letterState[doc]!) && dueOn(book.head[doc]!) < moment.asOf);
};

const overduePersons = (moment: Moment, book: LetterBook, due: DueDays): Things => {
  const dueOn = dueOnOf(book, due);
  const rows = pickPersons(book, (index) => isOpen(book.personState[index]!) && dueOn(book.rows[index]!) < moment.asOf);
  return things(rows.length, columnsOf(moment, book, rows, due));
};

const lettersOf = (moment: Moment, book: LetterBook, docs: Int32Array, due: DueDays): Things =>
  things(docs.length, columnsOf(moment, book, docs.map((doc) => book.head[doc]!), due), { persons: docs.map((doc) => unsettled(book, doc)) });

/** A region stands under its oldest overdue letter: the one overdue for the most days. */
const regionsOf = (moment: Moment, book: LetterBook, docs: Int32Array, due: DueDays): Things => {
  const { codes, values } = book.table.text('employer');
  const dueOn = dueOnOf(book, due);
  const isRegion = values.map((code) => employerKind(code) === 'region');
  const oldest = new Int32Array(values.length).fill(-1);
  const persons = new Int32Array(values.length);
  for (const doc of docs) {
    const row = book.head[doc]!;
    const employer = codes[row]!;
    if (!isRegion[employer]) continue;
    persons[employer]! += unsettled(book, doc);
    if (oldest[employer]! < 0 || dueOn(row) < dueOn(oldest[employer]!)) oldest[employer] = row;
  }
  const heads = oldest.filter((row) => row >= 0);
  return things(heads.length, columnsOf(moment, book, heads, due), { persons: heads.map((row) => persons[codes[row]!]!) });
};

const unsettled = (book: LetterBook, doc: number): number => book.persons[State.inProcess]![doc]! + book.persons[State.notStarted]![doc]!;

const columnsOf = (moment: Moment, book: LetterBook, rows: Int32Array, due: DueDays) => ({
  ...employerColumns(() => textColumn(book.table.text('employer'), rows)),
  ageBand: () => ageBandColumn(moment, book, rows, due),
});

const bands = ageBands.entries.map(({ code }) => code);

const ageBandColumn = (moment: Moment, book: LetterBook, rows: Int32Array, due: DueDays): Column => {
  const dueOn = dueOnOf(book, due);
  return keyColumn(rows.map((row) => bands.indexOf(ageBandOf(moment.asOf - dueOn(row)) ?? '')), bands);
};

import { ageBandOf, ageBands, employerKind } from '@netral/contracts';
import { dueDays, type DueDays } from '../deadlines/due-days';
import { employerColumns, keyColumn, textColumn } from './columns';
import type { Moment } from './known';
import { letterBooks, openStates, personBooks, type LetterBook, type PersonBook } from './letter-book';
import { indexBy, indicesIn } from './letters';
import { people, things, type Columns, type Things } from './things';

/** Open letters past their due day; or their unsettled persons; or the employers of kind region that hold at least one. */
export const overdueThings = (moment: Moment, unit: string): readonly Things[] => {
  const due = dueDays(moment);
  if (unit === 'persons') return personBooks(moment).map((book) => personsOf(moment, book, due));
  return letterBooks(moment).map((book) => {
    const open = indicesIn(book.letterStates, openStates).map((doc) => book.head[doc]!);
    const heads = overdueRows(moment, book, open, due);
    return unit === 'regions' ? regionsOf(moment, book, heads, due) : lettersOf(moment, book, heads, due);
  });
};

/** Due day of a letter by one of its rows; NEVER when it has none (yet). */
export const dueOnOf = ({ table }: PersonBook, due: DueDays) => {
  const [issuedOn, deliveredOn] = [table.int('issuedOn'), table.int('deliveredOn')];
  return (row: number): number => due.dueOn(issuedOn[row]!, deliveredOn[row]!);
};

const overdueRows = ({ asOf }: Moment, book: PersonBook, rows: Int32Array, due: DueDays): Int32Array => {
  const dueOn = dueOnOf(book, due);
  const overdue = new Int32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) if (dueOn(rows[index]!) < asOf) overdue[count++] = rows[index]!;
  return overdue.subarray(0, count);
};

const personsOf = (moment: Moment, book: PersonBook, due: DueDays): Things => {
  const rows = unsettledRows(moment, book, due);
  return things(rows.length, columnsOf(moment, book, rows, due));
};

const unsettledRows = (moment: Moment, book: PersonBook, due: DueDays): Int32Array =>
  overdueRows(moment, book, indicesIn(book.states, openStates).map((index) => book.rows[index]!), due);

/** The unsettled persons of letters or regions, by what numbers these. */
const peopleOf = (moment: Moment, book: LetterBook, due: DueDays, heads: Int32Array, bound: number, numberOf: (row: number) => number) => () => {
  const rows = unsettledRows(moment, book, due);
  return people(rows.map(indexBy(heads.map(numberOf), bound, numberOf)), columnsOf(moment, book, rows, due));
};

const lettersOf = (moment: Moment, book: LetterBook, heads: Int32Array, due: DueDays): Things =>
  things(heads.length, columnsOf(moment, book, heads, due), { people: peopleOf(moment, book, due, heads, book.table.docs, (row) => book.table.doc[row]!) });

/** A region stands under its oldest overdue letter: the one overdue for the most days. */
const regionsOf = (moment: Moment, book: LetterBook, heads: Int32Array, due: DueDays): Things => {
  const { codes, values } = book.table.text('employer');
  const dueOn = dueOnOf(book, due);
  const isRegion = values.map((code) => employerKind(code) === 'region');
  const oldest = new Int32Array(values.length).fill(-1);
  for (const row of heads) {
    const employer = codes[row]!;
    if (!isRegion[employer]) continue;
    if (oldest[employer]! < 0 || dueOn(row) < dueOn(oldest[employer]!)) oldest[employer] = row;
  }
  const regions = oldest.filter((row) => row >= 0);
  return things(regions.length, columnsOf(moment, book, regions, due), { people: peopleOf(moment, book, due, regions, values.length, (row) => codes[row]!) });
};

const bands = ageBands.entries.map(({ code }) => code);

const columnsOf = (moment: Moment, book: PersonBook, rows: Int32Array, due: DueDays): Columns => {
  const dueOn = dueOnOf(book, due);
  return {
    ...employerColumns(() => textColumn(book.table.text('employer'), rows)),
    ageBand: () => keyColumn(rows.map((row) => bands.indexOf(ageBandOf(moment.asOf - dueOn(row)) ?? '')), bands),
  };
};

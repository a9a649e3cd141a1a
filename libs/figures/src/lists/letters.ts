import { employerKind, provinceOf, regionType, type Label } from '@netral/contracts';
import { notesOf } from '../answer/notes';
import { daysOverdue, NEVER, type DayNumber } from '@netral/domain';
import { dueDays, versionsUsed, type VersionUsed } from '../deadlines/due-days';
import type { Basis } from '../question/question';
import { FirstOf } from './first-of';
import { Known, type Models, type Moment } from '../things/known';
import { letterBooks, openStates, State, stateSet, type LetterBook } from '../things/letter-book';
import { dueOnOf } from '../things/overdue';

export const letterStates = ['open', 'overdue', 'closed', 'withdrawn'] as const;
/** `open` as a filter includes `overdue`; as a letter's state it is what is not (yet) past due. */
export type LetterState = (typeof letterStates)[number];
export const letterOrders = ['daysOverdue', 'issuedOn'] as const;
export type LetterOrder = (typeof letterOrders)[number];

export interface Letter {
  /** Number of the document in `recommendations`. */
  readonly doc: number;
  readonly issuedOn: DayNumber;
  /** Null when no rule was in force on its date, or it is not known to be delivered under a rule that counts from delivery. */
  readonly dueOn: DayNumber | null;
  /** Calendar days since the due day; 0 when it is not overdue. */
  readonly daysOverdue: number;
  readonly state: LetterState;
  readonly employer: string;
  readonly persons: { readonly recommended: number; readonly settled: number; readonly inProcess: number; readonly notStarted: number; readonly withdrawn: number };
  readonly deliveredOn: DayNumber | null;
  readonly disputed: boolean;
}

/** Which letters; values of one filter are alternatives. Days are inclusive, and leave out what has no due day. */
export interface LetterFilters {
  readonly state?: LetterState;
  readonly employer?: readonly string[];
  readonly employerKind?: readonly string[];
  readonly province?: readonly string[];
  readonly regionType?: readonly string[];
  readonly dueFrom?: DayNumber;
  readonly dueUntil?: DayNumber;
}

/** Which part of the whole list, in its order. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface LetterList {
  readonly letters: readonly Letter[];
  /** Of the whole list. */
  readonly total: number;
  readonly rules: readonly VersionUsed[];
  readonly calendars: readonly VersionUsed[];
  /** What a reader must know beside the list. */
  readonly notes: readonly Label[];
}

/** Letters in effect that pass the filters: longest overdue first, or by date; ties by date, then by number. */
export const selectLetters = (basis: Basis, filters: LetterFilters, order: LetterOrder, models: Models, page: Page = WHOLE): LetterList => {
  const known = new Known(models, basis);
  const moment = known.moment(basis.asOf, basis.asOf, 'recommender');
  const { offset, limit } = page;
  const first = new FirstOf(offset + limit, (a: Found, b: Found) => (order === 'daysOverdue' ? b.daysOverdue - a.daysOverdue : 0) || a.issuedOn - b.issuedOn || a.doc - b.doc);
  let total = 0;
  for (const book of letterBooks(moment)) total += findLetters(moment, book, filters, first);
  const letters = first.inOrder().slice(offset, offset + limit).map(({ book, doc }) => letterIn(moment, book)(doc));
  return { letters, total, ...versionsUsed(known), notes: notesOf(known, moment, true, false) };
};

const WHOLE: Page = { offset: 0, limit: Number.POSITIVE_INFINITY };

/** What a letter's place in the list depends on. */
interface Found {
  readonly book: LetterBook;
  readonly doc: number;
  readonly daysOverdue: number;
  readonly issuedOn: DayNumber;
}

/** Adds a book's letters that pass the filters, and counts them. A letter is put together only when it is on the page. */
const findLetters = (moment: Moment, book: LetterBook, filters: LetterFilters, first: FirstOf<Found>): number => {
  const { table, head, letterStates: states } = book;
  const [issuedOn, { codes, values }] = [table.int('issuedOn'), table.text('employer')];
  const wanted = Uint8Array.from(values, (employer) => Number(employerTest(filters)(employer)));
  const dueOn = dueOnOf(book, dueDays(moment));
  const { isOpen, isWanted } = statesOf(filters.state);
  const everyDue = filters.dueFrom === undefined && filters.dueUntil === undefined;
  const looked = { book, doc: 0, daysOverdue: 0, issuedOn: 0 };
  let count = 0;
  for (let doc = 0; doc < head.length; doc += 1) {
    const row = head[doc]!;
    if (row < 0 || wanted[codes[row]!] !== 1) continue;
    const due = dueOn(row);
    const state = states[doc]!;
    const late = isOpen[state] === 1 ? daysOverdue(due, moment.asOf) : 0;
    if (isWanted[state] !== 1 || (filters.state === 'overdue' && late === 0) || !(everyDue || dueWithin(due, filters))) continue;
    count += 1;
    [looked.doc, looked.daysOverdue, looked.issuedOn] = [doc, late, issuedOn[row]!];
    if (first.admits(looked)) first.add({ ...looked });
  }
  return count;
};

const openBook = stateSet(openStates);
const bookStates = { open: openBook, overdue: openBook, closed: stateSet([State.settled]), withdrawn: stateSet([State.withdrawn]), any: stateSet([...openStates, State.settled, State.withdrawn]) };
/** Which of a book's states are asked for; whether an open letter is overdue its due day tells. */
const statesOf = (asked: LetterState | undefined) => ({ isOpen: openBook, isWanted: bookStates[asked ?? 'any'] });

/** One letter by its number; undefined when it is not known or not in effect. */
export const letterOf = (basis: Basis, doc: number, models: Models): (Letter & Omit<LetterList, 'letters' | 'total' | 'notes'>) | undefined => {
  const known = new Known(models, basis);
  const moment = known.moment(basis.asOf, basis.asOf, 'recommender');
  const [letter] = letterBooks(moment).flatMap((book) => ((book.head[doc] ?? -1) < 0 ? [] : [letterIn(moment, book)(doc)]));
  return letter === undefined ? undefined : { ...letter, ...versionsUsed(known) };
};

/** When a letter falls due, for how long it has been overdue, and what state that leaves it in. */
const standingIn = (moment: Moment, book: LetterBook) => {
  const dueOn = dueOnOf(book, dueDays(moment));
  return (doc: number): { readonly due: DayNumber; readonly daysOverdue: number; readonly state: LetterState } => {
    const due = dueOn(book.head[doc]!);
    const state = book.letterStates[doc]!;
    if (state !== State.inProcess && state !== State.notStarted) return { due, daysOverdue: 0, state: state === State.settled ? 'closed' : 'withdrawn' };
    const late = daysOverdue(due, moment.asOf);
    return { due, daysOverdue: late, state: late > 0 ? 'overdue' : 'open' };
  };
};

const letterIn = (moment: Moment, book: LetterBook) => {
  const { table, head } = book;
  const [issuedOn, deliveredOn, employer] = [table.int('issuedOn'), table.int('deliveredOn'), table.text('employer')];
  const standing = standingIn(moment, book);
  const disputed = disputedLetters(moment, book);
  return (doc: number): Letter => {
    const row = head[doc]!;
    const [withdrawn, settled, inProcess, notStarted] = [State.withdrawn, State.settled, State.inProcess, State.notStarted].map((each) => book.personsIn(doc, each)) as [number, number, number, number];
    const { due, daysOverdue: late, state } = standing(doc);
    return {
      doc, issuedOn: issuedOn[row]!, dueOn: orNull(due), daysOverdue: late, state,
      employer: employer.values[employer.codes[row]!]!,
      persons: { recommended: settled + inProcess + notStarted, settled, inProcess, notStarted, withdrawn },
      deliveredOn: deliveredOn[row]! <= moment.asOf ? deliveredOn[row]! : null,
      disputed: disputed[doc] === 1,
    };
  };
};

const orNull = (day: DayNumber): DayNumber | null => (day === NEVER ? null : day);

const disputedLetters = (moment: Moment, book: LetterBook): Uint8Array =>
  moment.once(book, () => {
    const { table, rows, head } = book;
    const disputedOn = table.int('disputedOn');
    const disputed = new Uint8Array(head.length);
    for (let index = 0; index < rows.length; index += 1) if (disputedOn[rows[index]!]! <= moment.asOf) disputed[table.doc[rows[index]!]!] = 1;
    return disputed;
  });

const dueWithin = (due: DayNumber, { dueFrom, dueUntil }: LetterFilters): boolean =>
  (dueFrom === undefined && dueUntil === undefined) || (due !== NEVER && due >= (dueFrom ?? -NEVER) && due <= (dueUntil ?? NEVER));

const employerTest = (filters: LetterFilters) => (employer: string): boolean =>
  among(filters.employer, employer) && among(filters.employerKind, employerKind(employer)) &&
  among(filters.province, provinceOf(employer)) && among(filters.regionType, regionType(employer));

const among = (wanted: readonly string[] | undefined, value: string | undefined): boolean => wanted === undefined || (value !== undefined && wanted.includes(value));

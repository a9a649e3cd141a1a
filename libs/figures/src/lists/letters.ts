import { employerKind, provinceOf, regionType } from '@netral/contracts';
import { daysOverdue, NEVER, type DayNumber } from '@netral/domain';
import { dueDays, versionsUsed, type VersionUsed } from '../deadlines/due-days';
import type { Basis } from '../question/question';
import { Known, type Models, type Moment } from '../things/known';
import { letterBooks, State, type LetterBook } from '../things/letter-book';
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

export interface LetterList {
  readonly letters: readonly Letter[];
  readonly rules: readonly VersionUsed[];
  readonly calendars: readonly VersionUsed[];
}

/** Letters in effect that pass the filters: longest overdue first, or by date; ties by date, then by number. */
export const selectLetters = (basis: Basis, filters: LetterFilters, order: LetterOrder, models: Models): LetterList => {
  const known = new Known(models, basis);
  const moment = known.moment(basis.asOf, basis.asOf, 'recommender');
  const letters = letterBooks(moment)
    .flatMap((book) => lettersOf(moment, book, employerTest(filters)))
    .filter((letter) => inState(letter, filters.state) && dueWithin(letter, filters))
    .sort((a, b) => (order === 'daysOverdue' ? b.daysOverdue - a.daysOverdue : 0) || a.issuedOn - b.issuedOn || a.doc - b.doc);
  return { letters, ...versionsUsed(known) };
};

/** One letter by its number; undefined when it is not known or not in effect. */
export const letterOf = (basis: Basis, doc: number, models: Models): (Letter & Omit<LetterList, 'letters'>) | undefined => {
  const known = new Known(models, basis);
  const moment = known.moment(basis.asOf, basis.asOf, 'recommender');
  const [letter] = letterBooks(moment).flatMap((book) => ((book.head[doc] ?? -1) < 0 ? [] : [letterIn(moment, book)(doc)]));
  return letter === undefined ? undefined : { ...letter, ...versionsUsed(known) };
};

const lettersOf = (moment: Moment, book: LetterBook, wanted: (employer: string) => boolean): readonly Letter[] => {
  const { codes, values } = book.table.text('employer');
  const isWanted = values.map(wanted);
  const letter = letterIn(moment, book);
  const letters: Letter[] = [];
  book.head.forEach((row, doc) => {
    if (row >= 0 && isWanted[codes[row]!] === true) letters.push(letter(doc));
  });
  return letters;
};

const letterIn = (moment: Moment, book: LetterBook) => {
  const { table, head, letterStates: states } = book;
  const [issuedOn, deliveredOn, employer] = [table.int('issuedOn'), table.int('deliveredOn'), table.text('employer')];
  const dueOn = dueOnOf(book, dueDays(moment));
  const disputed = disputedLetters(moment, book);
  return (doc: number): Letter => {
    const row = head[doc]!;
    const [withdrawn, settled, inProcess, notStarted] = [State.withdrawn, State.settled, State.inProcess, State.notStarted].map((each) => book.personsIn(doc, each)) as [number, number, number, number];
    const due = dueOn(row);
    const state = states[doc]!;
    const open = state === State.inProcess || state === State.notStarted;
    const late = open ? daysOverdue(due, moment.asOf) : 0;
    return {
      doc, issuedOn: issuedOn[row]!, dueOn: orNull(due), daysOverdue: late,
      state: open ? (late > 0 ? 'overdue' : 'open') : state === State.settled ? 'closed' : 'withdrawn',
      employer: employer.values[employer.codes[row]!]!,
      persons: { recommended: settled + inProcess + notStarted, settled, inProcess, notStarted, withdrawn },
      deliveredOn: deliveredOn[row]! <= moment.asOf ? deliveredOn[row]! : null,
      disputed: disputed[doc] === 1,
    };
  };
};

const orNull = (day: DayNumber): DayNumber | null => (day === NEVER ? null : day);

const disputedLetters = (moment: Moment, { table, rows, head }: LetterBook): Uint8Array => {
  const disputedOn = table.int('disputedOn');
  const disputed = new Uint8Array(head.length);
  for (const row of rows) if (disputedOn[row]! <= moment.asOf) disputed[table.doc[row]!] = 1;
  return disputed;
};

const inState = ({ state }: Letter, wanted: LetterState | undefined): boolean =>
  wanted === undefined || state === wanted || (wanted === 'open' && state === 'overdue');

const dueWithin = ({ dueOn }: Letter, { dueFrom, dueUntil }: LetterFilters): boolean =>
  (dueFrom === undefined && dueUntil === undefined) || (dueOn !== null && dueOn >= (dueFrom ?? -NEVER) && dueOn <= (dueUntil ?? NEVER));

const employerTest = (filters: LetterFilters) => (employer: string): boolean =>
  among(filters.employer, employer) && among(filters.employerKind, employerKind(employer)) &&
  among(filters.province, provinceOf(employer)) && among(filters.regionType, regionType(employer));

const among = (wanted: readonly string[] | undefined, value: string | undefined): boolean => wanted === undefined || (value !== undefined && wanted.includes(value));

import type { ColumnTable } from '../columns/column-table';
import type { Moment } from './known';

/**
 * State of a person in a letter, and of a letter, by the same words: a letter is settled when it is closed, in process when it is
 * open and someone's follow-up has started or ended, not started when it is open and nobody's has.
 */
export const State = { none: 0, withdrawn: 1, settled: 2, inProcess: 3, notStarted: 4 } as const;
export type State = (typeof State)[keyof typeof State];
const STATES = 5;

/** 1 at each of the states: a look-up in a scan. */
export const stateSet = (states: readonly State[]): Uint8Array => Uint8Array.from({ length: STATES }, (_, state) => (states.includes(state as State) ? 1 : 0));
export const openStates = [State.inProcess, State.notStarted] as const;

/** Persons of letters of one table at one moment. */
export interface PersonBook {
  readonly table: ColumnTable;
  /** Rows of persons that are known, and the state of each. */
  readonly rows: Int32Array;
  readonly states: Uint8Array;
}

/** Letters of one table at one moment, by number. */
export interface LetterBook extends PersonBook {
  /** The first person's row, -1 when the letter is not in effect. */
  readonly head: Int32Array;
  readonly letterStates: Uint8Array;
  /** How many of the letter's persons are in a state. */
  personsIn(doc: number, state: State): number;
}

/** The persons of every table at a moment, worked out once. */
export const personBooks = (moment: Moment): readonly PersonBook[] =>
  moment.once('persons', () =>
    moment.known.models.tables('letterPersons').map((table) => {
      const rows = moment.known.rows(table);
      return { table, rows, states: personStates(table, rows, moment.asOf) };
    }),
  );

/** The letters of every table at a moment, worked out once. */
export const letterBooks = (moment: Moment): readonly LetterBook[] => moment.once('letters', () => personBooks(moment).map(letterBook));

const personStates = (table: ColumnTable, rows: Int32Array, asOf: number): Uint8Array => {
  const [issuedOn, startedOn, settledOn, withdrawnOn] = [table.int('issuedOn'), table.int('startedOn'), table.int('settledOn'), table.int('withdrawnOn')];
  const states = new Uint8Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (issuedOn[row]! > asOf) continue;
    if (withdrawnOn[row]! <= asOf) states[index] = 1;
    else if (settledOn[row]! <= asOf) states[index] = 2;
    else states[index] = startedOn[row]! <= asOf ? 3 : 4;
  }
  return states;
};

const letterBook = ({ table, rows, states }: PersonBook): LetterBook => {
  const { doc: docs, slot } = table;
  const letters = lettersIn(docs, rows);
  const head = new Int32Array(letters).fill(-1);
  const persons = new Uint16Array(letters * STATES);
  for (let index = 0; index < rows.length; index += 1) {
    const state = states[index]!;
    if (state === 0) continue;
    const row = rows[index]!;
    const doc = docs[row]!;
    persons[doc * STATES + state]! += 1;
    const first = head[doc]!;
    if (first < 0 || slot[row]! < slot[first]!) head[doc] = row;
  }
  return { table, rows, states, head, letterStates: letterStates(head, persons), personsIn: (doc, state) => persons[doc * STATES + state] ?? 0 };
};

/** One more than the greatest number of a letter that is known: at an earlier place in the log there were fewer. */
const lettersIn = (docs: Int32Array, rows: Int32Array): number => {
  let greatest = -1;
  for (let index = 0; index < rows.length; index += 1) if (docs[rows[index]!]! > greatest) greatest = docs[rows[index]!]!;
  return greatest + 1;
};

const letterStates = (head: Int32Array, persons: Uint16Array): Uint8Array => {
  const states = new Uint8Array(head.length);
  for (let doc = 0; doc < head.length; doc += 1) {
    if (head[doc]! < 0) continue;
    const [settled, pending, started] = [persons[doc * STATES + 2]!, persons[doc * STATES + 3]! + persons[doc * STATES + 4]!, persons[doc * STATES + 3]!];
    if (pending === 0) states[doc] = settled === 0 ? 1 : 2;
    else states[doc] = started + settled > 0 ? 3 : 4;
  }
  return states;
};

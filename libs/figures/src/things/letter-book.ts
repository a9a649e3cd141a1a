import type { ColumnTable } from '../columns/column-table';
import type { Moment } from './known';

/**
 * State of a person in a letter, and of a letter, by the same words: a letter is settled when it is closed, in process when it is
 * open and someone's follow-up has started or ended, not started when it is open and nobody's has.
 */
export const State = { none: 0, withdrawn: 1, settled: 2, inProcess: 3, notStarted: 4 } as const;
export type State = (typeof State)[keyof typeof State];

/** Persons and letters of one table at one moment. */
export interface LetterBook {
  readonly table: ColumnTable;
  /** Rows of persons that are known; `personState` beside them. */
  readonly rows: Int32Array;
  readonly personState: Uint8Array;
  /** By letter: its first person's row, -1 when the letter is not in effect. */
  readonly head: Int32Array;
  /** By state, then by letter: how many of its persons are in it. */
  readonly persons: readonly Int32Array[];
  readonly letterState: Uint8Array;
}

/** The letters of every table at a moment, worked out once. */
export const letterBooks = (moment: Moment): readonly LetterBook[] =>
  moment.once('letter books', () => moment.known.models.tables('letterPersons').map((table) => bookOf(moment, table)));

const bookOf = (moment: Moment, table: ColumnTable): LetterBook => {
  const rows = moment.known.rows(table);
  const personState = personStates(table, rows, moment.asOf);
  const head = new Int32Array(table.docs).fill(-1);
  const persons = Array.from({ length: 5 }, () => new Int32Array(table.docs));
  for (let index = 0; index < rows.length; index += 1) {
    const state = personState[index]!;
    if (state === State.none) continue;
    const row = rows[index]!;
    const doc = table.doc[row]!;
    persons[state]![doc]! += 1;
    if (head[doc]! < 0 || table.slot[row]! < table.slot[head[doc]!]!) head[doc] = row;
  }
  return { table, rows, personState, head, persons, letterState: letterStates(head, persons) };
};

const personStates = (table: ColumnTable, rows: Int32Array, asOf: number): Uint8Array => {
  const [issuedOn, startedOn, settledOn, withdrawnOn] = ['issuedOn', 'startedOn', 'settledOn', 'withdrawnOn'].map((name) => table.int(name)) as [Int32Array, Int32Array, Int32Array, Int32Array];
  const states = new Uint8Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (issuedOn[row]! > asOf) continue;
    if (withdrawnOn[row]! <= asOf) states[index] = State.withdrawn;
    else if (settledOn[row]! <= asOf) states[index] = State.settled;
    else states[index] = startedOn[row]! <= asOf ? State.inProcess : State.notStarted;
  }
  return states;
};

const letterStates = (head: Int32Array, persons: readonly Int32Array[]): Uint8Array => {
  const [settled, inProcess, notStarted] = [persons[State.settled]!, persons[State.inProcess]!, persons[State.notStarted]!];
  const states = new Uint8Array(head.length);
  for (let doc = 0; doc < head.length; doc += 1) {
    if (head[doc]! < 0) continue;
    const unsettled = inProcess[doc]! + notStarted[doc]!;
    if (unsettled + settled[doc]! === 0) states[doc] = State.withdrawn;
    else if (unsettled === 0) states[doc] = State.settled;
    else states[doc] = inProcess[doc]! + settled[doc]! > 0 ? State.inProcess : State.notStarted;
  }
  return states;
};

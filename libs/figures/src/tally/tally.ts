import type { Dimension } from '../question/dimensions';
import type { Filters } from '../question/question';
import type { Column, Things } from '../things/things';

/** What is counted in one cell. */
export interface Count {
  /** Things. */
  count: number;
  /** Of them, those in the numerator of a rate. */
  part: number;
  /** Persons behind the things, and behind the part. */
  persons: number;
  partPersons: number;
}

/** Things filtered and broken down. Cells by key; what has no value in a dimension is in the total alone. */
export interface Tally {
  readonly total: Count;
  readonly cells: ReadonlyMap<string, { readonly keys: readonly string[]; readonly count: Count }>;
}

/** Between the keys of two dimensions: in no code. */
const SEPARATOR = '\u0000';
export const cellKey = (keys: readonly string[]): string => keys.join(SEPARATOR);
export const noCount = (): Count => ({ count: 0, part: 0, persons: 0, partPersons: 0 });

/** Counts things that pass the filters, in all and by the values of the dimensions. */
export const tally = (all: readonly Things[], by: readonly Dimension[], filters: Filters): Tally => {
  const total = noCount();
  const cells = new Map<string, { keys: readonly string[]; count: Count }>();
  for (const things of all) {
    const kept = keptBy(things, filters);
    add(total, countInto(things, kept, new Int32Array(things.size), 1)[0]!);
    if (by.length === 0) continue;
    const { cellOf, keys } = cellsOf(by.map((dimension) => things.column(dimension)), things.size);
    countInto(things, kept, cellOf, keys.length).forEach((count, cell) => {
      if (count.count === 0) return;
      const key = cellKey(keys[cell]!);
      if (!cells.has(key)) cells.set(key, { keys: keys[cell]!, count: noCount() });
      add(cells.get(key)!.count, count);
    });
  }
  return { total, cells };
};

const add = (sum: Count, more: Count): void => {
  sum.count += more.count;
  sum.part += more.part;
  sum.persons += more.persons;
  sum.partPersons += more.partPersons;
};

/** 1 for each thing whose value is among those wanted, in every dimension filtered. */
const keptBy = (things: Things, filters: Filters): Uint8Array | undefined => {
  let kept: Uint8Array | undefined;
  for (const [dimension, wanted] of Object.entries(filters) as [Dimension, readonly string[]][]) {
    const { codes, size, keyOf } = things.column(dimension);
    const matches = Uint8Array.from({ length: size }, (_, code) => (keyOf(code) !== '' && wanted.includes(keyOf(code)) ? 1 : 0));
    kept ??= new Uint8Array(things.size).fill(1);
    for (let index = 0; index < things.size; index += 1) if (codes[index]! < 0 || matches[codes[index]!] === 0) kept[index] = 0;
  }
  return kept;
};

/** Numbers the cells that occur, -1 for a thing that has no value in one of the dimensions. */
const cellsOf = (columns: readonly Column[], size: number): { cellOf: Int32Array; keys: readonly (readonly string[])[] } => {
  const [first, second] = columns as readonly [Column, Column?];
  const cellOf = new Int32Array(size);
  const keys: (readonly string[])[] = [];
  const cellByCode = new Map<number, number>();
  const cellFor = (code: number): number => {
    const key = second === undefined ? [first.keyOf(code)] : [first.keyOf(Math.floor(code / second.size)), second.keyOf(code % second.size)];
    return key.includes('') ? -1 : keys.push(key) - 1;
  };
  for (let index = 0; index < size; index += 1) {
    const [a, b] = [first.codes[index]!, second === undefined ? 0 : second.codes[index]!];
    const code = a < 0 || b < 0 ? -1 : second === undefined ? a : a * second.size + b;
    let cell = code < 0 ? -1 : cellByCode.get(code);
    if (cell === undefined) cellByCode.set(code, (cell = cellFor(code)));
    cellOf[index] = cell;
  }
  return { cellOf, keys };
};

const countInto = (things: Things, kept: Uint8Array | undefined, cellOf: Int32Array, cells: number): readonly Count[] => {
  const counts = Array.from({ length: cells }, noCount);
  // One person behind several things of a cell stands there once; things of one person lie together.
  const lastPerson = new Int32Array(cells).fill(-1);
  for (let index = 0; index < things.size; index += 1) {
    const cell = cellOf[index]!;
    if (cell < 0 || (kept !== undefined && kept[index] === 0)) continue;
    const count = counts[cell]!;
    const seen = things.person !== undefined && lastPerson[cell] === things.person[index];
    const persons = seen ? 0 : (things.persons?.[index] ?? 1);
    count.count += 1;
    count.persons += persons;
    if (things.part?.[index] === 1) {
      count.part += 1;
      count.partPersons += persons;
    }
    if (things.person !== undefined) lastPerson[cell] = things.person[index]!;
  }
  return counts;
};

import type { Dimension } from '../question/dimensions';
import type { Filters } from '../question/question';
import type { Column, Things } from '../things/things';

/** What is counted in one cell. */
export interface Count {
  /** Things. */
  count: number;
  /** Of them, those in the numerator of a rate. */
  part: number;
}

/** Things filtered and broken down. Cells by key; what has no value in a dimension is in the total alone. */
export interface Tally {
  readonly total: Count;
  readonly cells: ReadonlyMap<string, { readonly keys: readonly string[]; readonly count: Count }>;
}

/** Between the keys of two dimensions: in no code. */
const SEPARATOR = '\u0000';
export const cellKey = (keys: readonly string[]): string => keys.join(SEPARATOR);
export const noCount = (): Count => ({ count: 0, part: 0 });

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

/** Codes of two dimensions together, up to which cells are numbered by a table instead of a map. */
const tableCodesMax = 1 << 20;

/** Numbers the cells that occur, -1 for a thing that has no value in one of the dimensions. */
const cellsOf = (columns: readonly Column[], size: number): { cellOf: Int32Array; keys: readonly (readonly string[])[] } => {
  const [first, second = oneValue(size)] = columns as readonly [Column, Column?];
  const cellOf = new Int32Array(size);
  const keys: (readonly string[])[] = [];
  const numberCell = (code: number): number => {
    const [a, b] = [Math.floor(code / second.size), code % second.size];
    const key = columns.length === 1 ? [first.keyOf(a)] : [first.keyOf(a), second.keyOf(b)];
    return key.includes('') ? NO_CELL : keys.push(key) - 1;
  };
  const cells = first.size * second.size <= tableCodesMax ? new CellTable(first.size * second.size) : new Map<number, number>();
  for (let index = 0; index < size; index += 1) {
    const [a, b] = [first.codes[index]!, second.codes[index]!];
    if (a < 0 || b < 0) {
      cellOf[index] = NO_CELL;
      continue;
    }
    const code = a * second.size + b;
    let cell = cells.get(code);
    if (cell === undefined) cells.set(code, (cell = numberCell(code)));
    cellOf[index] = cell;
  }
  return { cellOf, keys };
};

const NO_CELL = -1;
const oneValue = (size: number): Column => ({ codes: new Int32Array(size), size: 1, keyOf: () => '' });

/** A map from small whole numbers. */
class CellTable {
  private readonly cells: Int32Array;

  constructor(codes: number) {
    this.cells = new Int32Array(codes).fill(-2);
  }

  get(code: number): number | undefined {
    const cell = this.cells[code]!;
    return cell === -2 ? undefined : cell;
  }

  set(code: number, cell: number): void {
    this.cells[code] = cell;
  }
}

const countInto = (things: Things, kept: Uint8Array | undefined, cellOf: Int32Array, cells: number): readonly Count[] => {
  const { size, part } = things;
  const [count, parts] = [new Int32Array(cells), new Int32Array(cells)];
  for (let index = 0; index < size; index += 1) {
    const cell = cellOf[index]!;
    if (cell < 0 || (kept !== undefined && kept[index] === 0)) continue;
    count[cell]! += 1;
    if (part !== undefined && part[index] === 1) parts[cell]! += 1;
  }
  return Array.from(count, (things, cell) => ({ count: things, part: parts[cell]! }));
};

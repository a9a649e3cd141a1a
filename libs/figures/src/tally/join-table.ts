import type { Dimension } from '../question/dimensions';
import type { Column, People, Things } from '../things/things';

/** What of the persons behind the things has one employer and one value of each trait joined with it. */
export interface JoinCell {
  /** Of the employer, then of the traits, in their order. */
  readonly keys: readonly string[];
  count: number;
  persons: number;
  /** Of them, behind the part of a rate. */
  partPersons: number;
}

/**
 * All cells of a join, whatever the filters of the question: what may be shown of one of them depends on the others. Behind a
 * letter or a report only those persons count that themselves have the values it stands under.
 */
export const joinTable = (all: readonly Things[], dimensions: readonly Dimension[]): readonly JoinCell[] => {
  const cells = new Map<string, JoinCell>();
  for (const things of all) addTo(cells, things, dimensions);
  return [...cells.values()];
};

const addTo = (cells: Map<string, JoinCell>, things: Things, dimensions: readonly Dimension[]): void => {
  const columns = dimensions.map((dimension) => things.column(dimension));
  const people = things.people?.();
  const behind = people === undefined ? undefined : personsBehind(things.size, columns, people, dimensions);
  const seen = new Map<JoinCell, Set<number>>();
  const byCode = new Map<number, JoinCell | null>();
  for (let index = 0; index < things.size; index += 1) {
    const code = codeOf(columns, index);
    if (code < 0) continue;
    let cell = byCode.get(code);
    if (cell === undefined) byCode.set(code, (cell = cellAt(cells, columns.map(({ codes, keyOf }) => keyOf(codes[index]!)))));
    if (cell === null) continue;
    const persons = behind?.[index] ?? (isNew(seen, cell, things.person?.[index]) ? 1 : 0);
    cell.count += 1;
    cell.persons += persons;
    if (things.part?.[index] === 1) cell.partPersons += persons;
  }
};

const codeOf = (columns: readonly Column[], index: number): number => {
  let code = 0;
  for (const { codes, size } of columns) {
    if (codes[index]! < 0) return -1;
    code = code * size + codes[index]!;
  }
  return code;
};

const cellAt = (cells: Map<string, JoinCell>, keys: readonly string[]): JoinCell | null => {
  if (keys.includes('')) return null;
  const key = keys.join('\u0000');
  const cell = cells.get(key) ?? { keys, count: 0, persons: 0, partPersons: 0 };
  cells.set(key, cell);
  return cell;
};

/** One person behind several things of a cell stands there once. */
const isNew = (seen: Map<JoinCell, Set<number>>, cell: JoinCell, person: number | undefined): boolean => {
  if (person === undefined) return true;
  const persons = seen.get(cell) ?? new Set();
  seen.set(cell, persons);
  return persons.size < persons.add(person).size;
};

/** Of the persons of each thing, how many have its own value in every one of the dimensions. */
const personsBehind = (size: number, columns: readonly Column[], people: People, dimensions: readonly Dimension[]): Int32Array => {
  const agree = dimensions.map((dimension, at) => sameKey(people.column(dimension), columns[at]!));
  const behind = new Int32Array(size);
  for (let person = 0; person < people.thing.length; person += 1) {
    const thing = people.thing[person]!;
    if (thing >= 0 && agree.every((same) => same(person, thing))) behind[thing]! += 1;
  }
  return behind;
};

/** Whether two columns that number their keys differently hold the same one. A column of days may have very many codes: only those that occur are looked at. */
const sameKey = (of: Column, as: Column) => {
  const [ofKeys, asKeys] = [keysOnce(of), keysOnce(as)];
  return (ofIndex: number, asIndex: number): boolean => of.codes[ofIndex]! >= 0 && as.codes[asIndex]! >= 0 && ofKeys(of.codes[ofIndex]!) === asKeys(as.codes[asIndex]!);
};

const keysOnce = ({ keyOf }: Column) => {
  const keys = new Map<number, string>();
  return (code: number): string => {
    let key = keys.get(code);
    if (key === undefined) keys.set(code, (key = keyOf(code)));
    return key;
  };
};

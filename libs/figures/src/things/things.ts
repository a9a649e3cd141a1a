import type { Dimension } from '../question/dimensions';

/** A value for each thing: a code, -1 for none, and the key that a code stands for ('' for none). */
export interface Column {
  readonly codes: Int32Array;
  /** Codes are below this. */
  readonly size: number;
  keyOf(code: number): string;
}

/** Persons with traits of their own, each behind one thing. */
export interface People {
  /** Index of each person's thing, -1 for none. */
  readonly thing: Int32Array;
  /** A dimension's value of each person. */
  column(dimension: Dimension): Column;
}

/** What a figure counts, before it is filtered and broken down. */
export interface Things {
  readonly size: number;
  /** A dimension's value of each thing. Throws RangeError for a dimension that these things do not have. */
  column(dimension: Dimension): Column;
  /** Persons behind the things; absent: one each. */
  readonly people?: () => People;
  /** Which person is behind each thing, where one stands behind several things. */
  readonly person?: Int32Array;
  /** 1 for a thing that counts in the numerator of a rate. */
  readonly part?: Uint8Array;
}

/** Dimensions that some things have, each made when it is asked for. */
export type Columns = Partial<Readonly<Record<Dimension, () => Column>>>;

export const things = (size: number, columns: Columns, more: Pick<Things, 'people' | 'person' | 'part'> = {}): Things => ({
  size,
  column: columnIn(columns),
  ...more,
});

/** Persons by the index of their thing. */
export const people = (thing: Int32Array, columns: Columns): People => ({ thing, column: columnIn(columns) });

const columnIn = (columns: Columns) => (dimension: Dimension): Column => {
  const make = columns[dimension];
  if (make === undefined) throw new RangeError(`dimension ${dimension}: found none, expected one of ${Object.keys(columns).join(', ')}`);
  return make();
};

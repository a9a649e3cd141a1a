import type { Dimension } from '../question/dimensions';

/** A value for each thing: a code, -1 for none, and the key that a code stands for ('' for none). */
export interface Column {
  readonly codes: Int32Array;
  /** Codes are below this. */
  readonly size: number;
  keyOf(code: number): string;
}

/** What a figure counts, before it is filtered and broken down. */
export interface Things {
  readonly size: number;
  /** A dimension's value of each thing. Throws RangeError for a dimension that these things do not have. */
  column(dimension: Dimension): Column;
  /** Persons behind each thing; absent: one. */
  readonly persons?: Int32Array;
  /** Which person is behind each thing, where one stands behind several things. */
  readonly person?: Int32Array;
  /** 1 for a thing that counts in the numerator of a rate. */
  readonly part?: Uint8Array;
}

/** Dimensions that some things have, each made when it is asked for. */
export type Columns = Partial<Readonly<Record<Dimension, () => Column>>>;

export const things = (size: number, columns: Columns, more: Pick<Things, 'persons' | 'person' | 'part'> = {}): Things => ({
  size,
  column: (dimension) => {
    const make = columns[dimension];
    if (make === undefined) throw new RangeError(`dimension ${dimension}: found none, expected one of ${Object.keys(columns).join(', ')}`);
    return make();
  },
  ...more,
});

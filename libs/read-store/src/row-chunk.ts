/**
 * Rows of one table as columns. `from` is the ordinal of the event that made the row; a row holds until the next row of the
 * same (doc, slot). `present` 0 says that from here on the (doc, slot) has no row.
 */
export interface RowChunk {
  readonly firstRow: number;
  readonly length: number;
  readonly from: Int32Array;
  readonly doc: Int32Array;
  readonly slot: Int32Array;
  readonly present: Uint8Array;
  readonly ints: Readonly<Record<string, Int32Array>>;
  readonly texts: Readonly<Record<string, TextCodes>>;
}

/** A column of texts: one code a row into the chunk's own dictionary. */
export interface TextCodes {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

/** One line a log event, shared by all projections: the dense ordinal is the index. */
export interface LogIndexChunk {
  readonly firstOrdinal: number;
  /** Positions in the log, as numbers: 64 bits, sparse, ascending. */
  readonly positions: BigUint64Array;
  /** Running maximum of `recordedAt`, milliseconds since 1970. */
  readonly knownFrom: Float64Array;
}

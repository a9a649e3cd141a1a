/**
 * Rows of one table as columns, as the read store hands them over. Structurally the read store's own chunk: figures are
 * pure and import no port. `from` is the ordinal of the event that made the row; a row holds until the next row of the
 * same (doc, slot); `present` 0 says that from here on the (doc, slot) has no row.
 */
export interface ColumnChunk {
  readonly firstRow: number;
  readonly length: number;
  readonly from: Int32Array;
  readonly doc: Int32Array;
  readonly slot: Int32Array;
  readonly present: Uint8Array;
  readonly ints: Readonly<Record<string, Int32Array>>;
  readonly texts: Readonly<Record<string, { readonly values: readonly string[]; readonly codes: Int32Array }>>;
}

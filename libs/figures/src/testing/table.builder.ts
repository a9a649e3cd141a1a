import type { TableSchema } from '@netral/projections';
import { ColumnTable } from '../columns/column-table';
import type { ColumnChunk } from '../columns/row-chunk';

/** One row for a test: what is not given is 0, '' or present. */
export interface PlainRow {
  readonly from?: number;
  readonly doc: number;
  readonly slot?: number;
  readonly present?: boolean;
  readonly [column: string]: number | string | boolean | undefined;
}

/** For tests: a chunk made from plain objects. */
export const chunkOf = (schema: TableSchema, rows: readonly PlainRow[], firstRow = 0): ColumnChunk => {
  const named = (kind: 'int' | 'text') => Object.keys(schema).filter((name) => schema[name] === kind);
  const texts = named('text').map((name) => {
    const values = [...new Set(rows.map((row) => String(row[name] ?? '')))];
    return [name, { values, codes: Int32Array.from(rows, (row) => values.indexOf(String(row[name] ?? ''))) }] as const;
  });
  return {
    firstRow,
    length: rows.length,
    from: Int32Array.from(rows, ({ from }) => from ?? 0),
    doc: Int32Array.from(rows, ({ doc }) => doc),
    slot: Int32Array.from(rows, ({ slot }) => slot ?? 0),
    present: Uint8Array.from(rows, ({ present }) => (present === false ? 0 : 1)),
    ints: Object.fromEntries(named('int').map((name) => [name, Int32Array.from(rows, (row) => Number(row[name] ?? 0))])),
    texts: Object.fromEntries(texts),
  };
};

/** For tests: a table made from plain objects, in one chunk. */
export const tableOf = (schema: TableSchema, rows: readonly PlainRow[]): ColumnTable => {
  const table = new ColumnTable(schema);
  table.append(chunkOf(schema, rows));
  return table;
};

import type { CsvValue } from '../lib/format/csv';

/** A column of a table: how a row shows in it, and what stands in the CSV, where numbers and days are as the API gave them. */
export interface Column<Row> {
  readonly title: string;
  readonly csv: (row: Row) => CsvValue;
  /** Default: the CSV's text. */
  readonly shown?: (row: Row) => string;
  readonly numeric?: boolean;
}

/**
 * What the oracle reads: recorded events as plain data, in log order. Nothing here or in the oracle comes from the folds, the figures or
 * the domain: day arithmetic, corrections and counting are written a second time, as plainly as they can be.
 */
export interface RawEvent {
  readonly type: string;
  // Data as the log holds it; the oracle reads it as loosely as JSON.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly agency: string;
  readonly source: string;
  readonly messageId: string;
  /** RFC 3339, UTC. */
  readonly recordedAt: string;
}

/** A question to the oracle: days as text; `known` is the number of events of the log that are known. */
export interface OracleQuestion {
  readonly figure: string;
  readonly unit: string;
  readonly season: string;
  readonly asOf: string;
  readonly known: number;
  readonly register?: string;
  readonly of?: string;
  readonly by: readonly string[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly from?: string;
  readonly until?: string;
  readonly rule?: string;
  readonly calendar?: string;
}

/** Key (values of `by`, joined by a comma) to count; cells of zero are left out. */
export interface OracleAnswer {
  readonly total: number;
  readonly cells: Readonly<Record<string, number>>;
}

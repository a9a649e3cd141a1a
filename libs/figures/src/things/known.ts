import type { DayNumber, TableName } from '@netral/projections';
import type { Rulebook } from '@netral/domain';
import type { ColumnTable } from '../columns/column-table';
import type { NarrowInts } from '../columns/growing';
import type { Labels } from '../answer/labels';
import type { Basis, Register } from '../question/question';

/** What figures are answered from. */
export interface Models {
  /** Tables of facts of that name: one a projection that gives them. */
  tables(name: TableName): readonly ColumnTable[];
  /** Rules and calendars as known at the question's place in the log. */
  readonly rulebook: Rulebook;
  /** Id of a document of a projection by its number. */
  idOf(projection: string, number: number): string | undefined;
  /** Names of codes; the vocabularies' when absent. */
  readonly labels?: Labels;
}

/** Values computed at most once for one question. */
class Once {
  private readonly made = new Map<unknown, unknown>();

  /** `make`, the first time this key is asked for; afterwards what it made. */
  once<T>(key: unknown, make: () => T): T {
    if (!this.made.has(key)) this.made.set(key, make());
    return this.made.get(key) as T;
  }
}

/** What is known of a season at one place in the log; the same for every day that is asked about. */
export class Known extends Once {
  constructor(readonly models: Models, readonly basis: Basis) {
    super();
  }

  /** Rows of a table that hold, of the season asked. */
  rows(table: ColumnTable): Int32Array {
    return this.once(table, () => {
      const season = table.text('season');
      return visibleRows(table, this.basis.ordinal, season.codes, season.codeOf(this.basis.season));
    });
  }

  /** The last day of a span, with the span for what is counted as a flow. */
  moment(from: DayNumber, until: DayNumber, register: Register): Moment {
    return this.once(`${from} ${until} ${register}`, () => new Moment(this, from, until, register));
  }
}

const visibleRows = (table: ColumnTable, ordinal: number, seasons: NarrowInts, season: number): Int32Array => {
  const { until, present } = table;
  const begun = table.begun(ordinal);
  const rows = new Int32Array(begun);
  let count = 0;
  for (let row = 0; row < begun; row += 1) {
    if (until[row]! > ordinal && seasons[row] === season && present[row] === 1) rows[count++] = row;
  }
  return rows.subarray(0, count);
};

/** One day asked about: facts whose own day is on or before it are in effect. */
export class Moment extends Once {
  constructor(
    readonly known: Known,
    /** First day of a flow. */
    readonly from: DayNumber,
    /** The day asked about, and the last of a flow. */
    readonly asOf: DayNumber,
    readonly register: Register,
  ) {
    super();
  }
}

import type { EventData, EventType } from '@netral/contracts';
import { NEVER, type DayNumber } from '@netral/domain';

export { NEVER, type DayNumber };

/** An event as a fold sees it: latest version, stored shape, with the metadata a figure may depend on. */
export interface FoldEvent<T extends EventType = EventType> {
  readonly type: T;
  readonly data: EventData<T>;
  readonly position: string;
  /** Dense place in the log, from 0. */
  readonly ordinal: number;
  /** Day (Asia/Jakarta) of the running maximum of recordedAt. */
  readonly recordedOn: DayNumber;
  readonly recordedAt: string;
  readonly agency: string;
  readonly source: string;
  readonly messageId: string;
}

export type ColumnKind = 'int' | 'text';
export type TableSchema = Readonly<Record<string, ColumnKind>>;

/** One row of facts: small values that figures are made of. `slot` tells the rows of one document apart and never changes its meaning. */
export interface FactRow {
  readonly table: string;
  readonly slot: number;
  readonly values: Readonly<Record<string, number | string>>;
}

/** A read model as a value: pure, no clock, no I/O. Permanent name; a new version means a rebuild. */
export interface Projection<Doc = unknown> {
  readonly name: string;
  readonly version: number;
  readonly on: { readonly [T in EventType]?: { readonly id: (event: FoldEvent<T>) => string | undefined; readonly evolve: (document: Doc, event: FoldEvent<T>) => Doc } };
  readonly initial: (id: string) => Doc;
  /** Tables of facts that this projection owns. */
  readonly tables: Readonly<Record<string, TableSchema>>;
  readonly facts: (document: Doc) => readonly FactRow[];
}

import type { EventData, EventType } from '@netral/contracts';
import type { DayNumber } from '@netral/domain';
import type { DocumentText } from './document-text';

export { NEVER, type DayNumber } from '@netral/domain';

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
export type FactValues = Readonly<Record<string, number | string>>;

/**
 * One row of facts: small values that figures are made of. `slot` is the row's place in its table within the document,
 * from 0 without gaps: the n-th person of the letter that stands, the n-th span of blocking.
 */
export interface FactRow {
  readonly table: string;
  readonly slot: number;
  readonly values: FactValues;
}

export interface Handler<Doc, T extends EventType = EventType> {
  /** Document that the event belongs to; undefined: none of this projection's. */
  id(event: FoldEvent<T>): string | undefined;
  /** The document with the event folded in; the same object when the event changes nothing (a copy of one folded before). */
  evolve(document: Doc, event: FoldEvent<T>): Doc;
}

/** A read model as a value: pure, no clock, no I/O. Permanent name; a new version means a rebuild. */
export interface Projection<Doc = unknown> {
  readonly name: string;
  readonly version: number;
  readonly on: { readonly [T in EventType]?: Handler<Doc, T> };
  initial(id: string): Doc;
  /** How documents become text; absent: made anew whenever one changes. */
  readonly text?: DocumentText<Doc>;
  /** Tables of facts that this projection owns; in the read store each is `<projection>/<table>`. */
  readonly tables: Readonly<Record<string, TableSchema>>;
  /** All rows of the document, as known from all that is folded into it. */
  facts(document: Doc): readonly FactRow[];
}

import type { EventData, EventType } from '@netral/contracts';
import type { DayNumber } from '../projection';

/** What a document keeps of one message's data: no more than facts and views need. */
export interface Kept {
  readonly season: string;
  readonly employer?: string;
}

/** One recorded message, as its document keeps it. Its identity is (source, messageId). */
export interface Statement<T extends EventType = EventType, D extends Kept = Kept> {
  readonly type: T;
  /** Place in the log, dense and as the store names it. */
  readonly ordinal: number;
  readonly position: string;
  /** The message's own day. */
  readonly day: DayNumber;
  /** Day of recording, by the running maximum. */
  readonly recordedOn: DayNumber;
  readonly agency: string;
  readonly source: string;
  readonly messageId: string;
  readonly data: D;
}

interface Named {
  readonly type: string;
  readonly source: string;
  readonly messageId: string;
}
/** Another message named in full, whole data included: `day` and `data` stand in place of the statement's. */
export type Correction = Statement<'FactCorrected', Kept & { readonly of: Named; readonly day: DayNumber; readonly data: Kept }>;
export type Retraction = Statement<'FactRetracted', Kept & { readonly of: Named }>;
export type Amendment = Correction | Retraction;

/** A document that is the list of what was said, in log order: it answers for any earlier place in the log by leaving out what came later. */
export interface Ledger<S extends Statement = Statement> {
  readonly id: string;
  readonly statements: readonly (S | Amendment)[];
}

/** What to keep of each type of event that a projection folds, from data of the latest version. */
export type Keepers = { readonly [T in EventType]?: (data: EventData<T>) => Kept };
export type StatementOf<K extends Keepers> = {
  [T in keyof K & EventType]: K[T] extends (data: never) => infer D ? Statement<T, D & Kept> : never;
}[keyof K & EventType];

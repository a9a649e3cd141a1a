import type { Understood } from '../../questions/understood';
import type { Words } from '../../words';
import type { LetterLine } from '../overdue/letter-page';

export interface HistoryItem {
  readonly position: string;
  readonly recordedAt: string;
  readonly type: string;
  readonly agency: string;
  readonly effectiveOn: string;
  readonly summary: Words;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** An answer of `/v1/recommendations/{id}/history`. */
export interface History {
  readonly of: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly position: string;
  readonly items: readonly HistoryItem[];
  readonly self: string;
}

/** An answer of `/v1/recommendations/{id}`. */
export interface LetterDocument extends Understood, Omit<LetterLine, 'persons' | 'recommendationId'> {
  readonly counts: LetterLine['persons'];
}

export interface Explanation {
  /** Null while it is not in effect. */
  readonly letter: LetterDocument | null;
  readonly history: History;
  /** Events of the letter recorded after the moment asked. */
  readonly notYetKnown: readonly HistoryItem[];
}

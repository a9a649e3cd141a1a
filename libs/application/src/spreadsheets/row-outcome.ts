import type { Label } from '@netral/contracts';
import type { Receipt } from '../ingest/ingest';

/** What is wrong in one cell, or with the row: named as the person sees it. */
export interface RowProblem {
  /** The heading; empty for the row as a whole. */
  readonly column: string;
  /** Of the column in the file; null when it has none. */
  readonly letter: string | null;
  readonly label: Label | null;
  readonly code: string;
  /** In shape only where it is, or may hold, what identifies a person. */
  readonly found: string | null;
  readonly expected: string | null;
  /** What to do about it; null where the meaning of the code says it. */
  readonly remedy: Label | null;
}

/**
 * What became of a row, or would. `good`: it can be recorded. `refused`: it cannot, and was not sent. `not-chosen`: it was left out of what
 * was to be recorded. The rest are the ingest's: `recorded`, `duplicate` (it stands already), `set-aside`.
 */
export type Outcome = 'good' | 'refused' | 'not-chosen' | Receipt['outcome'];
export const outcomes: readonly Outcome[] = ['good', 'recorded', 'duplicate', 'refused', 'set-aside', 'not-chosen'];

export interface RowOutcome {
  /** As the person sees it: the headings are row 1. */
  readonly row: number;
  readonly outcome: Outcome;
  /** Source and id of the message, by which a correction names it; null when the row could not be read as one. */
  readonly source: string | null;
  readonly id: string | null;
  readonly stream: string | null;
  readonly revision: number | null;
  readonly position: string | null;
  readonly recordedAt: string | null;
  readonly deadLetter: string | null;
  readonly problems: readonly RowProblem[];
}

const NOWHERE = { source: null, id: null, stream: null, revision: null, position: null, recordedAt: null, deadLetter: null, problems: [] };

export const rowOutcome = (row: number, outcome: Outcome, more: Partial<Omit<RowOutcome, 'row' | 'outcome'>> = {}): RowOutcome => ({ row, outcome, ...NOWHERE, ...more });

export const ofReceipt = (row: number, { outcome, source, id, stream, revision, position, recordedAt, deadLetter }: Receipt, problems: readonly RowProblem[] = []): RowOutcome =>
  ({ row, outcome, source, id, stream, revision, position, recordedAt, deadLetter, problems });

import type { Label } from '../core/event-contract';

/** One code of a vocabulary. Days are inclusive; an absent one means without that bound. */
export interface VocabularyEntry {
  readonly code: string;
  readonly label: Label;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** What a reader must know before relying on the entry. */
  readonly note?: Label;
}

/** Codes that messages and answers use. `closed`: an answer broken down by it shows every code, zeros too. */
export interface Vocabulary {
  readonly name: string;
  readonly closed: boolean;
  readonly entries: readonly VocabularyEntry[];
}

/** Rows of `[code, Indonesian, English]`. */
export type Row = readonly [code: string, id: string, en: string];
export const entriesOf = (rows: readonly Row[]): VocabularyEntry[] => rows.map(([code, id, en]) => ({ code, label: { id, en } }));
export const openVocabulary = (name: string, rows: readonly Row[]): Vocabulary => ({ name, closed: false, entries: entriesOf(rows) });
export const closedVocabulary = (name: string, rows: readonly Row[]): Vocabulary => ({ name, closed: true, entries: entriesOf(rows) });

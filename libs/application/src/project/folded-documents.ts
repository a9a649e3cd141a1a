import { wholeText, type FactRow, type FactValues, type Projection } from '@netral/projections';
import type { StoredDocument } from '@netral/read-store';

/** A document in memory while events are folded into it, with its rows of facts as they were last appended. */
export interface FoldedDocument {
  readonly id: string;
  readonly number: number;
  /** Open (see `DocumentText`). */
  text: string;
  /** Only of a long one: of the others the text is a quarter as large, costs the collector nothing, and is soon parsed. */
  body: unknown;
  position: string;
  /** By table, in the order of the projection's tables; place is slot. */
  rows: readonly (readonly FactValues[])[];
}

/** Rows of a document by table. */
export const rowsOf = (projection: Projection, tableNames: readonly string[], body: unknown): readonly (readonly FactValues[])[] => {
  if (tableNames.length === 0) return [];
  const rows: FactValues[][] = tableNames.map(() => []);
  for (const { table, slot, values } of projection.facts(body) as readonly FactRow[]) rows[tableNames.indexOf(table)]![slot] = values;
  return rows;
};

/** Characters from which on a document is kept parsed too. */
const LONG_TEXT = 4096;

export const textOf = ({ text }: Projection) => text ?? wholeText;

export const bodyOf = (projection: Projection, { text, body }: FoldedDocument): unknown => body ?? JSON.parse(textOf(projection).close(text));

/** What of a body stays in memory beside its text. */
export const keptBody = (text: string, body: unknown): unknown => (text.length >= LONG_TEXT ? body : undefined);

export const restored = (projection: Projection, tableNames: readonly string[], { id, number, position, body: stored }: StoredDocument): FoldedDocument => {
  const body: unknown = JSON.parse(stored);
  const text = textOf(projection).open(body);
  return { id, number, position, text, body: keptBody(text, body), rows: rowsOf(projection, tableNames, body) };
};

const NONE: readonly FoldedDocument[] = [];

/**
 * The documents used last, at most about `max`: two halves, of which the older is dropped whole when the younger is full. It
 * costs two look-ups where an exact order of use costs a rewrite at every one.
 */
export class RecentDocuments {
  private young = new Map<string, FoldedDocument>();
  private old = new Map<string, FoldedDocument>();

  constructor(private readonly max: number) {}

  get(id: string): FoldedDocument | undefined {
    return this.young.get(id) ?? this.old.get(id);
  }

  /** @returns the documents that are forgotten for it: mostly none */
  keep(document: FoldedDocument): readonly FoldedDocument[] {
    const full = this.young.size * 2 >= this.max && !this.young.has(document.id);
    const forgotten = full ? [...this.old.values()].filter(({ id }) => !this.young.has(id)) : NONE;
    if (full) [this.old, this.young] = [this.young, new Map()];
    this.young.set(document.id, document);
    return forgotten;
  }
}

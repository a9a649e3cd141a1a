import type { FactRow, FactValues, Projection } from '@netral/projections';
import type { StoredDocument } from '@netral/read-store';

/** A document in memory while events are folded into it, with its rows of facts as they were last appended. */
export interface FoldedDocument {
  readonly id: string;
  readonly number: number;
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

export const restored = (projection: Projection, tableNames: readonly string[], { id, number, position, body }: StoredDocument): FoldedDocument => {
  const parsed: unknown = JSON.parse(body);
  return { id, number, position, body: parsed, rows: rowsOf(projection, tableNames, parsed) };
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

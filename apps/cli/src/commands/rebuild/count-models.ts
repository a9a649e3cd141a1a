import { projections } from '@netral/projections';
import type { ReadStore } from '@netral/read-store';

export interface ModelCount {
  readonly model: string;
  /** `documents`, or the name of a table of facts. */
  readonly what: string;
  readonly count: number;
}

/** How much each read model holds, in the order of the projections. */
export const countModels = async (store: ReadStore): Promise<readonly ModelCount[]> => {
  const counts: ModelCount[] = [];
  for (const { name, tables } of projections) {
    counts.push({ model: name, what: 'documents', count: await store.documentCount(name) });
    for (const table of Object.keys(tables)) counts.push({ model: name, what: table, count: await store.rowCount(`${name}/${table}`) });
  }
  return counts;
};

import { projections } from '@netral/projections';
import type { ReadStore } from '@netral/read-store';

export interface ModelCount {
  readonly model: string;
  /** `documents`, or the name of a table of facts. */
  readonly what: string;
  readonly count: number;
}
export interface ModelCounts {
  /** Events folded into them. */
  readonly events: number;
  readonly models: readonly ModelCount[];
}

/** How much each read model holds, in the order of the projections. */
export const countModels = async (store: ReadStore): Promise<ModelCounts> => {
  const models: ModelCount[] = [];
  for (const { name, tables } of projections) {
    models.push({ model: name, what: 'documents', count: await store.documentCount(name) });
    for (const table of Object.keys(tables)) models.push({ model: name, what: table, count: await store.rowCount(`${name}/${table}`) });
  }
  return { events: await store.logLength(), models };
};

import { projections } from '@netral/projections';
import type { ReadStore } from '@netral/read-store';
import { collect, plainRows } from '../contract/read-store.contract';

/** Everything that a read store holds, as plain values, whatever its chunks. */
export const contentsOf = async (store: ReadStore) => {
  const index = await collect(store.logIndex(0));
  const models: Record<string, unknown> = {};
  for (const { name, tables } of projections) {
    const ids = await store.documentIds(name, 0, 100_000);
    const documents = await store.documents(name, ids);
    const rows: Record<string, unknown> = {};
    for (const table of Object.keys(tables)) rows[table] = (await collect(store.chunks(`${name}/${table}`, 0))).flatMap(plainRows);
    models[name] = { checkpoint: await store.checkpoint(name), documents: ids.map((id) => documents.get(id)), rows };
  }
  return { fingerprint: await store.fingerprint(), positions: index.flatMap(({ positions }) => [...positions]), knownFrom: index.flatMap(({ knownFrom }) => [...knownFrom]), models };
};

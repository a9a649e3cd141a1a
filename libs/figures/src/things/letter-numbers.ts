import type { ColumnTable } from '../columns/column-table';
import type { Models } from './known';

interface Found {
  /** Letters and names looked at so far. */
  letters: number;
  names: number;
  readonly byId: Map<string, number>;
}
// Tables only grow, and a letter keeps its number: what was found stays found, for every later question.
const foundIn = new WeakMap<ColumnTable, Found>();

/** Numbers of those letters of a table that anomalies name, by id. */
export const letterNumbers = (models: Models, table: ColumnTable): ReadonlyMap<string, number> => {
  const found = foundIn.get(table) ?? { letters: 0, names: 0, byId: new Map<string, number>() };
  foundIn.set(table, found);
  const named = models.tables('anomalies').map((each) => each.text('letter').values);
  const names = named.reduce((sum, { length }) => sum + length, 0);
  if (names === found.names && table.docs === found.letters) return found.byId;
  const wanted = new Set(named.flat());
  for (let doc = names === found.names ? found.letters : 0; doc < table.docs; doc += 1) {
    const id = models.idOf('recommendations', doc);
    if (id !== undefined && wanted.has(id)) found.byId.set(id, doc);
  }
  [found.letters, found.names] = [table.docs, names];
  return found.byId;
};

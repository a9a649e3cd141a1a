import type { ReadStore, RowChunk } from '@netral/read-store';
import type { Checks } from './checks';

/** Rows one after another, each as a text of all its values, without any other than those made by the first `events` events. */
async function* rowsOf(store: ReadStore, table: string, events: number): AsyncGenerator<string> {
  for await (const chunk of store.chunks(table, 0)) {
    const columns = columnsOf(chunk);
    for (let row = 0; row < chunk.length; row += 1) {
      if (chunk.from[row]! >= events) return;
      yield columns.map((value) => value(row)).join('|');
    }
  }
}

/** Columns by name, so that the order in which a store gives them makes no difference. */
const columnsOf = ({ from, doc, slot, present, ints, texts }: RowChunk): readonly ((row: number) => string)[] => [
  ...[from, doc, slot, present].map((column) => (row: number) => String(column[row])),
  ...Object.entries(ints).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, column]) => (row: number) => `${name}=${column[row]}`),
  ...Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { values, codes }]) => (row: number) => `${name}=${values[codes[row]!] ?? '?'}`),
];

/** Every row of one table in both stores, in order. */
export const compareRows = async (table: string, models: ReadStore, fresh: ReadStore, events: number, checks: Checks): Promise<void> => {
  const [found, expected] = [rowsOf(models, table, events), rowsOf(fresh, table, events)];
  for (let row = 0; ; row += 1) {
    const [one, other] = [await found.next(), await expected.next()];
    if (one.done === true && other.done === true) return;
    const [is, should] = [one.done === true ? 'missing' : one.value, other.done === true ? 'none' : other.value];
    checks.see('rows', is === should, () => `${table} row ${row}: ${is}, expected ${should}`);
  }
};

import type { Commit, LogIndexChunk, ProjectionCommit, ReadStore, RowChunk, StoredDocument } from '@netral/read-store';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';

export interface ReadStoreUnderTest {
  open(): Promise<ReadStore>;
  /** Opens what `open` filled once more, as a new process would; undefined where nothing outlives the process. */
  readonly reopen?: () => Promise<ReadStore>;
  /** Opens it a second time while the first is open, to read only; undefined where only the first can be read. */
  readonly reader?: () => Promise<ReadStore>;
  /** Opens it a second time for writing; undefined where one store alone gives leases. */
  readonly rival?: () => Promise<ReadStore>;
  /** How a process of its own opens it, for `read-store.child.ts`; undefined where none can. */
  readonly childArguments?: readonly string[];
  readonly clean?: () => Promise<void> | void;
}

/** Position of an ordinal: beyond 32 bits and sparse. */
export const position = (ordinal: number): string => String(5_000_000_000n + 7n * BigInt(ordinal)).padStart(20, '0');
export const document = (number: number, ordinal: number, body = `{"at":${ordinal}}`): StoredDocument => ({ id: `id-${number}`, number, position: position(ordinal), body });

/** Rows with ordinals of their own numbers; `shift` makes other texts. */
export const rows = (firstRow: number, length: number, shift = 0): RowChunk => {
  const numbers = Array.from({ length }, (_, index) => firstRow + index);
  return {
    firstRow, length,
    from: Int32Array.from(numbers), doc: Int32Array.from(numbers, (n) => n % 7), slot: Int32Array.from(numbers, (n) => n % 3),
    present: Uint8Array.from(numbers, (n) => (n % 5 === 0 ? 0 : 1)),
    ints: { day: Int32Array.from(numbers, (n) => (n % 4 === 0 ? 2_147_483_647 : 18_000 + n)), value: Int32Array.from(numbers, (n) => (n % 2 === 0 ? -n : n * 70_000)) },
    texts: { employer: { values: [`e${(firstRow + shift) % 3}`, 'pusat.bkn', 'tanda "kutip", ümlaut'], codes: Int32Array.from(numbers, (n) => n % 3) } },
  };
};
export const log = (firstOrdinal: number, length: number): LogIndexChunk => ({
  firstOrdinal,
  positions: BigUint64Array.from({ length }, (_, index) => BigInt(position(firstOrdinal + index))),
  knownFrom: Float64Array.from({ length }, (_, index) => 1_600_000_000_000 + firstOrdinal + index),
});

/** Rows as plain values: what a chunk says, whatever its boundaries and dictionary. */
export const plainRows = (chunk: RowChunk): readonly unknown[] =>
  Array.from({ length: chunk.length }, (_, row) => [
    chunk.firstRow + row, chunk.from[row], chunk.doc[row], chunk.slot[row], chunk.present[row],
    ...Object.entries(chunk.ints).map(([name, column]) => [name, column[row]]),
    ...Object.entries(chunk.texts).map(([name, { values, codes }]) => [name, values[codes[row]!]]),
  ]);
export const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
export const allRows = async (store: ReadStore, table: string, from = 0) => (await collect(store.chunks(table, from))).flatMap(plainRows);
export const allPositions = async (store: ReadStore, from = 0) => (await collect(store.logIndex(from))).flatMap(({ positions, knownFrom }) => [...positions].map((each, index) => [each, knownFrom[index]]));
export const step = (projection: string, ordinal: number, documents: readonly StoredDocument[], ...chunks: readonly RowChunk[]): ProjectionCommit =>
  ({ projection, checkpoint: position(ordinal), documents, chunks: chunks.map((chunk) => ({ table: `${projection}/rows`, chunk })) });


const [PROJECTION, TABLE, FINGERPRINT] = ['letters', 'letters/rows', 'letters@1'];
const sizeOf = (number: number): number => 1 + ((number * 5) % 7);
const sizeBefore = (number: number): number => Array.from({ length: number }, (_, each) => sizeOf(each)).reduce((sum, size) => sum + size, 0);

/** The n-th commit of a run that goes on for ever: rows whose texts do not depend on how they are cut, a new document and changes of earlier ones. */
export const commitNumber = (number: number): Commit => {
  const [first, size] = [sizeBefore(number), sizeOf(number)];
  const changed = [...new Set([number, number >> 1, number >> 2])].map((each) => document(each, number));
  return { fingerprint: FINGERPRINT, logIndex: log(first, size), projections: [step(PROJECTION, number, changed, rows(first, size, 2 * first)), step('records', number, [document(0, number)])] };
};

/** Everything that such a run leaves in a store. */
export const contentOf = async (store: ReadStore) => {
  const ids = await store.documentIds(PROJECTION, 0, 1_000_000);
  const documents = await store.documents(PROJECTION, ids);
  return {
    fingerprint: await store.fingerprint(), checkpoints: [await store.checkpoint(PROJECTION), await store.checkpoint('records')],
    documents: ids.map((id) => documents.get(id)), records: [...(await store.documents('records', ['id-0'])).values()],
    counts: [await store.documentCount(PROJECTION), await store.documentCount('records'), await store.rowCount(TABLE), await store.logLength()],
    rows: await allRows(store, TABLE), positions: await allPositions(store),
  };
};
export type Content = Awaited<ReturnType<typeof contentOf>>;

/** What a store holds after the first so many commits of the run. */
export const contentAfter = async (commits: number): Promise<Content> => {
  const store = new MemoryReadStore();
  for (let number = 0; number < commits; number += 1) await store.commit(commitNumber(number));
  return contentOf(store);
};

/** Commits of the run that a store holds. */
export const commitsIn = (store: ReadStore): Promise<number> => store.documentCount(PROJECTION);

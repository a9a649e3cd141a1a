import type { FoldLease, FoldLeaseOptions } from '../fold-lease';
import { cutChunk, cutLogIndex, mergeChunks, mergeLogIndex, takesIn } from '../merge-chunks';
import { OutOfStepError, ReadStoreError, type Commit, type ProjectionCommit, type ReadStore, type Rebuild, type StoredDocument } from '../read-store';
import type { LogIndexChunk, RowChunk } from '../row-chunk';
import { SoleLease } from '../sole-lease';

interface Held {
  fingerprint: string | undefined;
  readonly checkpoints: Map<string, string>;
  readonly documents: Map<string, Map<string, StoredDocument>>;
  readonly ids: Map<string, string[]>;
  readonly chunks: Map<string, RowChunk[]>;
  readonly logIndex: LogIndexChunk[];
}
const nothingHeld = (): Held =>
  ({ fingerprint: undefined, checkpoints: new Map(), documents: new Map(), ids: new Map(), chunks: new Map(), logIndex: [] });

/** Read models that live as long as the process: for tests, and for a look at a log without writing anything. */
export class MemoryReadStore implements ReadStore {
  private held = nothingHeld();
  private swaps = 0;
  private closed = false;
  private readonly sole = new SoleLease();

  lease(options: FoldLeaseOptions): Promise<FoldLease> {
    return this.sole.take(options);
  }

  async commit({ fingerprint, token, logIndex, projections }: Commit): Promise<void> {
    const held = this.open();
    this.sole.check(token);
    for (const { table, chunk } of projections.flatMap(({ chunks }) => chunks)) inStep(table, chunk.firstRow, rowsOf(held, table));
    if (logIndex !== undefined) inStep('log index', logIndex.firstOrdinal, logLengthOf(held));
    for (const each of projections) keep(held, each);
    if (logIndex !== undefined) pushMerged(held.logIndex, logIndex, ({ positions }) => positions, mergeLogIndex);
    held.fingerprint = fingerprint ?? held.fingerprint;
  }

  async generation(): Promise<string> {
    return String(this.swaps);
  }

  async fingerprint(): Promise<string | undefined> {
    return this.open().fingerprint;
  }

  async checkpoint(projection: string): Promise<string | undefined> {
    return this.open().checkpoints.get(projection);
  }

  async documents(projection: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    const all = this.open().documents.get(projection);
    const found = [...new Set(ids)].flatMap((id) => {
      const document = all?.get(id);
      return document === undefined ? [] : [[id, document] as const];
    });
    return new Map(found);
  }

  async documentIds(projection: string, fromNumber: number, limit: number): Promise<readonly string[]> {
    return (this.open().ids.get(projection) ?? []).slice(fromNumber, fromNumber + limit);
  }

  async documentCount(projection: string): Promise<number> {
    return this.open().ids.get(projection)?.length ?? 0;
  }

  async *chunks(table: string, fromRow: number): AsyncIterable<RowChunk> {
    const chunks = [...(this.open().chunks.get(table) ?? [])];
    for (const chunk of chunks) if (chunk.firstRow + chunk.length > fromRow) yield cutChunk(chunk, fromRow);
  }

  async rowCount(table: string): Promise<number> {
    return rowsOf(this.open(), table);
  }

  async *logIndex(fromOrdinal: number): AsyncIterable<LogIndexChunk> {
    const chunks = [...this.open().logIndex];
    for (const chunk of chunks) if (chunk.firstOrdinal + chunk.positions.length > fromOrdinal) yield cutLogIndex(chunk, fromOrdinal);
  }

  async logLength(): Promise<number> {
    return logLengthOf(this.open());
  }

  async beginRebuild(): Promise<Rebuild> {
    this.open();
    const store = new MemoryReadStore();
    const swap = async () => {
      this.held = store.open();
      this.swaps += 1;
      await store.close();
    };
    return { store, swap, abandon: () => store.close() };
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  private open(): Held {
    if (this.closed) throw new ReadStoreError('closed', 'the read store is closed');
    return this.held;
  }
}

const keep = (held: Held, { projection, checkpoint, documents, chunks }: ProjectionCommit): void => {
  const all = placeIn(held.documents, projection, () => new Map<string, StoredDocument>());
  const ids = placeIn(held.ids, projection, (): string[] => []);
  for (const document of documents) {
    const before = all.get(document.id);
    if (before !== undefined && before.position >= document.position) continue;
    all.set(document.id, document);
    ids[document.number] = document.id;
  }
  for (const { table, chunk } of chunks) {
    const rows = placeIn(held.chunks, table, (): RowChunk[] => []);
    if (chunk.length > 0) pushMerged(rows, chunk, (each) => each, (before, added) => mergeChunks([before, added]));
  }
  held.checkpoints.set(projection, checkpoint);
};

const pushMerged = <C>(chunks: C[], added: C, rowsIn: (chunk: C) => { readonly length: number }, merge: (before: C, added: C) => C): void => {
  let merged = added;
  for (let before = chunks.at(-1); before !== undefined && takesIn(rowsIn(before), rowsIn(merged)); before = chunks.at(-1)) {
    merged = merge(before, merged);
    chunks.pop();
  }
  chunks.push(merged);
};

const placeIn = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
};

const inStep = (what: string, found: number, expected: number): void => {
  if (found !== expected) throw new OutOfStepError(what, found, expected);
};

const rowsOf = (held: Held, table: string): number => {
  const last = held.chunks.get(table)?.at(-1);
  return last === undefined ? 0 : last.firstRow + last.length;
};

const logLengthOf = ({ logIndex }: Held): number => {
  const last = logIndex.at(-1);
  return last === undefined ? 0 : last.firstOrdinal + last.positions.length;
};

import { cutChunk, cutLogIndex } from '../merge-chunks';
import { ReadStoreError, type StoredDocument } from '../read-store';
import type { LogIndexChunk, RowChunk } from '../row-chunk';
import type { MongoConnection } from './connection';
import { documentKey, documentsOf, type DocumentRow, type ModelState, type Part, type PartRef } from './layout';
import { lengthOf, partsOfTable, projectionOf } from './next-state';
import { logIndexIn, Parts, rowsIn, slices } from './parts';

/** What may be seen of a generation now. */
export interface View {
  readonly generation: number;
  readonly state: ModelState;
}

/** A part or a generation may be replaced between two calls; then the newer view has what it held. */
const TURNS_MAX = 50;
const damaged = () => new ReadStoreError('corrupt', 'the read models are damaged: rows are missing; rebuild them');

/** Reads of the port. Whatever a commit under way has written already, nothing beyond what the view counts is given. */
export class ViewedReads {
  private seen: View | undefined;

  constructor(private readonly connection: MongoConnection, private readonly look: (seen: View | undefined) => Promise<View>, private readonly batchMax: number) {}

  async view(): Promise<View> {
    return (this.seen = await this.look(this.seen));
  }

  async documents(projection: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    const keys = [...new Set(ids)].map((id) => documentKey(projection, id));
    const { found, state } = await this.steady(async (generation) => {
      const rows: DocumentRow[] = [];
      for (const some of slices(keys, this.batchMax)) rows.push(...(await this.connection.call((db) => documentsOf(db, generation).find({ _id: { $in: [...some] } }).toArray())));
      return rows;
    });
    const count = projectionOf(state, projection)?.documents ?? 0;
    const visible = found.filter(({ n }) => n < count).map(({ _id, n, at, body }) => ({ id: _id.slice(projection.length + 1), number: n, position: at, body }));
    return new Map(visible.map((document) => [document.id, document]));
  }

  async documentIds(projection: string, fromNumber: number, limit: number): Promise<readonly string[]> {
    const { found, state } = await this.steady((generation, seen) => {
      const count = projectionOf(seen, projection)?.documents ?? 0;
      if (count <= fromNumber || limit <= 0) return Promise.resolve([]);
      return this.connection.call((db) => documentsOf(db, generation)
        .find({ p: projection, n: { $gte: fromNumber, $lt: count } }, { projection: { n: 1 } }).sort({ n: 1 }).limit(limit).toArray());
    }, true);
    const count = projectionOf(state, projection)?.documents ?? 0;
    return found.filter(({ n }) => n < count).map(({ _id }) => _id.slice(projection.length + 1));
  }

  chunks(table: string, fromRow: number): AsyncIterable<RowChunk> {
    return this.pieces((state) => partsOfTable(state, table), (part) => rowsIn(part), cutChunk, fromRow);
  }

  logIndex(fromOrdinal: number): AsyncIterable<LogIndexChunk> {
    return this.pieces(({ log }) => log, logIndexIn, cutLogIndex, fromOrdinal);
  }

  private async *pieces<C>(refsIn: (state: ModelState) => readonly PartRef[], read: (part: Part, ref: PartRef) => C, cut: (piece: C, from: number) => C, from: number): AsyncIterable<C> {
    let view = await this.view();
    const end = lengthOf(refsIn(view.state));
    for (let [next, missed] = [from, 0]; next < end; ) {
      const ref = refsIn(view.state).find((each) => each.end > next);
      if (ref === undefined) return;
      const part = await new Parts(this.connection, view.generation, this.batchMax).get(ref.id);
      if (part === undefined) {
        if ((missed += 1) > TURNS_MAX) throw damaged();
        view = await this.view();
        continue;
      }
      yield cut(read(part, ref), next);
      [next, missed] = [ref.end, 0];
    }
  }

  /** What is read while the generation stays the same. Unless it is asked `fresh`, the view that was seen last says where to look. */
  private async steady<T>(read: (generation: number, state: ModelState) => Promise<T>, fresh = false): Promise<{ readonly found: T; readonly state: ModelState }> {
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const before = fresh || this.seen === undefined ? await this.view() : this.seen;
      const found = await read(before.generation, before.state).then((value) => ({ value }), (error: unknown) => ({ error }));
      const after = await this.view();
      if (after.generation !== before.generation) continue;
      if ('error' in found) throw found.error;
      return { found: found.value, state: after.state };
    }
    throw damaged();
  }
}

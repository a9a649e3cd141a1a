import { ObjectId } from 'mongodb';
import { decodeChunk, decodeLogIndex, encodeChunk, encodeLogIndex } from '../chunk-codec';
import { cutChunk } from '../merge-chunks';
import type { LogIndexChunk, RowChunk } from '../row-chunk';
import type { MongoConnection } from './connection';
import { partsOf, type DocumentRow, type Part, type PartContent, type PartRef } from './layout';

/** A document of MongoDB holds 16 MiB; what is packed stays well below. */
const PART_BYTES_MAX = 12 * 1024 * 1024;
const REDO_BYTES_MAX = 8 * 1024 * 1024;
/** Of a document in a redo part, beside its body. */
const OVERHEAD_BYTES = 512;

/** Small parts just inserted are kept in memory: they are the ones that are merged next. */
const KEPT_MAX = 200;
const KEPT_BYTES_MAX = 32 * 1024;

/** Parts of one generation. They are never changed, so whoever has met one may keep it, and one that is gone was replaced. */
export class Parts {
  private readonly kept = new Map<string, Part>();

  constructor(private readonly connection: MongoConnection, private readonly generation: number, private readonly batchMax: number) {}

  async get(id: ObjectId): Promise<Part | undefined> {
    const kept = this.kept.get(id.toHexString());
    if (kept !== undefined) return kept;
    return (await this.connection.call((db) => partsOf(db, this.generation).findOne({ _id: id }))) ?? undefined;
  }

  /** All of them, in the order asked; undefined when one is gone. */
  async all(ids: readonly ObjectId[]): Promise<readonly Part[] | undefined> {
    const found = await Promise.all(ids.map((id) => this.get(id)));
    return found.every((part) => part !== undefined) ? found : undefined;
  }

  async insert(parts: readonly Part[]): Promise<void> {
    for (const some of slices(parts, this.batchMax)) await this.connection.call((db) => partsOf(db, this.generation).insertMany(some as Part[]));
    for (const part of parts) this.keep(part);
  }

  private keep(part: Part): void {
    if (part.redo !== undefined || (part.rows ?? part.positions)!.length > KEPT_BYTES_MAX) return;
    if (this.kept.size >= KEPT_MAX) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(part._id.toHexString(), part);
  }

  async remove(ids: readonly ObjectId[]): Promise<void> {
    for (const some of slices(ids, this.batchMax)) {
      await this.connection.call((db) => partsOf(db, this.generation).bulkWrite(some.map((_id) => ({ deleteOne: { filter: { _id } } })), { ordered: false }));
    }
  }

  async ids(): Promise<readonly ObjectId[]> {
    const found = await this.connection.call((db) => partsOf(db, this.generation).find({}, { projection: { _id: 1 } }).toArray());
    return found.map(({ _id }) => _id);
  }
}

export const rowsIn = ({ rows }: PartContent): RowChunk => decodeChunk(rows!);
export const logIndexIn = ({ positions, knownFrom }: PartContent, { end }: PartRef): LogIndexChunk => {
  const decoded = decodeLogIndex(0, { positions: positions!, knownFrom: knownFrom! });
  return { ...decoded, firstOrdinal: end - decoded.positions.length };
};

/** A part to be written, and how it is found again. */
export interface NewPart {
  readonly part: Part;
  readonly ref: PartRef;
}

/** Rows as parts: one, unless they are too many for a document. */
export const rowParts = (chunk: RowChunk): readonly NewPart[] => {
  const rows = encodeChunk(chunk);
  if (rows.length > PART_BYTES_MAX && chunk.length > 1) {
    const middle = chunk.firstRow + Math.floor(chunk.length / 2);
    return [...rowParts({ ...chunk, length: middle - chunk.firstRow }), ...rowParts(cutChunk(chunk, middle))];
  }
  const id = new ObjectId();
  return [{ part: { _id: id, rows }, ref: { id, end: chunk.firstRow + chunk.length } }];
};

export const logIndexPart = (chunk: LogIndexChunk): NewPart => {
  const id = new ObjectId();
  return { part: { _id: id, ...encodeLogIndex(chunk) }, ref: { id, end: chunk.firstOrdinal + chunk.positions.length } };
};

/** Documents of a commit, as many together as a document holds. */
export const redoParts = (documents: readonly DocumentRow[]): readonly Part[] => {
  const parts: DocumentRow[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const document of documents) {
    const own = Buffer.byteLength(document.body) + OVERHEAD_BYTES;
    if (bytes + own > REDO_BYTES_MAX) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)!.push(document);
    bytes += own;
  }
  return parts.map((redo) => ({ _id: new ObjectId(), redo }));
};

export const slices = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

import type { Collection, Db, ObjectId } from 'mongodb';
import { CODEC_VERSION } from '../chunk-codec';

/** Raise the first factor when the layout changes its meaning: read models of another format are folded anew. */
export const FORMAT = 1 * 1000 + CODEC_VERSION;

/** Names the generation that answers. `turn` grows whenever it may have moved or must not move any more, so a swap that was begun before is refused. */
export interface Pointer {
  readonly _id: string;
  readonly format: number;
  readonly generation: number;
  /** Greatest number that any generation has had. */
  readonly last: number;
  /** Greatest fencing token of a lease. */
  readonly token: number;
  readonly turn: number;
}
export const POINTER = 'current';

/** A stored piece of a table or of the log index: where it is, and one more than the number of its last row. It begins where the one before it ends. */
export interface PartRef {
  readonly id: ObjectId;
  readonly end: number;
}

/** What a generation holds: readers see exactly the rows, ordinals and documents that it counts. */
export interface ModelState {
  readonly fingerprint: string | null;
  readonly log: readonly PartRef[];
  readonly tables: readonly { readonly name: string; readonly parts: readonly PartRef[] }[];
  readonly projections: readonly { readonly name: string; readonly checkpoint: string; readonly documents: number }[];
}
export const NOTHING: ModelState = { fingerprint: null, log: [], tables: [], projections: [] };

/**
 * Head of a generation. A commit that changes documents stands from the moment its `next` does (sealed: `seq` is one ahead of `applied`);
 * once the documents of its redo parts are written, `next` becomes the state.
 */
export interface Head {
  readonly _id: string;
  readonly seq: number;
  readonly applied: number;
  /** Fencing token of the last commit, or of a lease taken since: an older one is refused. */
  readonly token: number;
  readonly state: ModelState;
  readonly next: { readonly state: ModelState; readonly redo: readonly ObjectId[] } | null;
}

/** `_id` is the projection and the id; `n` the number, `at` the position of the last event folded into it. */
export interface DocumentRow {
  readonly _id: string;
  readonly p: string;
  readonly n: number;
  readonly at: string;
  readonly body: string;
}

/** Written once and never changed: rows of a table, a piece of the log index, or the documents of a commit until they are written. */
export type Part = { readonly _id: ObjectId } & PartContent;
export interface PartContent {
  readonly rows?: Buffer;
  readonly positions?: Buffer;
  readonly knownFrom?: Buffer;
  readonly redo?: readonly DocumentRow[];
}

/** A lease: its number is the fencing token. Rows are only ever added, so that two who ask at once cannot both get one, whatever the server. */
export interface LeaseRow {
  readonly _id: number;
  readonly holder: string;
  readonly ttlMs: number;
  readonly renewals: number;
  readonly released: boolean;
}

export const headId = (generation: number): string => `head ${generation}`;
export const documentKey = (projection: string, id: string): string => `${projection}/${id}`;
export const control = (db: Db): Collection<Pointer | Head> => db.collection('read_store');
export const pointers = (db: Db): Collection<Pointer> => db.collection('read_store');
export const heads = (db: Db): Collection<Head> => db.collection('read_store');
export const leases = (db: Db): Collection<LeaseRow> => db.collection('read_leases');
export const documentsOf = (db: Db, generation: number): Collection<DocumentRow> => db.collection(`read_documents_${generation}`);
export const partsOf = (db: Db, generation: number): Collection<Part> => db.collection(`read_parts_${generation}`);

const OF_A_GENERATION = /^read_(?:documents|parts)_(\d+)$/;
/** Number of the generation that a collection belongs to; undefined for one that is none of ours. */
export const generationOf = (collection: string): number | undefined => {
  const found = OF_A_GENERATION.exec(collection);
  return found === null ? undefined : Number(found[1]);
};

import type { MongoConnection } from './connection';
import { documentsOf, type DocumentRow } from './layout';
import { slices } from './parts';
import { isDuplicate } from './store-errors';

/** Somebody may insert the same documents at the same time, once; more often nobody does. */
const TURNS_MAX = 5;

export interface DocumentsTarget {
  readonly connection: MongoConnection;
  readonly generation: number;
  /** Writes in one call. */
  readonly batchMax: number;
}

/**
 * Writes documents, each unless one of the same or a later position is there. Safe to repeat, and to run beside another that writes the
 * same. `isNew` says of which documents none is expected: they are inserted without a look.
 */
export const writeDocuments = async (target: DocumentsTarget, documents: readonly DocumentRow[], isNew: (document: DocumentRow) => boolean): Promise<void> => {
  for (const some of slices(documents.filter(isNew), target.batchMax)) if (!(await inserted(target, some))) await writeKnown(target, some);
  for (const some of slices(documents.filter((each) => !isNew(each)), target.batchMax)) await writeKnown(target, some);
};

// An upsert with a guard would do both in one, but some servers stop a batch at the first that is refused.
const writeKnown = async (target: DocumentsTarget, documents: readonly DocumentRow[]): Promise<void> => {
  // Most often all are there and older: then one call is enough.
  if ((await update(target, documents)) === documents.length) return;
  let waiting = documents;
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    const found = await positionsOf(target, waiting);
    await update(target, waiting.filter(({ _id, at }) => found.has(_id) && found.get(_id)! < at));
    waiting = waiting.filter(({ _id }) => !found.has(_id));
    if (waiting.length === 0 || (await inserted(target, waiting))) return;
  }
  throw new Error('documents appear and vanish while they are written');
};

const positionsOf = async ({ connection, generation }: DocumentsTarget, documents: readonly DocumentRow[]): Promise<ReadonlyMap<string, string>> => {
  const filter = { _id: { $in: documents.map(({ _id }) => _id) } };
  const found = await connection.call((db) => documentsOf(db, generation).find(filter, { projection: { at: 1 } }).toArray());
  return new Map(found.map(({ _id, at }) => [_id, at]));
};

/** The guard stands in the filter: a writer that was overtaken changes nothing. Tells how many were there and older. */
const update = async ({ connection, generation }: DocumentsTarget, documents: readonly DocumentRow[]): Promise<number> => {
  if (documents.length === 0) return 0;
  const writes = documents.map(({ _id, at, body }) => ({ updateOne: { filter: { _id, at: { $lt: at } }, update: { $set: { at, body } } } }));
  const { matchedCount } = await connection.call((db) => documentsOf(db, generation).bulkWrite(writes, { ordered: false }));
  return matchedCount;
};

/** False when some were there already. */
const inserted = async ({ connection, generation }: DocumentsTarget, documents: readonly DocumentRow[]): Promise<boolean> =>
  connection.call(async (db) => {
    try {
      await documentsOf(db, generation).insertMany(documents as DocumentRow[], { ordered: false });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  });

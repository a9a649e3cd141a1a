import { type AnyBulkWriteOperation, type Collection, type Document, MongoBulkWriteError, type OptionalUnlessRequiredId } from 'mongodb';

const DUPLICATE = 11_000;
/** Keys asked for in one question. */
export const KEYS_AT_ONCE = 5_000;

/** A list cut into pieces of at most `max`. */
export const chunks = <T>(all: readonly T[], max: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / max) }, (_, index) => all.slice(index * max, (index + 1) * max));

/**
 * Enters documents, `batchMax` a call, each of them or none. @returns those whose key is taken already
 */
export const insertNew = async <T extends Document>(collection: Collection<T>, documents: readonly T[], batchMax: number): Promise<T[]> => {
  const taken: T[] = [];
  for (const batch of chunks(documents, batchMax)) {
    try {
      await collection.insertMany(batch as OptionalUnlessRequiredId<T>[], { ordered: false });
    } catch (error) {
      taken.push(...duplicatesIn(error).map((index) => batch[index] as T));
    }
  }
  return taken;
};

/** Places of the documents refused for their key alone. @throws what else was wrong */
const duplicatesIn = (error: unknown): number[] => {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const errors = [error.writeErrors].flat();
  if (errors.length === 0 || errors.some(({ code }) => code !== DUPLICATE) || error.result.getWriteConcernError() !== undefined) throw error;
  return errors.map(({ index }) => index);
};

/** Writes that do not depend on each other, `batchMax` a call. */
export const writeAll = async <T extends Document>(collection: Collection<T>, writes: readonly AnyBulkWriteOperation<T>[], batchMax: number): Promise<void> => {
  for (const batch of chunks(writes, batchMax)) await collection.bulkWrite(batch, { ordered: false });
};

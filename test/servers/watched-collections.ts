import type { Collection } from 'mongodb';

/** Told of every call to the server, before it goes and after its answer; by throwing it takes the place of either. */
export interface Watch {
  before?(call: string): Promise<void> | void;
  after?(call: string): Promise<void> | void;
}
const CALLS = ['findOne', 'insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'bulkWrite', 'deleteOne', 'deleteMany', 'findOneAndUpdate', 'createIndex'];

/** The same collections, with every call seen by the watch. */
export const watchedCollections = <T extends object>(database: T, watch: Watch): T =>
  Object.fromEntries(Object.entries(database).map(([key, value]) => [key, isCollection(value) ? watched(value, watch) : value])) as T;

/** Thrown in place of a call once the process is to be thought dead. */
export class Stopped extends Error {}

/**
 * Ends everything at the n-th call: it is not made (`before`), or it is made and its answer is lost (`after`); nothing is answered later.
 */
export const stoppingAt = (n: number, when: 'before' | 'after'): Watch & { readonly stopped: () => boolean } => {
  let [calls, stopped] = [0, false];
  const stop = (): never => {
    stopped = true;
    throw new Stopped(`stopped ${when} call ${n}`);
  };
  return {
    before: () => {
      calls += 1;
      if (stopped || (when === 'before' && calls >= n)) stop();
    },
    after: () => {
      if (stopped || calls >= n) stop();
    },
    stopped: () => stopped,
  };
};

const isCollection = (value: unknown): value is Collection => typeof value === 'object' && value !== null && 'insertMany' in value;

const watched = (collection: Collection, watch: Watch): Collection => {
  const around = async <R>(call: string, work: () => Promise<R>): Promise<R> => {
    await watch.before?.(`${collection.collectionName}.${call}`);
    const answer = await work();
    await watch.after?.(`${collection.collectionName}.${call}`);
    return answer;
  };
  return new Proxy(collection, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || typeof name !== 'string') return method;
      const call = method.bind(target) as (...given: unknown[]) => never;
      if (CALLS.includes(name)) return (...given: unknown[]) => around(name, () => call(...given));
      if (name !== 'find') return call;
      return (...given: unknown[]) => {
        const cursor = call(...given) as { toArray(): Promise<unknown[]> };
        const toArray = cursor.toArray.bind(cursor);
        return Object.assign(cursor, { toArray: () => around('find', toArray) });
      };
    },
  });
};

import type { Db } from 'mongodb';
import { FencedError } from '../fold-lease';
import { OutOfStepError, ReadStoreError } from '../read-store';
import type { MongoConnection } from './connection';
import { documentsOf, FORMAT, generationOf, headId, heads, NOTHING, POINTER, pointers, type Pointer } from './layout';
import { isDuplicate } from './store-errors';

/** Documents are found by `_id`, and their ids in the order of their numbers by this. */
const INDEX = { p: 1, n: 1 } as const;

/** Generations of read models in one database, and the pointer to the one that answers. */
export class Generations {
  constructor(private readonly connection: MongoConnection) {}

  async pointer(): Promise<Pointer | undefined> {
    return (await this.connection.call((db) => pointers(db).findOne({ _id: POINTER }))) ?? undefined;
  }

  /** The pointer; made, with an empty generation, when there is none. */
  async ensured(): Promise<Pointer> {
    const found = await this.pointer();
    if (found !== undefined) return found;
    await this.make(1, 0);
    const first: Pointer = { _id: POINTER, format: FORMAT, generation: 1, last: 1, token: 0, turn: 0 };
    await this.unlessThere((db) => pointers(db).insertOne(first));
    return (await this.pointer()) ?? first;
  }

  /** A number that no generation has had. */
  async next(): Promise<number> {
    const pointer = await this.connection.call((db) => pointers(db).findOneAndUpdate({ _id: POINTER }, { $inc: { last: 1 } }, { returnDocument: 'after' }));
    if (pointer === null) throw new ReadStoreError('corrupt', 'the read models were removed from the database');
    return pointer.last;
  }

  /** An empty generation that does not answer yet. */
  async make(generation: number, token: number): Promise<void> {
    await this.index(generation);
    await this.unlessThere((db) => heads(db).insertOne({ _id: headId(generation), seq: 0, applied: 0, token, state: NOTHING, next: null }));
  }

  /** Makes the index where it is missing, and sees that it is there. */
  async index(generation: number): Promise<void> {
    await this.connection.call((db) => documentsOf(db, generation).createIndex(INDEX));
    const found = await this.connection.call((db) => documentsOf(db, generation).indexes());
    if (!found.some(({ key }) => JSON.stringify(key) === JSON.stringify(INDEX))) throw new ReadStoreError('misconfigured', 'the index of the documents by number is missing and could not be made');
  }

  async hasHead(generation: number): Promise<boolean> {
    return (await this.connection.call((db) => heads(db).findOne({ _id: headId(generation) }, { projection: { seq: 1 } }))) !== null;
  }

  /**
   * Makes a generation the one that answers, unless the pointer has turned since.
   * @throws FencedError, OutOfStepError when it has
   */
  async point(generation: number, since: Pointer): Promise<void> {
    const change = { $set: { generation, format: FORMAT, turn: since.turn + 1 } };
    const { matchedCount } = await this.connection.call((db) => pointers(db).updateOne({ _id: POINTER, turn: since.turn }, change));
    if (matchedCount === 1) return;
    const now = await this.pointer();
    if (now?.generation === generation) return;
    if (now !== undefined && now.token > since.token) throw new FencedError(since.token, now.token);
    throw new OutOfStepError('generation of the read models', since.generation, now?.generation ?? 0);
  }

  /** Refuses every swap that was begun before, and remembers the token of a new lease. */
  async turn(token?: number): Promise<Pointer> {
    const pointer = await this.ensured();
    if (token !== undefined && token < pointer.token) throw new FencedError(token, pointer.token);
    const change = { turn: pointer.turn + 1, ...(token === undefined ? {} : { token }) };
    const { matchedCount } = await this.connection.call((db) => pointers(db).updateOne({ _id: POINTER, turn: pointer.turn }, { $set: change }));
    return matchedCount === 1 ? { ...pointer, ...change } : this.turn(token);
  }

  /** Removes what a swap or a crash left: every generation but one, or one. What cannot be removed now is removed at another time. */
  async remove(which: { readonly allBut: number } | { readonly only: number }): Promise<void> {
    const goes = (number: number): boolean => ('only' in which ? number === which.only : number !== which.allBut);
    try {
      const named = await this.connection.call((db) => heads(db).find({}, { projection: { _id: 1 } }).toArray());
      const gone = named.map(({ _id }) => _id).filter((id) => /^head \d+$/.test(id) && goes(Number(id.slice('head '.length))));
      if (gone.length > 0) await this.connection.call((db) => heads(db).deleteMany({ _id: { $in: gone } }));
      const collections = await this.connection.call((db) => db.listCollections({}, { nameOnly: true }).toArray());
      for (const { name } of collections) {
        const number = generationOf(name);
        if (number !== undefined && goes(number)) await this.connection.call((db) => db.collection(name).drop());
      }
    } catch (error) {
      if (!(error instanceof ReadStoreError)) throw error;
    }
  }

  private async unlessThere(insert: (db: Db) => Promise<unknown>): Promise<void> {
    await this.connection.call(async (db) => {
      try {
        await insert(db);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    });
  }
}

import { type Document, MongoClient } from 'mongodb';
import { BSON } from 'mongodb';

export interface BareWrites {
  readonly documents: number;
  /** Of all of them, as BSON. */
  readonly bytes: number;
  readonly seconds: number;
}

/** Writes again every document that stands in one database into collections of the same names in another, which is dropped after. */
export const bareWrites = async (from: string, to: string, batchMax: number): Promise<BareWrites> => {
  const [source, target] = [new MongoClient(from), new MongoClient(to)];
  try {
    const found = new Map<string, Document[]>();
    for (const { name } of await source.db().listCollections().toArray()) if (!name.startsWith('system.')) found.set(name, await source.db().collection(name).find().toArray());
    const documents = [...found.values()].flat();
    const bytes = documents.reduce((sum, each) => sum + BSON.calculateObjectSize(each), 0);
    await target.db().dropDatabase();
    const began = performance.now();
    for (const [name, all] of found)
      for (let at = 0; at < all.length; at += batchMax) await target.db().collection(name).insertMany(all.slice(at, at + batchMax), { writeConcern: { w: 'majority', journal: true } });
    const seconds = (performance.now() - began) / 1000;
    await target.db().dropDatabase();
    return { documents: documents.length, bytes, seconds };
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
};

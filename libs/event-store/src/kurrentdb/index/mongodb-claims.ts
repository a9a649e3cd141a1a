import type { Claim, ClaimTable } from './claim-table';
import { type ClaimDocument, duplicatesIn, type IndexDatabase } from './index-database';

/** Claims as documents under the id that they claim: the server lets one of two in. There are only as many as appends are under way. */
export class MongodbClaims implements ClaimTable {
  constructor(private readonly db: Pick<IndexDatabase, 'claims'>, private readonly batchMax: number) {}

  async claim(claims: readonly Claim[]): Promise<number> {
    for (let from = 0; from < claims.length; from += this.batchMax) {
      const batch = claims.slice(from, from + this.batchMax).map(({ id, ...claim }) => ({ _id: id, ...claim }));
      try {
        await this.db.claims.insertMany(batch, { ordered: true });
      } catch (error) {
        return from + Math.min(...duplicatesIn(error));
      }
    }
    return claims.length;
  }

  async claimed(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    const found = await this.db.claims.find({ _id: { $in: [...ids] } }, { batchSize: ids.length + 1 }).toArray();
    return new Map(found.map((document) => [document._id, claimOf(document)]));
  }

  async claims(limit: number): Promise<readonly Claim[]> {
    return (await this.db.claims.find({}).sort({ _id: 1 }).limit(limit).toArray()).map(claimOf);
  }

  async inherit(ids: readonly string[], from: string, to: string): Promise<void> {
    await this.db.claims.updateMany({ _id: { $in: [...ids] }, owner: from }, { $set: { owner: to } });
  }

  async release(ids: readonly string[], owner: string): Promise<void> {
    await this.db.claims.deleteMany({ _id: { $in: [...ids] }, owner });
  }
}

const claimOf = ({ _id, stream, contentHash, owner }: ClaimDocument): Claim => ({ id: _id, stream, contentHash, owner });

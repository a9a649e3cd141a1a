import { randomUUID } from 'node:crypto';
import { Long } from 'mongodb';
import { type DeadLetter, VaultError } from '../identity-vault';
import { seal, unseal, type VaultKeys } from '../sealing';
import { chunks, insertNew, KEYS_AT_ONCE } from './batched';
import type { LetterDocument, PartDocument, VaultDatabase } from './vault-database';

export type DeadLetterSummary = Omit<DeadLetter, 'content'>;
export interface DeadLetterQuery {
  readonly agency?: string;
  readonly after?: string;
  readonly limit: number;
}
/** A document of MongoDB holds 16 MiB: what is larger than this lies in parts. */
const PART_BYTES = 4_194_304;

/**
 * Messages set aside. All of a letter is sealed but its own id and the agency, and the content apart, so that listing never opens it. Numbers
 * are drawn from a counter; one that was drawn and not used leaves a gap, which the order does not mind.
 */
export class DeadLetterCollection {
  constructor(private readonly db: VaultDatabase, private readonly keys: VaultKeys, private readonly batchMax: number, private readonly partBytes = PART_BYTES) {}

  /** The first of an id stands. */
  async keep(letters: readonly DeadLetter[]): Promise<void> {
    const first = new Map<string, DeadLetter>();
    for (const letter of letters) if (!first.has(letter.deadLetterId)) first.set(letter.deadLetterId, letter);
    for (const { _id } of await this.standing([...first.keys()])) first.delete(_id);
    if (first.size === 0) return;
    const sealed = [...first.values()].map((letter) => this.seal(letter));
    // A letter that is seen is whole: its parts stand before it does.
    await insertNew(this.db.parts, sealed.flatMap(({ parts }) => parts), this.batchMax);
    const last = await this.draw(sealed.length);
    const documents = sealed.map(({ letter }, index) => ({ ...letter, number: last - sealed.length + 1 + index }));
    const taken = await insertNew(this.db.letters, documents, this.batchMax);
    const unused = taken.flatMap(({ parts }) => (parts === undefined ? [] : [parts.of]));
    if (unused.length > 0) await this.db.parts.deleteMany({ of: { $in: unused } });
  }

  async open(id: string): Promise<DeadLetter | undefined> {
    const found = await this.db.letters.findOne({ _id: id });
    if (found === null) return undefined;
    const summary = this.summary(found);
    const { content, parts } = found;
    if (content === undefined && parts === undefined) return summary;
    const sealed = content === undefined ? await this.joined(parts!) : content;
    return { ...summary, content: Uint8Array.from(unseal(this.key(found), sealed, `letter content|${id}`)) };
  }

  async page({ agency, after, limit }: DeadLetterQuery): Promise<readonly DeadLetterSummary[]> {
    const from = after === undefined ? 0 : (await this.db.letters.findOne({ _id: after }, { projection: { number: 1 } }))?.number;
    if (from === undefined || limit < 1) return [];
    const filter = agency === undefined ? { number: { $gt: from } } : { agency, number: { $gt: from } };
    const found = await this.db.letters.find(filter, { projection: { content: 0, parts: 0 }, batchSize: limit + 1 }).sort({ number: 1 }).limit(limit).toArray();
    return found.map((letter) => this.summary(letter));
  }

  private async standing(ids: readonly string[]): Promise<{ readonly _id: string }[]> {
    const found: { readonly _id: string }[] = [];
    for (const some of chunks(ids, KEYS_AT_ONCE)) {
      found.push(...await this.db.letters.find({ _id: { $in: some } }, { projection: { _id: 1 }, batchSize: KEYS_AT_ONCE }).toArray());
    }
    return found;
  }

  /** @returns the last of `count` numbers that nobody else is given */
  private async draw(count: number): Promise<number> {
    const drawn = await this.db.about.findOneAndUpdate({ _id: 'letters' }, { $inc: { last: Long.fromNumber(count) as never } }, { returnDocument: 'after' });
    if (drawn?.last === undefined) throw new VaultError('corrupt', `vault at ${this.db.name}: the counter of its messages is missing: restore the whole backup`);
    return Number(drawn.last);
  }

  private seal({ content, ...summary }: DeadLetter): { readonly letter: Omit<LetterDocument, 'number'>; readonly parts: readonly PartDocument[] } {
    const id = summary.deadLetterId;
    const { key, wrapped } = this.keys.newKey(bound(id));
    const letter = { _id: id, agency: summary.agency, key: wrapped, summary: seal(key, JSON.stringify(summary), bound(id)) };
    if (content === undefined) return { letter, parts: [] };
    const sealed = seal(key, content, `letter content|${id}`);
    if (sealed.length <= this.partBytes) return { letter: { ...letter, content: sealed }, parts: [] };
    // Under a name of this attempt: those of one that was broken off are in nobody's way, and their key is lost.
    const of = randomUUID();
    const count = Math.ceil(sealed.length / this.partBytes);
    const parts = Array.from({ length: count }, (_, index) => ({ _id: `${of}/${index}`, of, sealed: sealed.subarray(index * this.partBytes, (index + 1) * this.partBytes) }));
    return { letter: { ...letter, parts: { of, count } }, parts };
  }

  private async joined({ of, count }: { readonly of: string; readonly count: number }): Promise<Buffer> {
    const found = new Map((await this.db.parts.find({ of }).toArray()).map(({ _id, sealed }) => [_id, sealed]));
    if (found.size !== count) throw new VaultError('tampered', `the sealed letter content: found ${found.size} parts, expected ${count}`);
    return Buffer.concat(Array.from({ length: count }, (_, index) => found.get(`${of}/${index}`)!));
  }

  private summary(letter: Pick<LetterDocument, '_id' | 'key' | 'summary'>): DeadLetterSummary {
    return JSON.parse(unseal(this.key(letter), letter.summary, bound(letter._id)).toString()) as DeadLetterSummary;
  }

  private key({ _id, key }: Pick<LetterDocument, '_id' | 'key'>): Buffer {
    return this.keys.unwrap(key, bound(_id));
  }
}

const bound = (id: string): string => `letter|${id}`;

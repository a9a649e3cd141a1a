import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Identity, VaultError } from '../identity-vault';
import { seal, unseal, type VaultKeys } from '../sealing';
import { chunks, insertNew, KEYS_AT_ONCE, writeAll } from './batched';
import type { PersonDocument, VaultDatabase } from './vault-database';

export interface PersonLimits {
  readonly batchMax: number;
  readonly timeoutMs: number;
}
type Standing = Pick<PersonDocument, '_id' | 'nip' | 'named' | 'key'>;
const STANDING = { nip: 1, named: 1, key: 1 } as const;
/** How long to wait until what another process has just entered is known to a majority. */
const CONFIRMED_MS = 10;

/**
 * Persons by the blind index of their NIP, on which lies a unique index: of two processes that meet the same new NIP one enters its
 * pseudonym, and the other reads that. There is no cache: another process may have erased anybody a moment ago.
 */
export class PersonCollection {
  constructor(private readonly db: VaultDatabase, private readonly keys: VaultKeys, private readonly limits: PersonLimits) {}

  async pseudonymise(identities: readonly Identity[]): Promise<readonly string[]> {
    const indexes = identities.map(({ nip }) => this.indexOf(nip));
    const wanted = new Map<string, Identity>();
    identities.forEach(({ nip, name }, at) => {
      const index = indexes[at] as string;
      if (wanted.get(index)?.name === undefined) wanted.set(index, name === undefined ? { nip } : { nip, name });
    });
    const standing = await this.findOrEnter(wanted);
    await this.fillNames(wanted, standing);
    return indexes.map((index) => (standing.get(index) as Standing)._id);
  }

  async find(nip: string): Promise<string | undefined> {
    return (await this.db.persons.findOne({ nip: this.indexOf(nip) }, { projection: { _id: 1 } }))?._id;
  }

  async open(subject: string): Promise<Identity | 'erased' | undefined> {
    const found = await this.db.persons.findOne({ _id: subject });
    if (found === null) return undefined;
    if (found.key === undefined || found.sealed === undefined) return 'erased';
    const { nip, name } = JSON.parse(unseal(this.keys.unwrap(found.key, bound(subject)), found.sealed, bound(subject)).toString()) as Identity;
    return name === undefined ? { nip } : { nip, name };
  }

  /** Keys of those that were given out and are not erased; `erased` for those that are. */
  async keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, Buffer | 'erased'>> {
    const found = new Map<string, Buffer | 'erased'>();
    for (const some of chunks(subjects, KEYS_AT_ONCE)) {
      const documents = await this.db.persons.find({ _id: { $in: some } }, { projection: { key: 1 }, batchSize: KEYS_AT_ONCE }).toArray();
      for (const { _id, key } of documents) found.set(_id, key === undefined ? 'erased' : this.keys.unwrap(key, bound(_id)));
    }
    return found;
  }

  /**
   * One step: number, name and key are gone, the pseudonym is marked, and with the key every text that was sealed for the person.
   * @throws RangeError for a subject that was never given out
   */
  async erase(subject: string): Promise<void> {
    const { matchedCount } = await this.db.persons.updateOne({ _id: subject }, { $set: { nip: `erased|${subject}` }, $unset: { key: '', sealed: '', named: '' } });
    if (matchedCount === 0) throw new RangeError('subject: found none such, expected a pseudonym that was given out');
  }

  private async findOrEnter(wanted: ReadonlyMap<string, Identity>): Promise<Map<string, Standing>> {
    const standing = new Map<string, Standing>();
    const until = Date.now() + this.limits.timeoutMs;
    for (let missing = [...wanted.keys()]; missing.length > 0; missing = missing.filter((index) => !standing.has(index))) {
      for (const found of await this.standing(missing)) standing.set(found.nip, found);
      const fresh = missing.filter((index) => !standing.has(index)).map((index) => this.fresh(index, wanted.get(index) as Identity));
      const taken = new Set(await insertNew(this.db.persons, fresh, this.limits.batchMax));
      for (const person of fresh) if (!taken.has(person)) standing.set(person.nip, person);
      if (taken.size === 0) continue;
      if (Date.now() > until) throw new VaultError('unreachable', `vault at ${this.db.name}: what another process entered was not confirmed in time`);
      await pause(CONFIRMED_MS);
    }
    return standing;
  }

  private async standing(indexes: readonly string[]): Promise<Standing[]> {
    const found: Standing[] = [];
    for (const some of chunks(indexes, KEYS_AT_ONCE)) {
      found.push(...await this.db.persons.find({ nip: { $in: some } }, { projection: STANDING, batchSize: KEYS_AT_ONCE }).toArray());
    }
    return found;
  }

  private fresh(nip: string, identity: Identity): PersonDocument {
    const _id = randomUUID();
    const { key, wrapped } = this.keys.newKey(bound(_id));
    return { _id, nip, named: identity.name !== undefined, key: wrapped, sealed: sealed(key, identity, _id) };
  }

  /** Only where there is none yet, and not where the person was erased meanwhile. */
  private async fillNames(wanted: ReadonlyMap<string, Identity>, standing: ReadonlyMap<string, Standing>): Promise<void> {
    const writes = [...wanted].flatMap(([index, identity]) => {
      const { _id, named, key } = standing.get(index) as Standing;
      if (identity.name === undefined || named !== false || key === undefined) return [];
      const update = { $set: { named: true, sealed: sealed(this.keys.unwrap(key, bound(_id)), identity, _id) } };
      return [{ updateOne: { filter: { _id, named: false }, update } }];
    });
    await writeAll(this.db.persons, writes, this.limits.batchMax);
  }

  private indexOf(nip: string): string {
    return this.keys.nipIndex(nip).toString('base64url');
  }
}

const sealed = (key: Buffer, { nip, name }: Identity, subject: string): Buffer => seal(key, JSON.stringify({ nip, name }), bound(subject));
const bound = (subject: string): string => `person|${subject}`;

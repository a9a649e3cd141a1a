import { hkdfSync } from 'node:crypto';
import { type SealedTextEntry, VaultError } from '../identity-vault';
import { seal, unseal, type VaultKeys } from '../sealing';
import { insertNew } from './batched';
import type { PersonCollection } from './person-collection';
import type { TextDocument, VaultDatabase } from './vault-database';

type Keys = ReadonlyMap<string, Buffer | 'erased'>;

/**
 * Free text of messages, a key each. That key is wrapped a second time, under the keys of all persons the text speaks of: with the key of one
 * of them it is gone, in the same step, whatever another process is sealing at that moment.
 */
export class TextCollection {
  constructor(private readonly db: VaultDatabase, private readonly keys: VaultKeys, private readonly persons: PersonCollection, private readonly batchMax: number) {}

  /** The first of an id stands. */
  async add(entries: readonly SealedTextEntry[]): Promise<void> {
    const first = new Map<string, SealedTextEntry>();
    for (const entry of entries) if (!first.has(entry.id)) first.set(entry.id, entry);
    const known = await this.persons.keysOf([...new Set(entries.flatMap(({ subjects }) => subjects))]);
    await insertNew(this.db.texts, [...first.values()].map((entry) => this.document(entry, known)), this.batchMax);
  }

  async open(id: string): Promise<string | 'erased' | undefined> {
    const found = await this.db.texts.findOne({ _id: id });
    if (found === null) return undefined;
    if (found.key === undefined || found.sealed === undefined) return 'erased';
    const keys = await this.persons.keysOf(found.subjects);
    if ([...keys.values()].includes('erased')) return 'erased';
    if (keys.size < found.subjects.length) throw new VaultError('tampered', 'a person that a sealed text speaks of is missing');
    return unseal(this.keys.unwrap(unwrapped(found.key, id, found.subjects, keys), bound(id)), found.sealed, bound(id)).toString();
  }

  /** Takes away what is left of texts that cannot be opened any more. */
  async eraseOf(subject: string): Promise<void> {
    await this.db.texts.updateMany({ subjects: subject }, { $unset: { key: '', sealed: '' } });
  }

  private document({ id, text, subjects: named }: SealedTextEntry, known: Keys): TextDocument {
    const subjects = [...new Set(named)].filter((subject) => known.has(subject)).toSorted();
    if (subjects.some((subject) => known.get(subject) === 'erased')) return { _id: id, subjects };
    const { key, wrapped } = this.keys.newKey(bound(id));
    return { _id: id, subjects, key: subjects.length === 0 ? wrapped : seal(together(subjects, known), wrapped, shared(id)), sealed: seal(key, text, bound(id)) };
  }
}

const unwrapped = (key: Buffer, id: string, subjects: readonly string[], known: Keys): Buffer =>
  subjects.length === 0 ? key : unseal(together(subjects, known), key, shared(id));

/** One key of those of all persons: each of them is needed. */
const together = (subjects: readonly string[], known: Keys): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.concat(subjects.map((subject) => known.get(subject) as Buffer)), '', 'netral/vault/text-subjects/1', 32));

const bound = (id: string): string => `text|${id}`;
const shared = (id: string): string => `text of persons|${id}`;

import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { BoundedCache } from '../bounded-cache';
import { type Identity } from '../identity-vault';
import { seal, unseal, type VaultKeys } from '../sealing';
import { type KeyTable } from './key-table';

export interface Known {
  readonly subject: string;
  readonly named: boolean;
}
interface PersonRow {
  readonly key: number;
  readonly sealed: Buffer | null;
}

/** Persons by the blind index of their NIP; neither NIP nor name stands in the file unsealed, nor in the cache at all. */
export class PersonTable {
  private readonly known: BoundedCache<string, Known>;
  private readonly byIndex;
  private readonly bySubject;
  private readonly insert;
  private readonly reseal;
  private readonly empty;

  constructor(db: Database.Database, private readonly keys: VaultKeys, private readonly keyTable: KeyTable, cacheMax: number) {
    this.known = new BoundedCache(cacheMax);
    this.byIndex = db.prepare<[Buffer], { subject: string; named: number }>('SELECT subject, named FROM persons WHERE nip_index = ?');
    this.bySubject = db.prepare<[string], PersonRow>('SELECT key, sealed FROM persons WHERE subject = ?');
    this.insert = db.prepare<[string, Buffer, number, number, Buffer]>('INSERT INTO persons (subject, nip_index, named, key, sealed) VALUES (?, ?, ?, ?, ?)');
    this.reseal = db.prepare<[Buffer, string]>('UPDATE persons SET sealed = ?, named = 1 WHERE subject = ?');
    this.empty = db.prepare<[string]>('UPDATE persons SET nip_index = NULL, named = 0, sealed = NULL WHERE subject = ?');
  }

  /** To be called when another connection wrote: it may have erased someone. */
  forgetCache(): void {
    this.known.clear();
  }

  /** What the cache knows, by `nipName`, if that is all that is asked; else the table has to be asked, in a transaction that may write. */
  cached(index: string, { name }: Identity): Known | undefined {
    const known = this.known.get(index);
    return known === undefined || (name !== undefined && !known.named) ? undefined : known;
  }

  find(nip: string): string | undefined {
    return this.byIndex.get(this.keys.nipIndex(nip))?.subject;
  }

  /** Inside a transaction; what it learns goes to the cache by `remember`, once that is on disk. */
  findOrAdd(identity: Identity, name: string): Known {
    const index = Buffer.from(name, 'base64');
    const found = this.byIndex.get(index);
    if (found === undefined) return this.add(identity, index);
    if (found.named === 1 || identity.name === undefined) return { subject: found.subject, named: found.named === 1 };
    const row = this.bySubject.get(found.subject);
    if (row !== undefined) this.reseal.run(this.sealed(this.keyTable.open(row.key, bound(found.subject)), identity, found.subject), found.subject);
    return { subject: found.subject, named: true };
  }

  remember(index: string, known: Known): void {
    this.known.set(index, known);
  }

  open(subject: string): Identity | 'erased' | undefined {
    const row = this.bySubject.get(subject);
    if (row === undefined) return undefined;
    if (row.sealed === null) return 'erased';
    const { nip, name } = JSON.parse(unseal(this.keyTable.open(row.key, bound(subject)), row.sealed, bound(subject)).toString()) as Identity;
    return name === undefined ? { nip } : { nip, name };
  }

  isErased(subject: string): boolean {
    return this.bySubject.get(subject)?.sealed === null;
  }

  /** @throws RangeError for a subject that was never given out */
  erase(subject: string): void {
    const row = this.bySubject.get(subject);
    if (row === undefined) throw new RangeError('subject: found none such, expected a pseudonym that was given out');
    this.keyTable.destroy(row.key);
    this.empty.run(subject);
  }

  private add(identity: Identity, index: Buffer): Known {
    const subject = randomUUID();
    const { number, key } = this.keyTable.make(bound(subject));
    const named = identity.name !== undefined;
    this.insert.run(subject, index, named ? 1 : 0, number, this.sealed(key, identity, subject));
    return { subject, named };
  }

  private sealed(key: Buffer, { nip, name }: Identity, subject: string): Buffer {
    return seal(key, JSON.stringify({ nip, name }), bound(subject));
  }
}

const bound = (subject: string): string => `person|${subject}`;

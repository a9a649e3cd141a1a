import type Database from 'better-sqlite3';
import { type SealedTextEntry } from '../identity-vault';
import { seal, unseal } from '../sealing';
import { type KeyTable } from './key-table';

interface TextRow {
  readonly number: number;
  readonly key: number;
  readonly sealed: Buffer | null;
}

/** Free text of messages, a key each, and whom each speaks of. */
export class TextTable {
  private readonly byId;
  private readonly bySubject;
  private readonly insert;
  private readonly insertSubject;
  private readonly empty;

  constructor(db: Database.Database, private readonly keyTable: KeyTable) {
    this.byId = db.prepare<[string], TextRow>('SELECT number, key, sealed FROM texts WHERE id = ?');
    this.bySubject = db.prepare<[string], TextRow>('SELECT number, key, sealed FROM texts JOIN text_subjects ON text = number WHERE subject = ?');
    this.insert = db.prepare<[string, number, Buffer | null]>('INSERT INTO texts (id, key, sealed) VALUES (?, ?, ?)');
    this.insertSubject = db.prepare<[string, number | bigint]>('INSERT OR IGNORE INTO text_subjects (subject, text) VALUES (?, ?)');
    this.empty = db.prepare<[number]>('UPDATE texts SET sealed = NULL WHERE number = ?');
  }

  /** Inside a transaction. The first of an id stands. */
  add({ id, text, subjects }: SealedTextEntry, isErased: (subject: string) => boolean): void {
    if (this.byId.get(id) !== undefined) return;
    const { number: keyNumber, key } = this.keyTable.make(bound(id));
    const erased = subjects.some(isErased);
    if (erased) this.keyTable.destroy(keyNumber);
    const { lastInsertRowid } = this.insert.run(id, keyNumber, erased ? null : seal(key, text, bound(id)));
    for (const subject of subjects) this.insertSubject.run(subject, lastInsertRowid);
  }

  open(id: string): string | 'erased' | undefined {
    const row = this.byId.get(id);
    if (row === undefined) return undefined;
    if (row.sealed === null) return 'erased';
    return unseal(this.keyTable.open(row.key, bound(id)), row.sealed, bound(id)).toString();
  }

  eraseOf(subject: string): void {
    for (const { number, key, sealed } of this.bySubject.all(subject)) {
      if (sealed === null) continue;
      this.keyTable.destroy(key);
      this.empty.run(number);
    }
  }
}

const bound = (id: string): string => `text|${id}`;

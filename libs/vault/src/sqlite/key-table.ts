import type Database from 'better-sqlite3';
import { VaultError } from '../identity-vault';
import { type VaultKeys, WRAPPED_KEY_BYTES } from '../sealing';

/** The keys of rows, wrapped: given out once each, destroyed in place. */
export class KeyTable {
  private readonly insert;
  private readonly select;
  private readonly overwrite;

  constructor(db: Database.Database, private readonly keys: VaultKeys) {
    this.insert = db.prepare<[Buffer]>('INSERT INTO keys (wrapped) VALUES (?)');
    this.select = db.prepare<[number], Buffer>('SELECT wrapped FROM keys WHERE number = ?').pluck();
    this.overwrite = db.prepare<[number, number]>('UPDATE keys SET wrapped = zeroblob(?) WHERE number = ?');
  }

  /** @returns a fresh key and the number it is kept under */
  make(boundTo: string): { readonly number: number; readonly key: Buffer } {
    const { key, wrapped } = this.keys.newKey(boundTo);
    return { number: Number(this.insert.run(wrapped).lastInsertRowid), key };
  }

  /** @throws VaultError `tampered` */
  open(number: number, boundTo: string): Buffer {
    const wrapped = this.select.get(number);
    if (wrapped === undefined) throw new VaultError('tampered', `the key of a ${boundTo.split('|')[0]} is missing`);
    return this.keys.unwrap(wrapped, boundTo);
  }

  destroy(number: number): void {
    this.overwrite.run(WRAPPED_KEY_BYTES, number);
  }
}

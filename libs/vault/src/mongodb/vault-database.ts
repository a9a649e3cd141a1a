import { type Collection, type Db, MongoClient } from 'mongodb';
import { inOurWords } from './vault-errors';

/** A person: the pseudonym, and what finds it again. Erased: `nip` is `erased|<pseudonym>`, key, seal and `named` are gone. */
export interface PersonDocument {
  readonly _id: string;
  /** Blind index of the NIP, base64url. */
  readonly nip: string;
  readonly named?: boolean;
  readonly key?: Buffer;
  readonly sealed?: Buffer;
}
/** A text; without key and seal once it is erased. */
export interface TextDocument {
  readonly _id: string;
  readonly subjects: readonly string[];
  readonly key?: Buffer;
  readonly sealed?: Buffer;
}
export interface LetterDocument {
  readonly _id: string;
  /** Place in the order kept. */
  readonly number: number;
  readonly agency: string;
  readonly key: Buffer;
  readonly summary: Buffer;
  readonly content?: Buffer;
  /** A content too large for one document: where its parts are. */
  readonly parts?: { readonly of: string; readonly count: number };
}
export interface PartDocument {
  readonly _id: string;
  readonly of: string;
  readonly sealed: Buffer;
}
/** `vault`: format and check value; `letters`: the last number given out. */
export interface AboutDocument {
  readonly _id: 'vault' | 'letters';
  readonly format?: number;
  readonly check?: Buffer;
  readonly last?: number;
}

/** The collections of a vault, and what is to be known of the server. */
export interface VaultDatabase {
  readonly about: Collection<AboutDocument>;
  readonly persons: Collection<PersonDocument>;
  readonly texts: Collection<TextDocument>;
  readonly letters: Collection<LetterDocument>;
  readonly parts: Collection<PartDocument>;
  /** Host and database, for messages: no user, no password. */
  readonly name: string;
  close(): Promise<void>;
}

/**
 * Connects. Whatever is answered is acknowledged by a majority that has it on disk, and what is read is known to a majority: a pseudonym
 * that was read cannot be rolled back. Every call ends, one way or the other.
 * @throws VaultError `misconfigured`
 */
export const connectVault = (address: string, timeoutMs: number): VaultDatabase => {
  const name = shownAddress(address);
  try {
    const client = new MongoClient(address, {
      appName: 'netral-vault',
      serverSelectionTimeoutMS: timeoutMs, connectTimeoutMS: timeoutMs, socketTimeoutMS: timeoutMs, waitQueueTimeoutMS: timeoutMs,
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: timeoutMs }, readConcern: { level: 'majority' }, readPreference: 'primary',
      promoteBuffers: true, ignoreUndefined: true,
    });
    return { ...collectionsOf(client.db()), name, close: () => client.close() };
  } catch (error) {
    throw inOurWords(error, name);
  }
};

const collectionsOf = (db: Db): Omit<VaultDatabase, 'name' | 'close'> => ({
  about: db.collection('vault_about'),
  persons: db.collection('vault_persons'),
  texts: db.collection('vault_texts'),
  letters: db.collection('vault_dead_letters'),
  parts: db.collection('vault_dead_letter_parts'),
});

const shownAddress = (address: string): string => address.replace(/^mongodb(\+srv)?:\/\//, '').replace(/^.*@/, '').replace(/\?.*$/s, '');

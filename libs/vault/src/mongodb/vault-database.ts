import { MongoLink, shownAddress } from '@netral/mongodb';
import type { Collection } from 'mongodb';
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

/** The collections of a vault, each asked for anew for each call, and what is to be known of the server. */
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
 * Connects. What is read is known to a majority: a pseudonym that was read cannot be rolled back.
 * @throws VaultError `misconfigured`
 */
export const connectVault = (address: string, timeoutMs: number): VaultDatabase => {
  const name = shownAddress(address);
  try {
    const link = new MongoLink({ address, appName: 'netral-vault', timeoutMs, ignoreUndefined: true });
    return {
      get about() { return link.db.collection<AboutDocument>('vault_about'); },
      get persons() { return link.db.collection<PersonDocument>('vault_persons'); },
      get texts() { return link.db.collection<TextDocument>('vault_texts'); },
      get letters() { return link.db.collection<LetterDocument>('vault_dead_letters'); },
      get parts() { return link.db.collection<PartDocument>('vault_dead_letter_parts'); },
      name,
      close: () => link.close(),
    };
  } catch (error) {
    throw inOurWords(error, name);
  }
};

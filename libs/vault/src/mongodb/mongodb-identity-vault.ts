import { type DeadLetter, type Identity, type IdentityVault, type SealedTextEntry, VaultError } from '../identity-vault';
import type { VaultKeys } from '../sealing';
import { DeadLetterCollection, type DeadLetterQuery, type DeadLetterSummary } from './dead-letter-collection';
import { openVault } from './open-vault';
import { PersonCollection } from './person-collection';
import { TextCollection } from './text-collection';
import { connectVault, type VaultDatabase } from './vault-database';
import { inOurWords } from './vault-errors';

export interface MongodbVaultOptions {
  /** `mongodb://…` with the name of a database. */
  readonly address: string;
  readonly masterKeyFile: string;
  /** Documents in one write. */
  readonly batchMax: number;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * The vault in a MongoDB database, for any number of processes at once. Needs no transactions: a person is one document, entered whole
 * and erased by one write.
 */
export class MongodbIdentityVault implements IdentityVault {
  private readonly persons: PersonCollection;
  private readonly texts: TextCollection;
  private readonly letters: DeadLetterCollection;
  private closed = false;

  private constructor(private readonly db: VaultDatabase, private readonly keys: VaultKeys, { batchMax, timeoutMs }: MongodbVaultOptions) {
    this.persons = new PersonCollection(db, keys, { batchMax, timeoutMs });
    this.texts = new TextCollection(db, keys, this.persons, batchMax);
    this.letters = new DeadLetterCollection(db, keys, batchMax);
  }

  /** Connects, and sees that the master key is this vault's. @throws VaultError with one clear line */
  static async open(options: MongodbVaultOptions, connect = connectVault): Promise<MongodbIdentityVault> {
    const db = connect(options.address, options.timeoutMs);
    try {
      return new MongodbIdentityVault(db, await openVault(db, options.masterKeyFile, options.timeoutMs), options);
    } catch (error) {
      await db.close();
      throw inOurWords(error, db.name);
    }
  }

  async pseudonymise(identities: readonly Identity[]): Promise<readonly string[]> {
    return this.guard(() => this.persons.pseudonymise(identities));
  }

  async find(nip: string): Promise<string | undefined> {
    return this.guard(() => this.persons.find(nip));
  }

  async sealTexts(entries: readonly SealedTextEntry[]): Promise<void> {
    if (entries.length > 0) await this.guard(() => this.texts.add(entries));
  }

  async openIdentity(subject: string): Promise<Identity | 'erased' | undefined> {
    return this.guard(() => this.persons.open(subject));
  }

  async openText(id: string): Promise<string | 'erased' | undefined> {
    return this.guard(() => this.texts.open(id));
  }

  async keepDeadLetters(letters: readonly DeadLetter[]): Promise<void> {
    if (letters.length > 0) await this.guard(() => this.letters.keep(letters));
  }

  async deadLetter(id: string): Promise<DeadLetter | undefined> {
    return this.guard(() => this.letters.open(id));
  }

  async deadLetters(query: DeadLetterQuery): Promise<readonly DeadLetterSummary[]> {
    return this.guard(() => this.letters.page(query));
  }

  async erase(subject: string): Promise<void> {
    await this.guard(async () => {
      await this.persons.erase(subject);
      await this.texts.eraseOf(subject);
    });
  }

  hash(content: string | Uint8Array): string {
    return this.keys.hash(content);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.db.close();
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) throw new VaultError('closed', `vault at ${this.db.name} is closed`);
    try {
      return await work();
    } catch (error) {
      if (this.closed) throw new VaultError('closed', `vault at ${this.db.name} is closed`);
      throw inOurWords(error, this.db.name);
    }
  }
}

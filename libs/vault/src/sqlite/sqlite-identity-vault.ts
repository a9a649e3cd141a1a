import { basename, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { type DeadLetter, type Identity, type IdentityVault, type SealedTextEntry, type VaultBatch, VaultError } from '../identity-vault';
import { vaultKeys, type VaultKeys } from '../sealing';
import { type DeadLetterQuery, type DeadLetterSummary, DeadLetterTable } from './dead-letter-table';
import { KeyTable } from './key-table';
import { openVault } from './open-vault';
import { type Known, PersonTable } from './person-table';
import { TextTable } from './text-table';
import { inOurWords } from './vault-errors';

export interface SqliteVaultOptions {
  readonly file: string;
  /** 32 bytes, kept outside the database. */
  readonly masterKey: Uint8Array;
  /** Known persons whose pseudonym is answered without the disk. */
  readonly personsCacheMax?: number;
}

const PERSONS_CACHE_MAX = 100_000;
/** How long another process may hold up the end; what it holds up is housekeeping only. */
const CLOSE_WAIT_MS = 100;

/** The vault in one SQLite file (WAL, `synchronous=FULL`, `secure_delete`), readable by its owner alone. */
export class SqliteIdentityVault implements IdentityVault {
  private readonly file: string;
  private readonly keys: VaultKeys;
  private readonly db: Database.Database;
  private readonly persons: PersonTable;
  private readonly texts: TextTable;
  private readonly letters: DeadLetterTable;
  private readonly dataVersion;
  private versionSeen = 0;

  /** @throws VaultError with one clear line; `wrong-key` if the vault was sealed under another master key */
  constructor({ file, masterKey, personsCacheMax = PERSONS_CACHE_MAX }: SqliteVaultOptions) {
    this.file = resolve(file);
    this.keys = vaultKeys(masterKey);
    try {
      this.db = openVault(this.file, this.keys);
    } catch (error) {
      throw inOurWords(error, this.file);
    }
    const keyTable = new KeyTable(this.db, this.keys);
    this.persons = new PersonTable(this.db, this.keys, keyTable, personsCacheMax);
    this.texts = new TextTable(this.db, keyTable);
    this.letters = new DeadLetterTable(this.db, keyTable);
    this.dataVersion = this.db.prepare<[], number>('PRAGMA data_version').pluck();
  }

  async pseudonymise(identities: readonly Identity[]): Promise<readonly string[]> {
    return this.keepBatch({ identities, texts: [] });
  }

  async keepBatch({ identities, texts }: VaultBatch): Promise<readonly string[]> {
    return this.guard(() => {
      const names = identities.map(({ nip }) => this.keys.nipName(nip));
      this.noticeOthers();
      const cached = identities.map((identity, at) => this.persons.cached(names[at] as string, identity));
      if (texts.length === 0 && cached.every((each) => each !== undefined)) return cached.map(({ subject }) => subject);
      const known = this.transaction(() => {
        // Nobody can be erased from here on, and who is answered is not: what others wrote before is forgotten once more.
        this.noticeOthers();
        const found = this.findOrAdd(identities, names);
        const subjectOf = (place: number): string => (found[place] as Known).subject;
        for (const { id, text, persons } of texts) this.texts.add({ id, text, subjects: persons.map(subjectOf) }, () => false);
        return found;
      });
      known.forEach((each, at) => this.persons.remember(names[at] as string, each));
      return known.map(({ subject }) => subject);
    });
  }

  async find(nip: string): Promise<string | undefined> {
    return this.guard(() => this.persons.find(nip));
  }

  async sealTexts(entries: readonly SealedTextEntry[]): Promise<void> {
    if (entries.length === 0) return;
    this.guard(() => this.transaction(() => {
      for (const entry of entries) this.texts.add(entry, (subject) => this.persons.isErased(subject));
    }));
  }

  async openIdentity(subject: string): Promise<Identity | 'erased' | undefined> {
    return this.guard(() => this.persons.open(subject));
  }

  async openText(id: string): Promise<string | 'erased' | undefined> {
    return this.guard(() => this.texts.open(id));
  }

  async keepDeadLetters(letters: readonly DeadLetter[]): Promise<void> {
    if (letters.length === 0) return;
    this.guard(() => this.transaction(() => {
      for (const letter of letters) this.letters.add(letter);
    }));
  }

  async deadLetter(id: string): Promise<DeadLetter | undefined> {
    return this.guard(() => this.letters.open(id));
  }

  async deadLetters(query: DeadLetterQuery): Promise<readonly DeadLetterSummary[]> {
    return this.guard(() => this.letters.page(query));
  }

  async erase(subject: string): Promise<void> {
    this.guard(() => {
      this.transaction(() => {
        this.persons.erase(subject);
        this.texts.eraseOf(subject);
      });
      this.persons.forgetCache();
      this.dropOldPages();
    });
  }

  hash(content: string | Uint8Array): string {
    return this.keys.hash(content);
  }

  async close(): Promise<void> {
    if (!this.db.open) return;
    try {
      this.db.pragma(`busy_timeout = ${CLOSE_WAIT_MS}`);
      this.db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // A full disk, say: what was answered stands in the log-ahead file, and the next start reads it from there.
    }
    this.db.close();
  }

  /** The log-ahead file still holds the pages as they were before the erasure: move it into the database and cut it to nothing. */
  private dropOldPages(): void {
    const [result] = this.db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (result?.busy !== 0) {
      throw new VaultError('locked', `${basename(this.file)}: the person is erased, but another process keeps older pages alive: stop it and erase once more`);
    }
  }

  private findOrAdd(identities: readonly Identity[], names: readonly string[]): readonly Known[] {
    const found = new Map<string, Known>();
    return identities.map((identity, at) => {
      const name = names[at] as string;
      const before = found.get(name) ?? this.persons.cached(name, identity);
      const known = before === undefined || (identity.name !== undefined && !before.named) ? this.persons.findOrAdd(identity, name) : before;
      found.set(name, known);
      return known;
    });
  }

  private noticeOthers(): void {
    const version = this.dataVersion.get() ?? 0;
    if (version !== this.versionSeen) this.persons.forgetCache();
    this.versionSeen = version;
  }

  private transaction<T>(work: () => T): T {
    return this.db.transaction(work).immediate();
  }

  private guard<T>(work: () => T): T {
    if (!this.db.open) throw new VaultError('closed', `${basename(this.file)} is closed`);
    try {
      return work();
    } catch (error) {
      throw inOurWords(error, this.file);
    }
  }
}

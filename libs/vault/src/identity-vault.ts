/** Token of the vault in dependency injection. */
export const IDENTITY_VAULT = Symbol('IdentityVault');

/** An identity as an agency names it. */
export interface Identity {
  readonly nip: string;
  readonly name?: string;
}

/** A text to be sealed: its id is made from the message and the pointer, so that a repeat seals nothing new. */
export interface SealedTextEntry {
  readonly id: string;
  readonly text: string;
  /** Persons it may speak of: erasing one of them destroys the text too. */
  readonly subjects: readonly string[];
}

/** What the messages of one batch name of persons and hold of free text. */
export interface VaultBatch {
  readonly identities: readonly Identity[];
  /** `persons`: places, among the identities, of those that the text may speak of. */
  readonly texts: readonly { readonly id: string; readonly text: string; readonly persons: readonly number[] }[];
}

export interface DeadLetter {
  readonly deadLetterId: string;
  readonly agency: string;
  /** Employers the sender's key was limited to; undefined: none. */
  readonly senderEmployers?: readonly string[];
  readonly setAsideAt: string;
  readonly reason: { readonly code: string; readonly pointer?: string; readonly found?: string; readonly expected?: string };
  readonly messageSource?: string;
  readonly messageId?: string;
  readonly contentHash: string;
  /** Bytes of the message whole; undefined when it was too large to keep. */
  readonly content?: Uint8Array;
  readonly contentBytes: number;
}

/**
 * Identities, free text and set-aside messages, sealed (AES-256-GCM), each under a key of its own, wrapped by a master
 * key that lives outside the database. Whatever it answered is on disk. One contract suite holds every adapter.
 */
export interface IdentityVault {
  /** Pseudonyms in the order asked; the same NIP has the same one for ever. A later name for a known NIP fills a missing one. */
  pseudonymise(identities: readonly Identity[]): Promise<readonly string[]>;
  /** Pseudonym of a NIP if there is one; makes none. */
  find(nip: string): Promise<string | undefined>;
  /** Idempotent by `id`: the first stands, erased or not. A text that speaks of an erased person is not kept. */
  sealTexts(entries: readonly SealedTextEntry[]): Promise<void>;
  /** `pseudonymise` and then `sealTexts` in one durable write; absent where a vault cannot: ask the function `keepBatch`. */
  keepBatch?(batch: VaultBatch): Promise<readonly string[]>;
  openIdentity(subject: string): Promise<Identity | 'erased' | undefined>;
  openText(id: string): Promise<string | 'erased' | undefined>;
  /** Idempotent by `deadLetterId`: the first stands. */
  keepDeadLetters(letters: readonly DeadLetter[]): Promise<void>;
  deadLetter(id: string): Promise<DeadLetter | undefined>;
  /** In the order kept, after the one with the id `after`. Without the content. */
  deadLetters(options: { readonly agency?: string; readonly after?: string; readonly limit: number }): Promise<readonly Omit<DeadLetter, 'content'>[]>;
  /**
   * Destroys the person's key and those of the texts that speak of them, for good, on disk when it resolves; twice is once. The
   * pseudonym stays, marked as erased; the NIP is new if it comes again.
   * @throws RangeError for a subject that was never given out
   */
  erase(subject: string): Promise<void>;
  /** HMAC-SHA-256 under a key derived from the master key, base64url: equal content, equal hash, nothing to guess from. */
  hash(content: string | Uint8Array): string;
  close(): Promise<void>;
}

export type VaultErrorReason =
  | 'wrong-key' | 'key-file' | 'tampered' | 'disk-full' | 'read-only' | 'locked' | 'closed' | 'corrupt' | 'unreachable'
  /** Of a server: its address, the user's rights. Waiting does not help. */
  | 'misconfigured' | 'denied';

/** The vault cannot be used, or a row of it. The message is one clear line without paths, identities or keys. */
export class VaultError extends Error {
  constructor(readonly reason: VaultErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultError';
  }
}

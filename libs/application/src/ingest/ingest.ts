/** Who hands a message over: found from a key, a topic or the operator's own hand, never from the message. */
export interface Sender {
  /** `bawaslu`, `kasn`, `ppk`, `bkn`, `kemendagri`, …; `operator` for the joint decision's events. */
  readonly agency: string;
  /**
   * Employers that this sender may speak for (a PPK's key); absent: whatever its agency is granted. Whoever is limited must name one
   * of them as the office in `source` (`urn:netral:ppk:33.11`).
   */
  readonly employers?: readonly string[];
  /**
   * Many offices share the way in (the topic of all PPKs): each message speaks for the one office that its source names, must name
   * one, and is judged as from a sender limited to that employer.
   */
  readonly officeFromSource?: true;
}

/** A message too large to be kept: its length and the SHA-256 of its bytes, hex. */
export interface OversizedContent {
  readonly bytes: number;
  readonly sha256: string;
}

export interface IncomingMessage {
  /** JSON text of one CloudEvent, as sent; of one that was too large to be held, what can be told of it. */
  readonly content: Uint8Array | string | OversizedContent;
  readonly sender: Sender;
  /** What is wrong with the way it came, whatever its text says: it is set aside for that. */
  readonly refusal?: Reason;
  /** Of a message on a topic: what it stands under, which must be its subject; null: nothing. */
  readonly key?: Uint8Array | null;
  /** Of one set aside before, that is judged anew: it stays the same one. */
  readonly deadLetterId?: string;
  /** Simulated clock (RFC 3339 UTC with milliseconds): only the season loader sets it, only on a log that ends earlier. */
  readonly recordedAt?: string;
}

export interface Reason {
  readonly code: string;
  readonly pointer?: string;
  /** What was found, in shape only where it is personal (`17 digits`). */
  readonly found?: string;
  readonly expected?: string;
}

/** What became of one message; given only after that is on disk. Shape of `docs/api.md`. */
export interface Receipt {
  readonly source: string | null;
  readonly id: string | null;
  readonly outcome: 'recorded' | 'duplicate' | 'set-aside';
  readonly stream: string | null;
  readonly revision: number | null;
  readonly position: string | null;
  readonly recordedAt: string | null;
  readonly reason: Reason | null;
  readonly deadLetter: string | null;
}

/** The one way in. Receipts come in the order of the messages. Concurrent calls share durable writes (group commit). */
export interface Ingest {
  /**
   * A failure says nothing of the messages: some may be recorded. Sent again, those get the receipts of duplicates.
   * @throws IngestBusyError, IngestPausedError, IngestUnavailableError, SimulatedClockError
   */
  submit(messages: readonly IncomingMessage[]): Promise<readonly Receipt[]>;
  /**
   * Judges a set-aside message anew, as sent by its first sender.
   * @throws IngestBusyError, IngestPausedError, IngestUnavailableError
   */
  redrive(deadLetterId: string): Promise<Receipt | undefined>;
}
export const INGEST = Symbol('Ingest');

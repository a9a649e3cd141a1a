/**
 * The right to fold into a read store, held by one process at a time. Its token only ever grows: a commit that carries an older one than
 * the store has seen is refused, so a holder that slept longer than its lease cannot write after its successor.
 */
export interface FoldLease {
  readonly token: number;
  /** Aborts when the lease ran out or could not be renewed in time: stop folding at once. */
  readonly lost: AbortSignal;
  /** Gives it back, so that the next need not wait until it has run out. Twice is once. */
  release(): Promise<void>;
}

export interface FoldLeaseOptions {
  /** Name of the process that asks, for people who look for it. */
  readonly holder: string;
  /** Milliseconds that it lasts without being renewed; it is renewed by itself at a third of that. */
  readonly ttlMs: number;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

/** A commit by a process whose lease another has taken over; nothing was written. */
export class FencedError extends Error {
  constructor(readonly token: number, readonly current: number) {
    super(`a commit with the fencing token ${token} came after one with ${current}: another projector has taken over`);
    this.name = 'FencedError';
  }
}

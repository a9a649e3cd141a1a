/** More messages wait than may. Nothing of this call was taken: send it again, slower. */
export class IngestBusyError extends Error {
  constructor(readonly waiting: number, readonly queueMax: number, readonly retryAfterSeconds = 1) {
    super(`${waiting} messages wait to be written, at most ${queueMax} may`);
    this.name = 'IngestBusyError';
  }
}

/** Only a season is taken just now, under its simulated clock. Nothing of this call was taken: send it again later. */
export class IngestPausedError extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('a season is being recorded, other messages wait');
    this.name = 'IngestPausedError';
  }
}

/**
 * The stores cannot be written to, or the process is stopping. Messages of the call may be recorded or not: none was acknowledged,
 * and each may be sent again.
 */
export class IngestUnavailableError extends Error {
  /** @param reason one word: `disk-full`, `read-only`, `locked`, `closed`, `unreachable`, `corrupt`, `outcome-unknown`, `contended`, `failed` */
  constructor(readonly reason: string, message: string, options?: ErrorOptions & { readonly retryAfterSeconds?: number }) {
    super(message, options);
    this.name = 'IngestUnavailableError';
    this.retryAfterSeconds = options?.retryAfterSeconds ?? 5;
  }
  readonly retryAfterSeconds: number;
}

/** A message under a simulated clock came to a log that ends later: what was known when would change. It was not recorded. */
export class SimulatedClockError extends Error {
  constructor(readonly recordedAt: string, readonly logEnd: string) {
    super(`simulated recordedAt ${recordedAt} lies before the end of the log, ${logEnd}: a season is recorded only on a log that ends earlier`);
    this.name = 'SimulatedClockError';
  }
}

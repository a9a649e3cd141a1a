/** Whether messages from outside are taken just now: not while a season is recorded under its simulated clock. */
export class WriteGate {
  private seconds: number | undefined;

  /** @param retryAfterSeconds what senders are told to wait */
  pause(retryAfterSeconds = 5): void {
    this.seconds = retryAfterSeconds;
  }

  resume(): void {
    this.seconds = undefined;
  }

  /** Seconds after which to try again, while writes are paused. */
  get retryAfterSeconds(): number | undefined {
    return this.seconds;
  }
}

import { setImmediate as turnOfOthers } from 'node:timers/promises';

/** Long work holds the process this long at a time; then whoever else waits has a turn. */
const TURN_MS = 50;

/** Work in pieces, none of which waits for anything: without turns for others nobody would be answered until its end. */
export class LongWork {
  private began: number;

  /** `now`: milliseconds of any clock that only goes forward. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.began = now();
  }

  /** Between two pieces: gives others a turn when it is time to. */
  async pieceDone(): Promise<void> {
    if (this.now() - this.began < TURN_MS) return;
    await turnOfOthers();
    this.began = this.now();
  }
}

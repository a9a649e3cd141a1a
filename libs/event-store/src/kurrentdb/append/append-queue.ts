import type { Appended, StreamAppend } from '../../event-store';
import type { Appender } from './appender';

/** Appends in one batch, whoever they come from; a call with more goes as one all the same. */
const BATCH_MAX = 2000;

interface Waiting {
  readonly appends: readonly StreamAppend[];
  readonly settle: (results: readonly PromiseSettledResult<Appended>[]) => void;
}

/** One batch after another, so that each is judged by what stands; callers that come meanwhile share the next one. */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly appender: Appender) {}

  push(appends: readonly StreamAppend[]): Promise<readonly PromiseSettledResult<Appended>[]> {
    return new Promise((settle) => {
      this.waiting.push({ appends, settle });
      this.running ??= this.run();
    });
  }

  /** Resolves when nothing is under way any more. */
  async drained(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // Those who append in the same turn share the first batch too.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.next();
      const results = await this.appender.append(batch.flatMap(({ appends }) => appends));
      let from = 0;
      for (const { appends, settle } of batch) settle(results.slice(from, (from += appends.length)));
    }
    this.running = undefined;
  }

  private next(): readonly Waiting[] {
    let [count, size] = [0, 0];
    while (count < this.waiting.length && (count === 0 || size + this.waiting[count]!.appends.length <= BATCH_MAX)) size += this.waiting[count++]!.appends.length;
    return this.waiting.splice(0, count);
  }
}

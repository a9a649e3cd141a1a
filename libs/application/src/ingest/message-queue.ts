import { IngestBusyError, IngestUnavailableError } from './ingest.errors';

/** One message waiting: exactly one of the two is called, once. */
export interface Waiting<T, R> {
  readonly item: T;
  readonly settle: (result: R) => void;
  readonly fail: (error: Error) => void;
}

/** Results of one call. All are waited for, so that who hears of a failure knows that nothing of the call is still on its way. */
class Call<R> {
  readonly answered: Promise<readonly R[]>;
  private readonly results: R[];
  private readonly answers: boolean[] = [];
  private readonly failures: Error[] = [];
  private open: number;
  private end: (ended: readonly R[] | Promise<never>) => void = () => undefined;

  constructor(count: number) {
    this.open = count;
    this.results = new Array<R>(count);
    this.answered = new Promise((resolve) => (this.end = resolve));
  }

  settle(index: number, result: R): void {
    if (this.isAnswered(index)) return;
    this.results[index] = result;
    this.answer(index);
  }

  fail(index: number, error: Error): void {
    if (this.isAnswered(index)) return;
    this.failures[index] = error;
    this.answer(index);
  }

  private isAnswered(index: number): boolean {
    return this.answers[index] === true;
  }

  /** After the last answer the call ends: with the failure of the first message that failed, if any did. */
  private answer(index: number): void {
    this.answers[index] = true;
    this.open -= 1;
    if (this.open > 0) return;
    const failure = this.failures.find((each) => each !== undefined);
    this.end(failure === undefined ? this.results : Promise.reject(failure));
  }
}

/**
 * A bounded queue before one worker. What comes while a batch is being worked on is gathered into the next one: under load, many
 * callers share one durable write; alone, nobody waits for others.
 */
export class MessageQueue<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private inWork = 0;
  private bytes = 0;
  private working: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly bounds: { readonly batchMax: number; readonly queueMax: number; readonly bytesMax: number },
    private readonly bytesOf: (item: T) => number,
    private readonly work: (batch: readonly Waiting<T, R>[]) => Promise<void>,
  ) {}

  get length(): number {
    return this.waiting.length + this.inWork;
  }

  /** @throws IngestBusyError, IngestUnavailableError */
  async submit(items: readonly T[]): Promise<readonly R[]> {
    if (this.closed) throw new IngestUnavailableError('closed', 'the ingest is stopping');
    const bytes = items.reduce((sum, item) => sum + this.bytesOf(item), 0);
    const { queueMax, bytesMax } = this.bounds;
    if (this.length + items.length > queueMax || this.bytes + bytes > bytesMax) throw new IngestBusyError(this.length, queueMax);
    if (items.length === 0) return [];
    this.bytes += bytes;
    const call = new Call<R>(items.length);
    items.forEach((item, index) => this.waiting.push({ item, settle: (result) => call.settle(index, result), fail: (error) => call.fail(index, error) }));
    this.working ??= this.run();
    try {
      return await call.answered;
    } finally {
      this.bytes -= bytes;
    }
  }

  /** Takes no more; resolves when what waits is worked off. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
  }

  private async run(): Promise<void> {
    // Callers of the same turn join the first batch.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.bounds.batchMax);
      this.inWork = batch.length;
      try {
        await this.work(batch);
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        for (const { fail } of batch) fail(failure);
      }
      this.inWork = 0;
    }
    this.working = undefined;
  }
}

import { IngestBusyError, IngestUnavailableError } from './ingest.errors';

/** One message waiting: exactly one of the two is called, once. */
export interface Waiting<T, R> {
  readonly item: T;
  readonly settle: (result: R) => void;
  readonly fail: (error: Error) => void;
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
    this.bytes += bytes;
    const results = items.map((item) => new Promise<R>((settle, fail) => this.waiting.push({ item, settle, fail })));
    this.working ??= this.run();
    // All are waited for, so that a caller who hears of a failure knows that nothing of the call is still on its way.
    const settled = await Promise.allSettled(results);
    this.bytes -= bytes;
    return settled.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
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

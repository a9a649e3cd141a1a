import { setTimeout as pause } from 'node:timers/promises';
import { NO_POSITION, type EventStore } from '@netral/event-store';
import type { Log, Telemetry } from '@netral/platform';
import { fingerprintOf, type Projection } from '@netral/projections';
import { FencedError, OutOfStepError, type Commit, type ReadStore } from '@netral/read-store';
import { firstOf } from './first-of';
import { FoldError, withoutZeros } from './fold-error';
import { Folding } from './folding';
import { HeldLease, type LeaseTerms } from './held-lease';
import type { ModelsFeed, OnCommit, ProjectorStatus } from './models-feed';
import { rebuild, type OnRebuildProgress } from './rebuild';
import { Turns } from './turns';

export interface ProjectorOptions {
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly projections: readonly Projection[];
  readonly log: Log;
  readonly batchMax: number;
  readonly documentsCacheMax: number;
  readonly lease?: LeaseTerms;
  readonly telemetry?: Pick<Telemetry, 'folded'>;
  /** Of a rebuild that the projector begins by itself, because the read models were made by other projections. */
  readonly onRebuildProgress?: OnRebuildProgress;
  /** First and longest pause before trying again after the read store or the subscription failed. */
  readonly retryDelayMs?: number;
  readonly retryDelayMsMax?: number;
}

const LEASE: LeaseTerms = { holder: 'projector', ttlMs: 10_000 };

/**
 * Folds the log into the read models, batch after batch, then as events come, until it is stopped. Of several that share a read store
 * one folds, under a lease; the others stand by. Its name in the store is that of its projections.
 */
export class Projector implements ModelsFeed {
  private readonly turns = new Turns();
  private readonly listeners = new Set<OnCommit>();
  private readonly watchers = new Set<() => void>();
  private readonly aborted = new AbortController();
  private readonly lease: HeldLease;
  private folding: Folding | undefined;
  private status: ProjectorStatus = { state: 'starting', position: NO_POSITION };
  private running: Promise<void> | undefined;
  private rebuilding: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ProjectorOptions) {
    this.lease = new HeldLease(options.readStore, options.lease ?? LEASE);
  }

  /** Begins; does not wait until anything is folded. */
  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when the batch at hand is committed, a rebuild is given up and nothing more is folded. */
  async stop(): Promise<void> {
    this.aborted.abort();
    await Promise.all([this.running, this.rebuilding]);
    await this.lease.giveBack();
    this.become({ state: 'ended' });
  }

  get current(): ProjectorStatus {
    return this.status;
  }

  /** Whether this process is the one that folds. */
  get holdsLease(): boolean {
    return this.lease.isHeld;
  }

  onCommit(listener: OnCommit): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Resolves when the event at a position is folded and everybody has been told.
   * @throws Error when the projector stops before
   */
  async reached(position: string, signal?: AbortSignal): Promise<void> {
    while (this.status.position < position || this.status.state === 'starting' || this.status.state === 'standby') {
      const { state, reason } = this.status;
      if (state === 'stopped' || state === 'ended') throw new Error(`the read models end before position ${withoutZeros(position)}: ${reason ?? state}`);
      await this.changed(signal);
    }
  }

  /** Resolves when everything that the log holds now is folded. @throws like `reached` */
  async caughtUp(signal?: AbortSignal): Promise<void> {
    await this.reached(await this.options.eventStore.head(), signal);
  }

  /**
   * Folds all read models anew beside those that answer, and swaps them in. Folding goes on meanwhile.
   * @returns events folded
   * @throws AbortError when the projector is stopped before the end
   */
  rebuild(onProgress?: OnRebuildProgress): Promise<number> {
    const work = this.foldAnew(onProgress);
    this.rebuilding = Promise.allSettled([this.rebuilding, work]);
    return work;
  }

  private async foldAnew(onProgress?: OnRebuildProgress): Promise<number> {
    const { lost, token } = await this.lease.take(this.aborted.signal);
    const { signal, forget } = firstOf(this.aborted.signal, lost);
    const alone = (work: () => Promise<void>): Promise<void> => this.turns.run(async () => {
      await work();
      if (this.folding !== undefined) await this.resume();
    });
    const folded = await rebuild({ ...this.options, token, signal, alone, ...(onProgress === undefined ? {} : { onProgress }) })
      .catch((error: unknown) => {
        throw lost.aborted && !this.aborted.signal.aborted ? new Error('the lease to fold was lost; another projector goes on', { cause: error }) : error;
      })
      .finally(forget);
    this.options.log.info('read models rebuilt', { events: folded });
    return folded;
  }

  private async run(): Promise<void> {
    const { retryDelayMs = 200, retryDelayMsMax = 30_000 } = this.options;
    let delay = retryDelayMs;
    while (!this.aborted.signal.aborted) {
      try {
        await this.foldWhileHeld(() => (delay = retryDelayMs));
      } catch (error) {
        if (this.aborted.signal.aborted) break;
        if (error instanceof FoldError) {
          this.halt(error);
          break;
        }
        await this.withdraw(error as Error, delay);
        await pause(delay, undefined, { signal: this.aborted.signal }).catch(() => undefined);
        delay = Math.min(delay * 2, retryDelayMsMax);
      }
    }
    // A rebuild that is being given up is under the lease too.
    await this.rebuilding;
    await this.lease.giveBack();
  }

  /** Waits for the right to fold, then folds until it is lost or nothing more is to be folded. */
  private async foldWhileHeld(succeeded: () => void): Promise<void> {
    if (!this.lease.isHeld) this.become({ state: 'standby' });
    const { lost, token } = await this.lease.take(this.aborted.signal);
    this.options.log.info('this process folds', { token });
    const { signal, forget } = firstOf(this.aborted.signal, lost);
    try {
      await this.prepare();
      await this.follow(signal, succeeded);
    } finally {
      forget();
    }
    if (lost.aborted) this.options.log.warn('the lease to fold was lost; standing by', { token });
  }

  /** After a failure: whoever was overtaken gives up its right, and reads anew what the other wrote before it folds again. */
  private async withdraw(error: Error, delayMs: number): Promise<void> {
    const { log } = this.options;
    const overtaken = error instanceof FencedError || error instanceof OutOfStepError || (this.lease.token !== undefined && !this.lease.isHeld);
    if (!overtaken) {
      log.warn('read models cannot be brought up to date; trying again', { reason: error.message, delayMs });
      return this.become({ state: 'waiting', reason: error.message });
    }
    log.warn('another process has folded; standing by', { reason: error.message, delayMs });
    this.become({ state: 'standby' });
    await this.lease.giveBack();
  }

  private async prepare(): Promise<void> {
    const { readStore, projections, log, onRebuildProgress } = this.options;
    const [found, expected] = [await readStore.fingerprint(), fingerprintOf(projections)];
    if (found !== undefined && found !== expected) {
      log.info('read models were made by other projections and are folded anew', { found, expected });
      this.become({ state: 'rebuilding' });
      await this.rebuild(onRebuildProgress);
    }
    await this.turns.run(() => this.resume());
  }

  private async follow(signal: AbortSignal, succeeded: () => void): Promise<void> {
    const { eventStore, batchMax } = this.options;
    await this.setPace();
    for await (const batch of eventStore.subscribe(this.status.position, { signal, batchMax })) {
      await this.turns.run(() => this.foldAndTell(batch));
      succeeded();
      await this.setPace();
      if (signal.aborted) return;
    }
  }

  private async foldAndTell(batch: Parameters<Folding['fold']>[0]): Promise<void> {
    const folding = this.folding!;
    try {
      const began = performance.now();
      const commit = await folding.fold(batch);
      if (commit !== undefined) this.report(commit, (performance.now() - began) / 1000);
      if (commit !== undefined) await this.tell(commit);
    } catch (error) {
      if (error instanceof FoldError) await this.tell();
      throw error;
    } finally {
      this.become({ position: folding.position });
    }
  }

  private async resume(): Promise<void> {
    const { readStore, projections, documentsCacheMax } = this.options;
    const { token } = this.lease;
    this.folding = await Folding.resume(readStore, projections, { documentsCacheMax, ...(token === undefined ? {} : { token }) });
    await this.tell();
    this.become({ position: this.folding.position });
  }

  private report({ logIndex, projections, token }: Commit, seconds: number): void {
    const { log, telemetry } = this.options;
    const events = logIndex?.positions.length ?? 0;
    telemetry?.folded(events, seconds);
    log.debug('batch folded', () => ({
      commit: logIndex?.firstOrdinal, events, token, firstPosition: String(logIndex?.positions[0] ?? ''), lastPosition: withoutZeros(projections[0]?.checkpoint ?? ''),
      ...Object.fromEntries(projections.map(({ projection, documents }) => [projection, documents.length])),
    }));
  }

  private async tell(commit?: Commit): Promise<void> {
    for (const listener of this.listeners) await listener(commit);
  }

  private async setPace(): Promise<void> {
    const head = await this.options.eventStore.head();
    this.become({ state: this.status.position >= head ? 'live' : 'catching-up' });
  }

  private halt(error: FoldError): void {
    this.options.log.error('read models stopped at an event that cannot be folded', { position: withoutZeros(error.position), type: error.type, reason: error.reason });
    this.become({ state: 'stopped', reason: error.message, stoppedAt: error.position });
  }

  private become(change: Partial<ProjectorStatus>): void {
    const { state, position, reason, stoppedAt } = { ...this.status, ...change };
    const troubled = state === 'waiting' || state === 'stopped';
    this.status = { state, position, ...(troubled && reason !== undefined ? { reason } : {}), ...(troubled && stoppedAt !== undefined ? { stoppedAt } : {}) };
    for (const wake of this.watchers) wake();
    this.watchers.clear();
  }

  private changed(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      this.watchers.add(resolve);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  }
}

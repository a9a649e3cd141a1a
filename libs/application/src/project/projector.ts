import { setTimeout as pause } from 'node:timers/promises';
import { NO_POSITION, type EventStore } from '@netral/event-store';
import type { Log } from '@netral/platform';
import { fingerprintOf, type Projection } from '@netral/projections';
import type { Commit, ReadStore } from '@netral/read-store';
import { FoldError, withoutZeros } from './fold-error';
import { Folding } from './folding';
import { rebuild, type OnRebuildProgress } from './rebuild';
import { Turns } from './turns';

export interface ProjectorOptions {
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly projections: readonly Projection[];
  readonly log: Log;
  readonly batchMax: number;
  readonly documentsCacheMax: number;
  /** Of a rebuild that the projector begins by itself, because the read models were made by other projections. */
  readonly onRebuildProgress?: OnRebuildProgress;
  /** First and longest pause before trying again after the read store or the subscription failed. */
  readonly retryDelayMs?: number;
  readonly retryDelayMsMax?: number;
}

/**
 * `waiting`: a store could not be used, tried again soon. `stopped`: an event cannot be folded; nothing is skipped, answers
 * stay as they were before it, and a release that can fold it goes on from there.
 */
export type ProjectorState = 'starting' | 'rebuilding' | 'catching-up' | 'live' | 'waiting' | 'stopped' | 'ended';
export interface ProjectorStatus {
  readonly state: ProjectorState;
  /** Position of the last event folded; NO_POSITION before the first. */
  readonly position: string;
  /** Why it is waiting or stopped. */
  readonly reason?: string;
  /** Of the event that cannot be folded. */
  readonly stoppedAt?: string;
}
/** Told after each commit; without one, that the read store was opened or replaced and is to be read anew. Awaited before the next. */
export type OnCommit = (commit?: Commit) => Promise<void> | void;

/** Folds the log into the read models, batch after batch, then as events come, until it is stopped. Its name in the store is that of its projections. */
export class Projector {
  private readonly turns = new Turns();
  private readonly listeners = new Set<OnCommit>();
  private readonly watchers = new Set<() => void>();
  private readonly aborted = new AbortController();
  private folding: Folding | undefined;
  private status: ProjectorStatus = { state: 'starting', position: NO_POSITION };
  private running: Promise<void> | undefined;
  private rebuilding: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ProjectorOptions) {}

  /** Begins; does not wait until anything is folded. */
  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when the batch at hand is committed, a rebuild is given up and nothing more is folded. */
  async stop(): Promise<void> {
    this.aborted.abort();
    await Promise.all([this.running, this.rebuilding]);
    this.become({ state: 'ended' });
  }

  get current(): ProjectorStatus {
    return this.status;
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
    while (this.status.position < position || this.status.state === 'starting') {
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
    const folded = await rebuild({
      ...this.options,
      signal: this.aborted.signal,
      alone: (work) => this.turns.run(async () => {
        await work();
        if (this.folding !== undefined) await this.resume();
      }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    this.options.log.info('read models rebuilt', { events: folded });
    return folded;
  }

  private async run(): Promise<void> {
    const { log, retryDelayMs = 200, retryDelayMsMax = 30_000 } = this.options;
    let delay = retryDelayMs;
    while (!this.aborted.signal.aborted) {
      try {
        await this.prepare();
        await this.follow(() => (delay = retryDelayMs));
      } catch (error) {
        if (this.aborted.signal.aborted) return;
        if (error instanceof FoldError) return this.halt(error);
        log.warn('read models cannot be brought up to date; trying again', { reason: (error as Error).message, delayMs: delay });
        this.become({ state: 'waiting', reason: (error as Error).message });
        await pause(delay, undefined, { signal: this.aborted.signal }).catch(() => undefined);
        delay = Math.min(delay * 2, retryDelayMsMax);
      }
    }
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

  private async follow(succeeded: () => void): Promise<void> {
    const { eventStore, batchMax } = this.options;
    const { signal } = this.aborted;
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
      const commit = await folding.fold(batch);
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
    this.folding = await Folding.resume(readStore, projections, { documentsCacheMax });
    await this.tell();
    this.become({ position: this.folding.position });
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

import { setTimeout as pause } from 'node:timers/promises';
import { NO_POSITION } from '@netral/event-store';
import type { Log } from '@netral/platform';
import type { ColumnsHolder } from './columns-holder';
import type { ModelsFeed, OnCommit, ProjectorStatus } from './models-feed';

export interface ModelsTailOptions {
  readonly models: ColumnsHolder;
  readonly log: Log;
  /** Milliseconds between two looks at the read store. */
  readonly everyMs: number;
  /** Longest pause while it cannot be read. */
  readonly retryDelayMsMax?: number;
}

/**
 * Follows read models that another process folds: looks at the read store again and again, and reads what is new. A store that is
 * away is asked again, more and more seldom; what was read before goes on answering.
 */
export class ModelsTail implements ModelsFeed {
  private readonly listeners = new Set<OnCommit>();
  private readonly aborted = new AbortController();
  private status: ProjectorStatus = { state: 'starting', position: NO_POSITION };
  private running: Promise<void> | undefined;

  constructor(private readonly options: ModelsTailOptions) {}

  get current(): ProjectorStatus {
    return this.status;
  }

  /** Begins; does not wait until anything is read. */
  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.aborted.abort();
    await this.running;
    this.status = { state: 'ended', position: this.status.position };
  }

  onCommit(listener: OnCommit): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async run(): Promise<void> {
    const { everyMs, retryDelayMsMax = 5_000 } = this.options;
    const { signal } = this.aborted;
    for (let delay = everyMs; !signal.aborted; ) {
      delay = (await this.look()) ? everyMs : Math.min(Math.max(delay * 2, everyMs), Math.max(retryDelayMsMax, everyMs));
      await pause(delay, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Whether the store could be read. */
  private async look(): Promise<boolean> {
    const { models, log } = this.options;
    try {
      const changed = await models.refresh();
      if (this.status.state === 'waiting') log.info('read models can be read again', { position: models.position });
      const foreign = models.isForeign;
      this.status = foreign
        ? { state: 'waiting', position: models.position, reason: 'the read models were made by another release of Netral' }
        : { state: 'live', position: models.position };
      if (changed) {
        log.debug('read models read', { position: models.position, events: models.length });
        for (const listener of this.listeners) await listener();
      }
      return !foreign;
    } catch (error) {
      const reason = (error as Error).message;
      if (this.status.reason !== reason) log.warn('read models cannot be read; trying again', { reason });
      this.status = { state: 'waiting', position: this.status.position, reason };
      return false;
    }
  }
}

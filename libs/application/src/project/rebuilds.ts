import type { Clock, Log } from '@netral/platform';
import type { Projector } from './projector';

/** The rebuild that runs, or the last one that did; `none` since the process began. */
export interface RebuildStatus {
  readonly state: 'none' | 'running' | 'done' | 'failed';
  /** Events folded so far, and events there are. */
  readonly folded: number;
  readonly total: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Why it failed; the standing read models are then as they were. */
  readonly reason: string | null;
}

/** Rebuilds asked for while the process serves: one at a time, in the background, beside the read models that answer. */
export class Rebuilds {
  private status: RebuildStatus = { state: 'none', folded: 0, total: 0, startedAt: null, endedAt: null, reason: null };

  constructor(private readonly projector: Projector, private readonly clock: Clock, private readonly log: Log) {}

  get current(): RebuildStatus {
    return this.status;
  }

  /** Begins one; undefined when one runs already. */
  begin(): RebuildStatus | undefined {
    if (this.status.state === 'running') return undefined;
    this.status = { state: 'running', folded: 0, total: 0, startedAt: this.instant(), endedAt: null, reason: null };
    void this.run();
    return this.status;
  }

  private async run(): Promise<void> {
    try {
      const folded = await this.projector.rebuild((progress) => (this.status = { ...this.status, ...progress }));
      this.status = { ...this.status, state: 'done', folded, total: folded, endedAt: this.instant() };
    } catch (error) {
      const stopped = (error as Error).name === 'AbortError';
      const reason = stopped ? 'the process was stopped' : (error as Error).message;
      if (stopped) this.log.info('the rebuild was given up; the standing read models go on', { reason });
      else this.log.error('the rebuild failed; the standing read models go on', { reason });
      this.status = { ...this.status, state: 'failed', endedAt: this.instant(), reason };
    }
  }

  private instant(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

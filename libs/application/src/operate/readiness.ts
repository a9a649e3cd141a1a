import type { EventStore } from '@netral/event-store';
import type { WriteGate } from '../ingest/write-gate';
import type { ModelsFeed } from '../project/models-feed';
import type { ReadModels } from '../project/read-models';
import { QueryError } from '../queries/query.error';

/** Whether this process does what its role is. One a role; asked by its health address, of the API and of the metrics' port alike. */
export interface Readiness {
  /** What the process is at, in a word. @throws QueryError `not-ready`, saying why */
  check(): Promise<string>;
}
export const READINESS = Symbol('Readiness');

const notReady = (why: string): QueryError => new QueryError('not-ready', `Not ready: ${why}.`);

const headOf = async (store: EventStore): Promise<string> => {
  try {
    return await store.head();
  } catch {
    throw notReady('the log cannot be read');
  }
};

const refuseWhilePaused = ({ retryAfterSeconds }: WriteGate): void => {
  if (retryAfterSeconds !== undefined) throw notReady('a season is being recorded');
};

/** Of the process that writes, folds and answers: the log is open and the read models have caught up. Once they have, being a batch behind is work, not trouble. */
export class EmbeddedReadiness implements Readiness {
  private caughtUp = false;

  constructor(private readonly feed: ModelsFeed, private readonly gate: WriteGate, private readonly store: EventStore) {}

  async check(): Promise<string> {
    try {
      refuseWhilePaused(this.gate);
      const { state, position } = this.feed.current;
      const head = await headOf(this.store);
      if (state === 'live' && position >= head) this.caughtUp = true;
      if (!this.caughtUp || !['live', 'catching-up'].includes(state)) throw notReady(`the read models are ${state}`);
      return state;
    } catch (error) {
      this.caughtUp = false;
      throw error;
    }
  }
}

/** Of a process that takes messages in: the log can be reached, and nothing keeps senders waiting. */
export class IngestReadiness implements Readiness {
  private also: () => string | undefined = () => undefined;

  constructor(private readonly gate: WriteGate, private readonly store: EventStore) {}

  /** @param why what else hinders taking messages just now; undefined: nothing */
  unless(why: () => string | undefined): void {
    this.also = why;
  }

  async check(): Promise<string> {
    refuseWhilePaused(this.gate);
    const why = this.also();
    if (why !== undefined) throw notReady(why);
    await headOf(this.store);
    return 'taking';
  }
}

/** Of a projector: it folds, or stands by while another does. */
export class FoldReadiness implements Readiness {
  constructor(private readonly feed: ModelsFeed) {}

  async check(): Promise<string> {
    const { state } = this.feed.current;
    if (!['standby', 'rebuilding', 'catching-up', 'live'].includes(state)) throw notReady(`the fold is ${state}`);
    return state;
  }
}

/** Of a process that answers from what others fold: it has read the read models, and can read them now. How far they are behind is no matter here. */
export class AnsweringReadiness implements Readiness {
  constructor(private readonly feed: ModelsFeed, private readonly models: ReadModels, private readonly store: EventStore) {}

  async check(): Promise<string> {
    const { state } = this.feed.current;
    if (state !== 'live') throw notReady(state === 'starting' ? 'the read models are being read' : 'the read models cannot be read');
    if (this.models.length === 0 && Number(await headOf(this.store)) > 0) throw notReady('nothing has been folded yet');
    return state;
  }
}

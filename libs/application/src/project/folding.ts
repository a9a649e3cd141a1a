import { NO_POSITION, type RecordedEvent } from '@netral/event-store';
import type { Projection } from '@netral/projections';
import type { Commit, ReadStore } from '@netral/read-store';
import { FoldError } from './fold-error';
import { FoldStep, foldStartOf, type PlacedEvent } from './fold-step';
import { LongWork } from './long-work';
import { readEvents, type ReadEvent } from './read-events';

export interface FoldingOptions {
  readonly documentsCacheMax: number;
  /** For a store that nobody reads before `finish`: documents are written once, when they leave memory, and not at every commit. */
  readonly documentsLate?: boolean;
  /** Fencing token of the lease that is folded under; absent: the store has one writer by itself. */
  readonly token?: number;
  /** Milliseconds of any clock that only goes forward. */
  readonly now?: () => number;
}

/** One read store being filled: reads what the fold needs, commits what it gives, and knows how far it is. */
export class Folding {
  private constructor(
    private readonly store: ReadStore, private readonly projections: readonly Projection[], private readonly options: FoldingOptions,
    private step: FoldStep, private at: string,
  ) {}

  /** Goes on where the store's checkpoint stands. */
  static async resume(store: ReadStore, projections: readonly Projection[], options: FoldingOptions): Promise<Folding> {
    const step = await stepFrom(store, projections, options);
    return new Folding(store, projections, options, step, await checkpointOf(store, projections));
  }

  /** Position of the last event folded and committed. */
  get position(): string {
    return this.at;
  }

  /**
   * Folds a batch and commits it; events at or before the position are passed over. Of a batch with an event that cannot be
   * folded, those before it are committed, then the error is thrown. After any other error resume anew.
   * @returns what was committed; undefined when every event was folded before
   * @throws FoldError, and whatever the store throws
   */
  async fold(batch: readonly RecordedEvent[]): Promise<Commit | undefined> {
    const fresh = batch.filter(({ position }) => position > this.at);
    if (fresh.length === 0) return undefined;
    const { events, refused } = readEvents(fresh);
    const commit = events.length === 0 ? undefined : await this.foldRead(events);
    if (refused !== undefined) throw refused;
    return commit;
  }

  /** Writes the documents that wait; nothing may be folded after it. */
  async finish(): Promise<void> {
    for (const commit of this.step.rest(this.at)) await this.store.commit(this.fenced(commit));
  }

  private async foldRead(events: readonly ReadEvent[]): Promise<Commit> {
    try {
      return await this.commit(events);
    } catch (error) {
      // Of documents written late the store does not know enough to begin again: what is being built is given up.
      if (!(error instanceof FoldError) || this.options.documentsLate === true) throw error;
      this.step = await stepFrom(this.store, this.projections, this.options);
      const before = events.filter(({ position }) => position < error.position);
      if (before.length > 0) await this.commit(before);
      throw error;
    }
  }

  private async commit(events: readonly ReadEvent[]): Promise<Commit> {
    const placed = this.step.place(events);
    for (const [projection, ids] of this.step.needs(placed)) this.step.supply(projection, await this.store.documents(projection, ids));
    await this.foldInTurns(placed);
    const commit = this.fenced(this.step.take(placed));
    await this.store.commit(commit);
    this.at = events.at(-1)!.position;
    return commit;
  }

  private fenced(commit: Commit): Commit {
    const { token } = this.options;
    return token === undefined ? commit : { ...commit, token };
  }

  private async foldInTurns(placed: readonly PlacedEvent[]): Promise<void> {
    const work = new LongWork(this.options.now);
    for (const each of placed) {
      this.step.fold(each);
      await work.pieceDone();
    }
  }
}

const stepFrom = async (store: ReadStore, projections: readonly Projection[], { documentsCacheMax, documentsLate = false }: FoldingOptions): Promise<FoldStep> =>
  new FoldStep(projections, { ...(await foldStartOf(store, projections, documentsCacheMax)), documentsLate });

/** All projections are committed together, so the least of their checkpoints is that of each. */
const checkpointOf = async (store: ReadStore, projections: readonly Projection[]): Promise<string> => {
  const checkpoints = await Promise.all(projections.map(({ name }) => store.checkpoint(name)));
  return checkpoints.map((each) => each ?? NO_POSITION).sort()[0] ?? NO_POSITION;
};

import type { Commit } from '@netral/read-store';

/**
 * `standby`: another process folds; this one takes over when that is gone. `waiting`: a store could not be used, tried again soon.
 * `stopped`: an event cannot be folded; nothing is skipped, answers stay as they were before it, and a release that can fold it goes on.
 */
export type ProjectorState = 'starting' | 'standby' | 'rebuilding' | 'catching-up' | 'live' | 'waiting' | 'stopped' | 'ended';
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

/** Who keeps the read models of this process up to date: the projector itself, or a tail of what another process folds. */
export interface ModelsFeed {
  readonly current: ProjectorStatus;
  /** Told after each change, when every answer shows it. Gives back what ends it. */
  onCommit(listener: OnCommit): () => void;
}
export const MODELS_FEED = Symbol('ModelsFeed');

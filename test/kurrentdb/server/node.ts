import type { Faults } from './faults';
import type { Feed } from './feed';
import type { Store } from './store';

/** What the handlers of all calls share. */
export interface Node {
  readonly store: Store;
  /** Counts the starts of the node: what was held back in memory does not outlive a stop. */
  readonly life: () => number;
  readonly faults: Faults;
  /** The subscriptions that are open. */
  readonly feeds: Set<Feed>;
  readonly version: string;
  readonly port: () => number;
  readonly maxAppendBytes: number;
  /** How long a dropped copy waits for its answer, and the longest deadline a batch append is given. */
  readonly writeTimeoutMs: number;
  /** Methods the node does not own up to, as 'streams/batchappend'. */
  readonly without: readonly string[];
}

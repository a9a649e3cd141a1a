import type { EventStore, RecordedEvent } from '@netral/event-store';
import { inSmallHeap } from '@netral/platform';
import type { Projection } from '@netral/projections';
import type { ReadStore } from '@netral/read-store';
import { Folding } from './folding';

/** How far a rebuild is. */
export interface RebuildProgress {
  /** Events folded so far. */
  readonly folded: number;
  /** Events there are: known where positions have no gaps, else estimated from how far the position is. */
  readonly total: number;
}
export type OnRebuildProgress = (progress: RebuildProgress) => void;

export interface RebuildOptions {
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly projections: readonly Projection[];
  readonly batchMax: number;
  readonly documentsCacheMax: number;
  readonly onProgress?: OnRebuildProgress;
  readonly signal?: AbortSignal;
  /** Fencing token of the lease that it is made under. */
  readonly token?: number;
  /** Runs the last steps, with the tail of the log folded and the swap, while nobody else commits to the store that is replaced. */
  readonly alone?: (work: () => Promise<void>) => Promise<void>;
}

/** Documents of each projection in memory at once: one that left is read again for the price of a parse, and memory stays where it is. */
const DOCUMENTS_MAX = 1500;
/** A fold makes much that does not last: left to itself the heap would be four times what is alive. It costs a third more CPU. */
const HEAP_GROWTH_PERCENT = 25;

/**
 * Folds the whole log into fresh read models beside those that answer, then puts them in their place.
 * @returns events folded
 * @throws FoldError, and whatever the stores throw; the standing read models are then as they were
 */
export const rebuild = (options: RebuildOptions): Promise<number> => inSmallHeap(HEAP_GROWTH_PERCENT, () => foldAnew(options));

const foldAnew = async ({ eventStore, readStore, projections, batchMax, documentsCacheMax, onProgress, signal, token, alone }: RebuildOptions): Promise<number> => {
  const fresh = await readStore.beginRebuild();
  try {
    const folding = await Folding.resume(fresh.store, projections, { documentsCacheMax: Math.min(documentsCacheMax, DOCUMENTS_MAX), documentsLate: true, ...(token === undefined ? {} : { token }) });
    let folded = 0;
    const foldToTheEnd = async () => {
      signal?.throwIfAborted();
      const head = await eventStore.head();
      for await (const batch of batches(eventStore, folding.position, batchMax)) {
        signal?.throwIfAborted();
        await folding.fold(batch);
        folded += batch.length;
        onProgress?.({ folded, total: totalOf(folded, folding.position, head) });
      }
    };
    await foldToTheEnd();
    await (alone ?? ((work) => work()))(async () => {
      await foldToTheEnd();
      await folding.finish();
      signal?.throwIfAborted();
      await fresh.swap();
    });
    return folded;
  } catch (error) {
    await fresh.abandon();
    throw error;
  }
};

/** The log after a position to its end as it is now, in batches. */
async function* batches(eventStore: EventStore, after: string, batchMax: number): AsyncGenerator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  for await (const event of eventStore.readAll(after)) {
    batch.push(event);
    if (batch.length < batchMax) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const totalOf = (folded: number, position: string, head: string): number =>
  position >= head ? folded : Math.max(folded, Math.round((folded * Number(BigInt(head))) / Number(BigInt(position))));

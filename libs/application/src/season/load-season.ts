import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncomingMessage, Ingest, Receipt } from '../ingest/ingest';

/** One message of a season, and when it arrived. */
export interface SeasonArrival {
  /** RFC 3339 in UTC with milliseconds; never earlier than that of the arrival before. */
  readonly recordedAt: string;
  readonly agency: string;
  /** Employers that the sender may speak for; absent: whatever its agency is granted. */
  readonly employers?: readonly string[];
  /** A CloudEvent; text that is none, where the sender's was unreadable. */
  readonly message: object | string;
}

export interface LoadSeasonOptions {
  /** Messages given to the ingest at a time. */
  readonly batchSize: number;
  /** Told after each batch how many messages have their receipt. */
  readonly onProgress?: (done: number) => void;
  /** Aborted: stops after the batch in hand. */
  readonly signal?: AbortSignal;
}

export interface SeasonLoaded {
  readonly recorded: number;
  readonly duplicate: number;
  readonly setAside: number;
  /** False when it was told to stop before the last message. */
  readonly complete: boolean;
}

/**
 * Records a season through the ingest under its simulated clock. Run again after a crash it goes on by itself: what stands already is
 * a duplicate.
 * @throws SimulatedClockError when the log ends later than the first message that is not recorded yet
 * @throws IngestUnavailableError
 */
export const loadSeason = async (
  arrivals: Iterable<SeasonArrival> | AsyncIterable<SeasonArrival>, ingest: Ingest, { batchSize, onProgress, signal }: LoadSeasonOptions,
): Promise<SeasonLoaded> => {
  const counts = { recorded: 0, duplicate: 0, setAside: 0 };
  let batch: IncomingMessage[] = [];
  const submit = async (): Promise<void> => {
    for (const receipt of await ingest.submit(batch)) counts[countOf(receipt)] += 1;
    batch = [];
    onProgress?.(counts.recorded + counts.duplicate + counts.setAside);
    // The embedded stores answer without leaving the turn: questions and Ctrl-C would wait for the whole season.
    await nextTurn();
  };
  for await (const arrival of arrivals) {
    if (signal?.aborted === true) return { ...counts, complete: false };
    batch.push(incoming(arrival));
    if (batch.length >= batchSize) await submit();
  }
  if (batch.length > 0) await submit();
  return { ...counts, complete: true };
};

const countOf = ({ outcome }: Receipt): 'recorded' | 'duplicate' | 'setAside' => (outcome === 'set-aside' ? 'setAside' : outcome);

const incoming = ({ recordedAt, agency, employers, message }: SeasonArrival): IncomingMessage => ({
  content: typeof message === 'string' ? message : JSON.stringify(message),
  sender: { agency, ...(employers === undefined ? {} : { employers }) },
  recordedAt,
});

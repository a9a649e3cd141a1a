import {
  ConflictingRedeliveryError, OutcomeUnknownError, RevisionConflictError, StoreUnavailableError, type Appended, type EventStore, type NewEvent,
} from '@netral/event-store';
import { VaultError } from '@netral/vault';
import { IngestUnavailableError } from './ingest.errors';
import type { StreamHeads } from './stream-heads';

export interface PlannedEvent {
  readonly stream: string;
  readonly event: NewEvent;
  /** Judged by what its stream held: it may be written only right after that, and is judged anew where something has come in between. */
  readonly decided?: boolean;
}

/** Where an event stands; `metadata` is that of the standing one, which may be an earlier copy's. */
export interface Placed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: string;
  readonly metadata: string;
  readonly contentHash: string;
}

/** `standing`: the id stood there already. `conflict`: it stands with other content or in another stream. */
export type AppendOutcome =
  | { readonly kind: 'written' | 'standing'; readonly placed: Placed }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly error: Error };

const ATTEMPTS_MAX = 5;
type Failure = 'conflict' | 'unknown' | 'unavailable' | 'other';

const failureOf = (error: unknown): Failure => {
  if (error instanceof RevisionConflictError) return 'conflict';
  if (error instanceof OutcomeUnknownError) return 'unknown';
  return error instanceof StoreUnavailableError ? 'unavailable' : 'other';
};

/** What a store's failure means to a sender. A fault of ours stays what it is: it is no reason to send again. */
export const unavailable = (error: unknown): Error => {
  if (error instanceof StoreUnavailableError || error instanceof VaultError) return new IngestUnavailableError(error.reason, error.message, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
};

/**
 * Appends events, each at a revision it knows, in the order given. In a log with other writers an event goes only when those of its
 * stream before it stand: else another one's event, coming in between, would make place for the later one and not for the earlier.
 */
export const groupAppend = async (store: EventStore, heads: StreamHeads, planned: readonly PlannedEvent[]): Promise<AppendOutcome[]> => {
  if (store.shared !== true) return appendTogether(store, heads, planned);
  const outcomes = new Map<PlannedEvent, AppendOutcome>();
  const failed = new Map<string, AppendOutcome>();
  for (const cut of cutsOf(planned)) {
    const open = cut.filter(({ stream }) => !failed.has(stream));
    const settled = await appendTogether(store, heads, open);
    for (const [index, each] of open.entries()) {
      const outcome = settled[index] as AppendOutcome;
      outcomes.set(each, outcome);
      if (outcome.kind === 'failed' && isOrdered(each)) failed.set(each.stream, outcome);
    }
  }
  return planned.map((each) => outcomes.get(each) ?? (failed.get(each.stream) as AppendOutcome));
};

/** What was set aside may stand in any order. */
const isOrdered = ({ event }: PlannedEvent): boolean => event.type !== 'MessageSetAside';

/**
 * Cut, without changing the order, before each event whose stream has one already since the last cut: what was known when depends on the
 * order of the whole log.
 */
const cutsOf = (planned: readonly PlannedEvent[]): readonly (readonly PlannedEvent[])[] => {
  const cuts: PlannedEvent[][] = [];
  let streams = new Set<string>();
  for (const each of planned) {
    const again = isOrdered(each) && streams.has(each.stream);
    if (again || cuts.length === 0) {
      cuts.push([]);
      streams = new Set();
    }
    streams.add(each.stream);
    cuts.at(-1)?.push(each);
  }
  return cuts;
};

/**
 * Appends events in one durable write, each at a revision it knows, in the order given: what was known when depends on the order of
 * the whole log, so events of one stream are not drawn together; the revision of a stream with several is read anew, so that they keep
 * their order after another writer. A revision that proves wrong is read again; an append whose
 * outcome is unknown is looked for by its id first, and sent again only if it is not there.
 */
const appendTogether = async (store: EventStore, heads: StreamHeads, planned: readonly PlannedEvent[]): Promise<AppendOutcome[]> => {
  const outcomes: (AppendOutcome | undefined)[] = planned.map(() => undefined);
  let pending = planned.map((_, index) => index);
  let last: Error | undefined;
  try {
    for (let attempt = 1; attempt <= ATTEMPTS_MAX && pending.length > 0; attempt += 1) {
      const results = await attemptAll(store, heads, pending.map((index) => planned[index] as PlannedEvent));
      const again: number[] = [];
      for (const [place, index] of pending.entries()) {
        const { stream, event } = planned[index] as PlannedEvent;
        const result = results[place] as PromiseSettledResult<Appended>;
        if (result.status === 'fulfilled' && result.value.outcome === 'appended') {
          heads.set(stream, result.value.revision);
          outcomes[index] = { kind: 'written', placed: { stream, ...result.value, metadata: event.metadata, contentHash: event.contentHash } };
          continue;
        }
        heads.forget([stream]);
        if (result.status === 'rejected') {
          if (result.reason instanceof ConflictingRedeliveryError) outcomes[index] = { kind: 'conflict' };
          const failure = failureOf(result.reason);
          if (failure === 'unavailable') throw result.reason;
          if (failure === 'unknown') last = new IngestUnavailableError('outcome-unknown', 'the store does not say whether it wrote', { cause: result.reason });
          if (failure === 'other' && outcomes[index] === undefined) outcomes[index] = { kind: 'failed', error: unavailable(result.reason) };
        }
        if (outcomes[index] === undefined) again.push(index);
      }
      pending = (await lookFor(store, planned, again, outcomes)).filter((index) => store.shared !== true || planned[index]?.decided !== true);
    }
  } catch (error) {
    last = unavailable(error);
  }
  return outcomes.map((outcome, index) => {
    if (outcome !== undefined) return outcome;
    heads.forget([(planned[index] as PlannedEvent).stream]);
    return { kind: 'failed', error: (last ??= new IngestUnavailableError('contended', 'streams changed under every attempt to write')) };
  });
};

const attemptAll = async (store: EventStore, heads: StreamHeads, planned: readonly PlannedEvent[]): Promise<readonly PromiseSettledResult<Appended>[]> => {
  // With a revision that is out of date the first of several would be refused and a later one, expecting one more, let in before it.
  heads.forget(repeated(planned.map(({ stream }) => stream)));
  await heads.learn(planned.map(({ stream }) => stream));
  const next = new Map(planned.map(({ stream }) => [stream, heads.of(stream) ?? 'no-stream'] as const));
  const appends = planned.map(({ stream, event }) => {
    const expected = next.get(stream) ?? 'no-stream';
    next.set(stream, expected === 'no-stream' ? 0n : expected + 1n);
    return { stream, expected, events: [event] };
  });
  try {
    return await store.appendMany(appends);
  } catch (reason) {
    if (reason instanceof StoreUnavailableError) throw reason;
    // The call itself broke: nothing is known of any of them.
    return planned.map(({ stream }) => ({ status: 'rejected', reason: new OutcomeUnknownError(stream, { cause: reason }) }));
  }
};

/** Those that stand in a list more than once. */
const repeated = (streams: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  return new Set(streams.filter((stream) => seen.has(stream) || !seen.add(stream)));
};

/** Settles those that stand in the log after all; gives back the rest. */
const lookFor = async (
  store: EventStore, planned: readonly PlannedEvent[], again: readonly number[], outcomes: (AppendOutcome | undefined)[],
): Promise<number[]> => {
  if (again.length === 0) return [];
  const found = await store.locate(again.map((index) => (planned[index] as PlannedEvent).event.id));
  return again.filter((index) => {
    const { stream, event } = planned[index] as PlannedEvent;
    const placed = found.get(event.id);
    if (placed === undefined) return true;
    const same = placed.contentHash === event.contentHash && placed.stream === stream;
    // Equal metadata tells our own copy, of which we only had no answer, from one that another wrote.
    outcomes[index] = same ? { kind: placed.metadata === event.metadata ? 'written' : 'standing', placed } : { kind: 'conflict' };
    return false;
  });
};

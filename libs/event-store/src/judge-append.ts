import {
  type Appended, ConflictingRedeliveryError, type ExpectedRevision, InvalidAppendError, type Location, RevisionConflictError, type StreamAppend,
} from './event-store';

/** What a verdict needs to know of the log as it stands before the append. */
export interface StandingLog {
  lastRevision(stream: string): ExpectedRevision;
  standing(id: string): Location | undefined;
}

export type Verdict = { readonly write: true; readonly firstRevision: bigint } | { readonly write: false; readonly repeated: Appended };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The one rule of what an append means, for every adapter that keeps its ids in a transaction of its own. Pure: refuses before
 * anything is written, so that a refused append leaves no trace.
 * @throws InvalidAppendError, ConflictingRedeliveryError, RevisionConflictError
 */
export const judgeAppend = (log: StandingLog, append: StreamAppend): Verdict => {
  checkShape(append);
  const { stream, expected, events } = append;
  let last: Location | undefined;
  let standing = 0;
  for (const { id, contentHash } of events) {
    const found = log.standing(id);
    if (found === undefined) continue;
    if (found.stream !== stream) throw new ConflictingRedeliveryError(found, 'stream');
    if (found.contentHash !== contentHash) throw new ConflictingRedeliveryError(found, 'content');
    standing += 1;
    last = found;
  }
  if (last !== undefined) {
    if (standing < events.length) throw new ConflictingRedeliveryError(last, 'part');
    return { write: false, repeated: { outcome: 'repeated', revision: last.revision, position: last.position } };
  }
  const actual = log.lastRevision(stream);
  if (actual !== expected) throw new RevisionConflictError(stream, expected, actual);
  return { write: true, firstRevision: actual === 'no-stream' ? 0n : actual + 1n };
};

/** Refusals of one append, that say nothing of the store: the rest of a batch goes on. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof InvalidAppendError || error instanceof ConflictingRedeliveryError || error instanceof RevisionConflictError;

/** @throws InvalidAppendError */
export const checkShape = ({ stream, events }: StreamAppend): void => {
  if (stream === '' || stream.startsWith('$')) throw new InvalidAppendError(stream, 'expected a stream name that is not empty and does not begin with $');
  if (events.length === 0) throw new InvalidAppendError(stream, 'an append without events');
  for (const { id, type } of events) {
    if (!UUID.test(id)) throw new InvalidAppendError(stream, `event id: found ${JSON.stringify(id)}, expected a UUID in lower case`);
    if (type === '' || type.startsWith('$')) throw new InvalidAppendError(stream, `event ${id}: expected a type that is not empty and does not begin with $`);
  }
  if (events.length > 1 && new Set(events.map(({ id }) => id)).size < events.length) throw new InvalidAppendError(stream, 'an id stands twice in one append');
};

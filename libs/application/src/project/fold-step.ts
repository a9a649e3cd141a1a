import { jakartaDayOf } from '@netral/domain';
import type { FoldEvent, Projection } from '@netral/projections';
import type { Commit, ReadStore, StoredDocument } from '@netral/read-store';
import { fingerprintOf } from '@netral/projections';
import { ProjectionFold, storedTable } from './projection-fold';
import type { ReadEvent } from './read-events';

/** Where a fold begins: what the read store holds. */
export interface FoldStart {
  /** Events folded so far: the next has this ordinal. */
  readonly length: number;
  /** Running maximum of `recordedAt` so far, milliseconds; -Infinity at the beginning. */
  readonly knownFrom: number;
  readonly documents: (projection: string) => number;
  readonly rows: (table: string) => number;
  readonly documentsCacheMax: number;
  /** Commits hold a document only when it leaves memory; `rest` gives the others. */
  readonly documentsLate?: boolean;
}

const DOCUMENTS_AT_ONCE_MAX = 1000;

/**
 * The one fold, used live, in a rebuild and in tests: a batch of events into one commit of all projections. It does no I/O: who
 * drives it asks what it `needs`, supplies that, folds event by event and commits what it `take`s. After an error it must be thrown away.
 */
export class FoldStep {
  private length: number;
  private knownFrom: number;
  private readonly folds: readonly ProjectionFold[];
  /** Of each type of event, the folds that take it. */
  private readonly takers: ReadonlyMap<string, readonly ProjectionFold[]>;
  private readonly fingerprint: string;

  constructor(projections: readonly Projection[], start: FoldStart) {
    this.length = start.length;
    this.knownFrom = start.knownFrom;
    this.fingerprint = fingerprintOf(projections);
    this.folds = projections.map((projection) => new ProjectionFold(projection, { ...start, documents: start.documents(projection.name) }));
    const types = new Set(projections.flatMap(({ on }) => Object.keys(on)));
    this.takers = new Map([...types].map((type) => [type, this.folds.filter(({ projection }) => Object.hasOwn(projection.on, type))]));
  }

  /** Events with their place in the log, and the day they count as recorded on. */
  place(events: readonly ReadEvent[]): readonly PlacedEvent[] {
    let known = this.knownFrom;
    return events.map(({ type, data, position, recordedAt, recordedAtMs, agency, source, messageId }, index) => {
      known = Math.max(known, recordedAtMs);
      const event = { type, data, position, ordinal: this.length + index, recordedOn: jakartaDayOf(known), recordedAt, agency, source, messageId };
      return { event, knownFrom: known };
    });
  }

  /** Documents to be supplied, by projection. */
  needs(events: readonly PlacedEvent[]): ReadonlyMap<string, readonly string[]> {
    const missing = new Map<ProjectionFold, Set<string>>();
    for (const { event } of events) {
      for (const fold of this.takersOf(event)) {
        const id = fold.needs(event);
        if (id !== undefined) missing.set(fold, (missing.get(fold) ?? new Set()).add(id));
      }
    }
    return new Map([...missing].map(([fold, ids]) => [fold.projection.name, [...ids]]));
  }

  supply(projection: string, documents: ReadonlyMap<string, StoredDocument>): void {
    this.folds.find((fold) => fold.projection.name === projection)?.supply(documents);
  }

  /** Folds the next event of those placed. @throws FoldError when it cannot be folded */
  fold({ event }: PlacedEvent): void {
    for (const fold of this.takersOf(event)) fold.fold(event);
  }

  /** What the events, all folded, changed. */
  take(events: readonly PlacedEvent[]): Commit {
    const checkpoint = events.at(-1)!.event.position;
    const logIndex = {
      firstOrdinal: this.length,
      positions: BigUint64Array.from(events, ({ event }) => BigInt(event.position)),
      knownFrom: Float64Array.from(events, ({ knownFrom }) => knownFrom),
    };
    this.length += events.length;
    this.knownFrom = events.at(-1)!.knownFrom;
    return { fingerprint: this.fingerprint, logIndex, projections: this.folds.map((fold) => fold.take(checkpoint)) };
  }

  /** Documents that no commit has held yet, some at a time. */
  *rest(checkpoint: string): Generator<Commit> {
    for (const fold of this.folds) {
      for (let some = fold.takeWaiting(checkpoint, DOCUMENTS_AT_ONCE_MAX); some !== undefined; some = fold.takeWaiting(checkpoint, DOCUMENTS_AT_ONCE_MAX)) {
        yield { fingerprint: this.fingerprint, projections: [some] };
      }
    }
  }

  private takersOf({ type }: FoldEvent): readonly ProjectionFold[] {
    return this.takers.get(type) ?? [];
  }
}

export interface PlacedEvent {
  readonly event: FoldEvent;
  readonly knownFrom: number;
}

/** Where a fold into this store begins. */
export const foldStartOf = async (store: ReadStore, projections: readonly Projection[], documentsCacheMax: number): Promise<FoldStart> => {
  const length = await store.logLength();
  const documents = new Map<string, number>();
  const rows = new Map<string, number>();
  for (const { name, tables } of projections) {
    documents.set(name, await store.documentCount(name));
    for (const table of Object.keys(tables)) rows.set(storedTable(name, table), await store.rowCount(storedTable(name, table)));
  }
  let knownFrom = Number.NEGATIVE_INFINITY;
  if (length > 0) for await (const chunk of store.logIndex(length - 1)) knownFrom = chunk.knownFrom[0]!;
  return { length, knownFrom, documents: (name) => documents.get(name) ?? 0, rows: (table) => rows.get(table) ?? 0, documentsCacheMax };
};

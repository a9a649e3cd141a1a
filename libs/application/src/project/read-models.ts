import type { Rulebook } from '@netral/domain';
import type { Models } from '@netral/figures';

/** A document of a projection, parsed: a ledger that answers for any place in the log. */
export interface ModelDocument<T = unknown> {
  readonly id: string;
  /** Its number in the tables of facts. */
  readonly number: number;
  readonly position: string;
  readonly body: T;
}

/**
 * What queries are answered from: columns of facts and the log's index in memory, documents in the read store. All of it
 * holds every event up to ordinal `length - 1`; what is known at an earlier ordinal is a matter of the question.
 */
export interface ReadModels {
  /** Number of events folded; the last has ordinal `length - 1`. */
  readonly length: number;
  /** @throws RangeError for an ordinal that no event has */
  positionOf(ordinal: number): string;
  /** Running maximum of `recordedAt` at an ordinal, milliseconds since 1970. @throws RangeError */
  knownFrom(ordinal: number): number;
  /** Ordinal of the last event at or before a position; -1 for none. */
  ordinalOf(position: string): number;
  /** Ordinal of the last event known at an instant (milliseconds since 1970); -1 for none. */
  ordinalKnownAt(ms: number): number;
  /** The joint decision as known now. */
  readonly rulebook: Rulebook;
  rulebookAt(ordinal: number): Rulebook;
  /** Tables and rulebook as figures take them, for a question about what was known at an ordinal. */
  at(ordinal: number): Models;
  /** Id of a document of `recommendations` by its number, from memory; undefined for a number that none has, and of other projections: see `idsOf`. */
  idOf(projection: string, number: number): string | undefined;
  /** Ids of documents of any projection by their numbers, in order; from the read store where they are not in memory. Unknown numbers are left out. */
  idsOf(projection: string, numbers: readonly number[]): Promise<readonly string[]>;
  document<T = unknown>(projection: string, id: string): Promise<ModelDocument<T> | undefined>;
  /** Unknown ids are left out. */
  documents<T = unknown>(projection: string, ids: readonly string[]): Promise<ReadonlyMap<string, ModelDocument<T>>>;
}
export const READ_MODELS = Symbol('ReadModels');

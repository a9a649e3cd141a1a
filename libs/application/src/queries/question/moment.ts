import { NO_POSITION } from '@netral/event-store';
import { isoOf, jakartaDayOf } from '@netral/domain';
import { jakartaInstant } from './instant';
import { dayParameter, instantOrDayParameter, patternParameter, type ValuesOf } from './parameter';
import type { Problems } from './problems';

/** Which day is asked about, and what is known of it. Taken by every question whose answer changes with time. */
export const momentParameters = {
  asOf: dayParameter('asOf', 'True on this day; default today in Asia/Jakarta.', '2020-10-26'),
  knownAt: instantOrDayParameter('knownAt', 'Known at this instant, or by the end of this day; default now. Not together with position.', '2020-11-02'),
  position: patternParameter('position', 'Known at this place in the log, instead of knownAt.', '^\\d{20}$', '20 digits, a place in the log as answers give it', '00000000000000012345'),
};
export type AskedMoment = ValuesOf<typeof momentParameters>;

/** The events folded so far, in log order. */
export interface KnownLog {
  readonly length: number;
  positionOf(ordinal: number): string;
  /** Running maximum of recordedAt, milliseconds since 1970. */
  knownFrom(ordinal: number): number;
}

/** The two times of a question, as understood. */
export interface Moment {
  readonly asOf: string;
  /** RFC 3339 at +07:00; null when nothing was known. */
  readonly knownAt: string | null;
  /** Of the last event known then. */
  readonly position: string;
  /** The same as a dense place in the log; -1 when nothing was known. */
  readonly ordinal: number;
}

/**
 * What is asked about and known. A `knownAt` after the last event folded is lowered to it, since later events may still
 * be recorded before that instant. `ceiling` is the place in the log that a cursor was given at.
 */
export const momentOf = (asked: AskedMoment, log: KnownLog, nowMs: number, problems: Problems, ceiling?: string): Moment => {
  const asOf = asked.asOf ?? isoOf(jakartaDayOf(nowMs));
  if (asked.knownAt !== undefined && asked.position !== undefined) problems.add('position', 'beside knownAt', 'one of position and knownAt');
  const last = log.length - 1;
  if (asked.position !== undefined && asked.position > positionAt(log, last)) {
    problems.add('position', asked.position, `a place in the log up to ${positionAt(log, last)}`);
  }
  const highest = ceiling === undefined ? last : lastWhere(log, (ordinal) => log.positionOf(ordinal) <= ceiling);
  const ordinal = Math.min(highest, knownOrdinal(asked, log));
  const position = positionAt(log, ordinal);
  if (ceiling !== undefined && position !== ceiling) problems.add('after', 'a cursor given at another place in the log', 'a cursor given to this question');
  return { asOf, knownAt: knownAtOf(asked.knownAt, log, ordinal, highest), position, ordinal };
};

const knownOrdinal = ({ knownAt, position }: AskedMoment, log: KnownLog): number => {
  if (position !== undefined) return lastWhere(log, (ordinal) => log.positionOf(ordinal) <= position);
  return knownAt === undefined ? log.length - 1 : lastWhere(log, (ordinal) => log.knownFrom(ordinal) <= knownAt);
};

const knownAtOf = (asked: number | undefined, log: KnownLog, ordinal: number, highest: number): string | null => {
  if (highest < 0) return null;
  if (asked !== undefined && asked <= log.knownFrom(highest)) return jakartaInstant(asked);
  return ordinal < 0 ? null : jakartaInstant(log.knownFrom(ordinal));
};

const positionAt = (log: KnownLog, ordinal: number): string => (ordinal < 0 ? NO_POSITION : log.positionOf(ordinal));

/** The last ordinal for which the condition holds, where it holds up to some place and not after; -1 for none. */
const lastWhere = (log: KnownLog, holds: (ordinal: number) => boolean): number => {
  let [low, high] = [-1, log.length - 1];
  while (low < high) {
    const middle = high - Math.floor((high - low) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

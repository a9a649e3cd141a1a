import type { EventType } from '@netral/contracts';
import { NEVER, type DayNumber, type FactRow } from '../projection';
import type { Restated } from './second-statements';
import type { Kept, Ledger, Statement } from './statement';

/** Kinds of contradiction that a fold can see; `counts-contradict` compares figures and is found when it is asked. */
export type AnomalyKind =
  | 'sanction-without-recommendation' | 'sanction-on-unnamed-person' | 'sanction-differs' | 'follow-up-after-closing'
  | 'delivered-before-issued' | 'block-without-ground' | 'unblock-without-block' | 'block-of-blocked'
  | 'event-dated-in-the-future' | 'restated' | 'conflicting-redelivery';

/** A row of the table `anomalies`: in sight while `day <= asOf < untilOn`. */
export interface Anomaly {
  readonly season: string;
  readonly kind: AnomalyKind;
  readonly agency: string;
  readonly employer: string;
  /** Counts only while this letter is not in effect; '' for always. */
  readonly letter: string;
  readonly day: DayNumber;
  readonly untilOn: DayNumber;
  readonly eventOrdinal: number;
}

/** An anomaly of the sender of a statement. */
export const anomaly = (
  kind: AnomalyKind, { data, agency, ordinal }: Pick<Statement, 'data' | 'agency' | 'ordinal'>, day: DayNumber,
  { untilOn = NEVER, letter = '' }: { readonly untilOn?: DayNumber; readonly letter?: string } = {},
): Anomaly => ({ season: data.season, kind, agency, employer: data.employer ?? '', letter, day, untilOn, eventOrdinal: ordinal });

/** In sight from the later of the two statements' own days. */
export const restatedAnomaly = <S extends Statement<EventType, Kept>>({ first, later }: Restated<S>): Anomaly =>
  anomaly('restated', later, Math.max(first.day, later.day));

/** Statements, corrections and retractions among them, whose own day was still to come when they were recorded: decided on what was first sent. */
export const futureAnomalies = ({ statements }: Ledger): readonly Anomaly[] =>
  statements.filter(({ day, recordedOn }) => day > recordedOn).map((each) => anomaly('event-dated-in-the-future', each, each.recordedOn));

/** Rows of a document's anomalies, in the order of the events that show them. */
export const anomalyRows = (...found: readonly (readonly Anomaly[])[]): readonly FactRow[] => {
  const all = found.flat();
  if (all.length > 1) all.sort((a, b) => a.eventOrdinal - b.eventOrdinal);
  return all.map((values, slot) => ({ table: 'anomalies', slot, values: { ...values } }));
};

import type { DayNumber } from '@netral/projections';
import type { Dimension } from './dimensions';
import type { Unit } from './units';

export const figureIds = [
  'reported', 'dismissed', 'forwarded', 'returned', 'not-proven', 'recommended', 'settled', 'in-process', 'pending', 'overdue',
  'follow-up-rate', 'blocked', 'blocks', 'unblocks', 'violations', 'share', 'top-employers', 'anomalies',
] as const;
export type FigureId = (typeof figureIds)[number];

export const registers = ['bawaslu', 'recommender'] as const;
export type Register = (typeof registers)[number];
export const seriesSteps = ['day', 'week', 'month'] as const;
export type SeriesStep = (typeof seriesSteps)[number];

/** Values that a dimension may have in what is counted; several values of one dimension are alternatives. */
export type Filters = Partial<Readonly<Record<Dimension, readonly string[]>>>;

/** What every question stands on: a season, a day, what is known, and the rule and calendar that due days come from. */
export interface Basis {
  readonly season: string;
  readonly asOf: DayNumber;
  /** What is known: rows that began at or before this place in the log; -1 is nothing. */
  readonly ordinal: number;
  /** `in-force`: each letter's own; else a hypothetical rule, `<id>` or `<id>@<version>`. */
  readonly rule: string;
  /** `known`, else a hypothetical calendar, `<id>@<version>`. */
  readonly calendar: string;
}

/** What is asked of a figure, with every default filled in. */
export interface Question extends Basis {
  readonly figure: FigureId;
  readonly unit: Unit;
  readonly register?: Register;
  /** Base of `share` and `top-employers`. */
  readonly of?: FigureId;
  /** None, one or two dimensions. */
  readonly by: readonly Dimension[];
  readonly filters: Filters;
  /** First and last day of a flow or a series, both included. */
  readonly from?: DayNumber;
  readonly until?: DayNumber;
  readonly series?: SeriesStep;
  /** The span of a flow was asked to be shorter than the season so far. */
  readonly narrowed?: boolean;
  readonly top?: number;
  /** For the public: cells that could point at one human are withheld. */
  readonly withhold?: boolean;
}

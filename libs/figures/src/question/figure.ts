import type { Label } from '@netral/contracts';
import type { Moment } from '../things/known';
import type { Things } from '../things/things';
import type { Dimension } from './dimensions';
import type { FigureId } from './question';
import type { Unit } from './units';

interface FigureInfo {
  readonly id: FigureId;
  readonly label: Label;
  readonly definition: Label;
  /** What can be counted; the first is the default. */
  readonly units: readonly Unit[];
  /** What it can be broken down and filtered by. */
  readonly dimensions: readonly Dimension[];
  /** Dimensions that only Bawaslu's register has. */
  readonly bawasluOnly?: readonly Dimension[];
  /** Counts what happened from a day until a day, not what is so on a day. */
  readonly flow?: true;
  /** Counts in the register asked for. */
  readonly registers?: true;
  /** Depends on due days, so on a rule and its calendar. */
  readonly deadline?: true;
}

/** A figure that counts things. */
export interface CountFigure extends FigureInfo {
  readonly counts: 'things';
  readonly things: (moment: Moment, unit: Unit) => readonly Things[];
}

/** A figure in per cent: of the things, those marked as `part`. */
export interface RateFigure extends FigureInfo {
  readonly counts: 'rate';
  readonly things: (moment: Moment, unit: Unit) => readonly Things[];
}

/** A figure made of another, its base: each cell over the base, or the base's cells ranked. */
export interface DerivedFigure extends FigureInfo {
  readonly counts: 'share' | 'ranking';
  /** Figures that can be its base; unit, dimensions, register and flow are the base's. */
  readonly bases: readonly FigureId[];
}

export type Figure = CountFigure | RateFigure | DerivedFigure;

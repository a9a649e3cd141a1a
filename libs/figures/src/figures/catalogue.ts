import type { Figure } from '../question/figure';
import { figureIds, type FigureId, type Register } from '../question/question';
import type { Dimension } from '../question/dimensions';
import type { Unit } from '../question/units';
import { anomalies } from './anomalies';
import { blocked, blocks, unblocks } from './blocked';
import { share, topEmployers } from './derived';
import { followUpRate, inProcess, pending, recommended, settled } from './followed-up';
import { overdue } from './overdue';
import { dismissed, forwarded, notProven, reported, returned, violations } from './registered';

const byId: Readonly<Record<FigureId, Figure>> = {
  reported, dismissed, forwarded, returned, 'not-proven': notProven, recommended, settled, 'in-process': inProcess, pending, overdue,
  'follow-up-rate': followUpRate, blocked, blocks, unblocks, violations, share, 'top-employers': topEmployers, anomalies,
};

/** Every figure there is, in the order of the register's path. */
export const figures: readonly Figure[] = figureIds.map((id) => byId[id]);

export const isFigureId = (text: string): text is FigureId => Object.hasOwn(byId, text);
export const figureOf = (id: FigureId): Figure => byId[id];

/** The figure that is counted: itself, or the base it is made of; undefined for a derived figure without (such) a base. */
export const countedFigure = (id: FigureId, of?: FigureId): Exclude<Figure, { bases: unknown }> | undefined => {
  const figure = byId[id];
  if (!('bases' in figure)) return figure;
  const base = of !== undefined && figure.bases.includes(of) ? byId[of] : undefined;
  return base === undefined || 'bases' in base ? undefined : base;
};

/** What the figure can count; the first is the default. */
export const unitsOf = (id: FigureId, of?: FigureId): readonly Unit[] => countedFigure(id, of)?.units ?? [];
export const defaultRegister: Register = 'recommender';

/** What the figure can be broken down and filtered by, in the register asked. */
export const dimensionsOf = (id: FigureId, of?: FigureId, register: Register = defaultRegister): readonly Dimension[] => {
  const figure = countedFigure(id, of);
  if (figure === undefined) return [];
  return figure.dimensions.filter((dimension) => register === 'bawaslu' || !(figure.bawasluOnly ?? []).includes(dimension));
};

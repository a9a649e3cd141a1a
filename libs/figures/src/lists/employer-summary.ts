import { answerFrom, type Value } from '../answer/answer';
import { versionsUsed, type VersionUsed } from '../deadlines/due-days';
import type { Basis, FigureId } from '../question/question';
import type { Unit } from '../question/units';
import { Known, type Models } from '../things/known';

export interface EmployerFigure {
  readonly figure: FigureId;
  readonly unit: Unit;
  readonly total: Value;
}

const summarised: readonly (readonly [FigureId, Unit])[] = [
  ['reported', 'persons'],
  ['recommended', 'recommendations'], ['recommended', 'persons'],
  ['settled', 'recommendations'], ['settled', 'persons'],
  ['in-process', 'recommendations'], ['in-process', 'persons'],
  ['pending', 'recommendations'], ['pending', 'persons'],
  ['overdue', 'recommendations'], ['overdue', 'persons'],
  ['follow-up-rate', 'persons'], ['blocked', 'personnel-records'],
];

/** The figures of one employer, each as the figure itself answers when it is filtered by that employer. */
export const employerSummary = (
  basis: Basis, employer: string, models: Models,
): { readonly figures: readonly EmployerFigure[]; readonly rules: readonly VersionUsed[]; readonly calendars: readonly VersionUsed[] } => {
  const known = new Known(models, basis);
  const figures = summarised.map(([figure, unit]) => {
    const { total } = answerFrom(known, { ...basis, figure, unit, by: [], filters: { employer: [employer] } });
    return { figure, unit, total: total! };
  });
  return { figures, ...versionsUsed(known) };
};

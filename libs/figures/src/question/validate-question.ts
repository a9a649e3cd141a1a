import { countedFigure, defaultRegister, dimensionsOf, figureOf, unitsOf } from '../figures/catalogue';
import { isoOf } from '@netral/domain';
import { dimensionIds, expectedValue } from './dimensions';
import type { Question } from './question';

/** One parameter that cannot stand as it does. */
export interface Problem {
  readonly parameter: string;
  readonly found: string;
  readonly expected: string;
}

/** What was asked, before defaults are filled in: only what the asker gave, and the day. */
export type Asked = Pick<Question, 'figure' | 'by' | 'filters' | 'asOf'> & Partial<Pick<Question, 'unit' | 'register' | 'of' | 'from' | 'until' | 'series' | 'top'>>;

/** Ten years of days and some: a series of a season asked long after it is not refused, and an answer stays bounded. */
export const seriesPeriodsMax = 4000;
export const topMax = 10_000;

/** Everything about the question that its figure does not take, each naming the parameter. */
export const validateQuestion = (asked: Asked): readonly Problem[] => [
  ...baseProblems(asked),
  ...(countedFigure(asked.figure, asked.of) === undefined ? [] : [...unitProblems(asked), ...dimensionProblems(asked), ...dayProblems(asked), ...topProblems(asked)]),
];

const oneOf = (values: readonly string[]): string => (values.length === 0 ? 'nothing' : `one of ${values.join(', ')}`);
const problem = (parameter: string, found: string, expected: string): Problem => ({ parameter, found, expected });

const baseProblems = ({ figure: id, of }: Asked): Problem[] => {
  const figure = figureOf(id);
  if (!('bases' in figure)) return of === undefined ? [] : [problem('of', of, `nothing: ${id} has no base`)];
  if (of !== undefined && figure.bases.includes(of)) return [];
  return [problem('of', of ?? 'nothing', oneOf(figure.bases))];
};

const unitProblems = ({ figure, of, unit, register }: Asked): Problem[] => {
  const units = unitsOf(figure, of);
  const found: Problem[] = [];
  if (unit !== undefined && !units.includes(unit)) found.push(problem('unit', unit, oneOf(units)));
  if (register !== undefined && countedFigure(figure, of)?.registers !== true) {
    found.push(problem('register', register, 'nothing: only reported, violations and what is of them ask for a register'));
  }
  return found;
};

const dimensionProblems = (asked: Asked): Problem[] => {
  const { by, figure, of, register = defaultRegister, series } = asked;
  const allowed = dimensionsOf(figure, of, register);
  const found = by.filter((dimension) => !allowed.includes(dimension)).map((dimension) => problem('by', dimension, oneOf(allowed)));
  if (new Set(by).size < by.length) found.push(problem('by', by.join(','), 'each dimension once'));
  const [most, expected] = byCount(figure);
  if (by.length > most || (figure === 'share' && by.length < 1)) found.push(problem('by', by.join(',') || 'nothing', expected));
  if (figure === 'top-employers' && by.length === 1 && by[0] !== 'employer') found.push(problem('by', by[0]!, 'employer, or nothing'));
  if (series !== undefined && by.includes('day')) found.push(problem('by', 'day', 'no day: a series has days of its own'));
  return [...found, ...dimensionIds.flatMap((dimension) => filterProblems(asked, allowed, dimension))];
};

const byCount = (figure: string): readonly [most: number, expected: string] => {
  if (figure === 'share') return [1, 'one dimension'];
  return figure === 'top-employers' ? [1, 'employer, or nothing'] : [2, 'at most two dimensions'];
};

const filterProblems = ({ filters, figure, of }: Asked, allowed: readonly string[], dimension: (typeof dimensionIds)[number]): Problem[] => {
  const values = filters[dimension];
  if (values === undefined) return [];
  if (!allowed.includes(dimension)) return [problem(dimension, values.join(','), `nothing: filters of ${of ?? figure} are ${allowed.join(', ') || 'none'}`)];
  if (values.length === 0) return [problem(dimension, 'nothing', 'at least one value')];
  return values.flatMap((value) => {
    const expected = expectedValue(dimension, of ?? figure, value);
    return expected === undefined ? [] : [problem(dimension, value, expected)];
  });
};

const dayProblems = ({ figure, of, series, from, until, asOf }: Asked): Problem[] => {
  const spans = series !== undefined || countedFigure(figure, of)?.flow === true;
  const found: Problem[] = [];
  const expected = 'nothing: only a flow or a series has days from and until';
  if (from !== undefined && !spans) found.push(problem('from', isoOf(from), expected));
  if (until !== undefined && !spans) found.push(problem('until', isoOf(until), expected));
  if (!spans) return found;
  if (until !== undefined && until > asOf) found.push(problem('until', isoOf(until), `a day on or before asOf, ${isoOf(asOf)}`));
  if (from !== undefined && from > (until ?? asOf)) found.push(problem('from', isoOf(from), `a day on or before the last, ${isoOf(until ?? asOf)}`));
  if (series !== undefined && from !== undefined && ((until ?? asOf) - from + 1) / daysOf[series] > seriesPeriodsMax) {
    found.push(problem('series', series, `at most ${seriesPeriodsMax} periods from the first day to the last`));
  }
  return found;
};
const daysOf = { day: 1, week: 7, month: 28 };

const topProblems = ({ figure, by, top }: Asked): Problem[] => {
  if (top === undefined) return [];
  if (!Number.isInteger(top) || top < 1 || top > topMax) return [problem('top', String(top), `a whole number from 1 to ${topMax}`)];
  return by.length === 0 && figure !== 'top-employers' ? [problem('top', String(top), 'nothing: without a breakdown there are no cells')] : [];
};

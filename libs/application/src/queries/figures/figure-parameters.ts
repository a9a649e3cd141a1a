import { dimensionIds, dimensions, figureIds, figureOf, unitsOf, registers, seriesSteps, topMax, units, type Dimension, type FigureId, type Unit } from '@netral/figures';
import { choiceParameter, dayParameter, integerParameter, type Parameter } from '../question/parameter';
import { seasonParameters } from '../question/season-question';

const unitIds = Object.keys(units) as Unit[];
const isDimension = (text: string): text is Dimension => (dimensionIds as readonly string[]).includes(text);

const by: Parameter<readonly Dimension[]> = {
  name: 'by', meaning: 'Broken down by one or two dimensions; default none.', example: 'regionType',
  expected: `one or two of ${dimensionIds.join(', ')}, separated by a comma`,
  schema: { type: 'string', pattern: '^[A-Za-z]+(,[A-Za-z]+)?$' },
  read: (text) => {
    const named = text.split(',');
    return named.every(isDimension) ? named : undefined;
  },
};

const FILTER = '^[A-Za-z0-9._-]{1,64}(,[A-Za-z0-9._-]{1,64}){0,99}$';
const filter = (dimension: Dimension): Parameter<readonly string[]> => ({
  name: dimension, meaning: `Only what is of this ${dimensions[dimension].label.en.toLowerCase()}; several, separated by commas, are alternatives.`,
  expected: 'a code, or several separated by commas',
  schema: { type: 'string', pattern: FILTER },
  read: (text) => (new RegExp(FILTER).test(text) ? [...new Set(text.split(','))].sort() : undefined),
});
export const filterParameters = Object.fromEntries(dimensionIds.map((dimension) => [dimension, filter(dimension)])) as
  Readonly<Record<Dimension, Parameter<readonly string[]>>>;

/** What a question about a figure takes; which of it a figure takes is the figure's own to say. */
export const figureParameters = {
  unit: choiceParameter('unit', "What is counted; default the figure's first unit.", unitIds),
  register: choiceParameter('register', 'Register counted in: only for reported, violations and what is of them; default recommender.', registers),
  of: choiceParameter('of', 'Base of share and top-employers.', figureIds),
  by,
  from: dayParameter('from', "First day of a flow or series; default the season's first day.", '2020-01-01'),
  until: dayParameter('until', 'Last day of a flow or series; default asOf.', '2020-11-26'),
  series: choiceParameter('series', 'Asked at the last day of each period.', seriesSteps),
  top: integerParameter('top', 'Only so many of the largest cells; the rest stands in the remainder.', 1, topMax),
  ...seasonParameters,
  ...filterParameters,
};

/** The same, told of one figure: a unit or base that it cannot have is refused with those that it can. */
export const parametersOf = (figure: FigureId, of: string | undefined): typeof figureParameters => {
  const known = figureOf(figure);
  const bases = 'bases' in known ? known.bases : undefined;
  const units = unitsOf(figure, bases?.find((base) => base === of));
  return {
    ...figureParameters,
    ...(units.length === 0 ? {} : { unit: choiceParameter('unit', figureParameters.unit.meaning, units) }),
    of: bases === undefined ? { ...figureParameters.of, expected: `nothing: ${figure} has no base` } : choiceParameter('of', figureParameters.of.meaning, bases),
  };
};

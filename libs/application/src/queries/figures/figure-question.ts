import { dayOf, isoOf, type DayNumber } from '@netral/domain';
import {
  countedFigure, defaultRegister, dimensionIds, figureOf, unitsOf, validateQuestion, type Dimension, type FigureId, type Filters, type Question,
} from '@netral/figures';
import type { ValuesOf } from '../question/parameter';
import type { Problems } from '../question/problems';
import type { SeasonQuestion } from '../question/season-question';
import { addressOf, type Written } from '../question/self';
import type { figureParameters } from './figure-parameters';

export type AskedFigure = ValuesOf<typeof figureParameters>;

/** Fills in what a question about a figure leaves to default, and notes what the figure does not take. */
export const figureQuestionOf = (figure: FigureId, asked: AskedFigure, question: SeasonQuestion, problems: Problems): Question => {
  const { of, register, series, top } = asked;
  const by = asked.by ?? (figureOf(figure).counts === 'ranking' ? ['employer' as const] : []);
  const counted = countedFigure(figure, of);
  const asOf = dayOf(question.asOf);
  const filled = {
    figure, by, filters: filtersOf(asked), asOf,
    ...defined({ unit: asked.unit ?? unitsOf(figure, of)[0] }),
    ...defined({ register: register ?? (counted?.registers === true ? defaultRegister : undefined) }),
    ...defined({ of, series, top }),
    ...daysOf(asked, question, asOf, counted?.flow === true || series !== undefined),
    ...(counted?.flow === true && isNarrowed(asked, question) ? { narrowed: true } : {}),
  };
  problems.addAll(validateQuestion(filled));
  return { ...filled, unit: filled.unit ?? 'count', season: question.season.id, ordinal: question.ordinal, rule: question.rule, calendar: question.calendar };
};

const daysOf = (asked: AskedFigure, { season }: SeasonQuestion, asOf: DayNumber, spans: boolean): Pick<Question, 'from' | 'until'> => {
  const until = asked.until === undefined ? (spans ? asOf : undefined) : dayOf(asked.until);
  const from = asked.from === undefined ? (spans ? Math.min(season.from, until ?? asOf) : undefined) : dayOf(asked.from);
  return { ...defined({ from }), ...defined({ until }) };
};

const isNarrowed = ({ from, until }: AskedFigure, { season, asOf }: SeasonQuestion): boolean =>
  (from !== undefined && dayOf(from) > season.from) || (until !== undefined && until < asOf);

const filtersOf = (asked: AskedFigure): Filters =>
  Object.fromEntries(dimensionIds.flatMap((dimension) => {
    const values = asked[dimension];
    return values === undefined ? [] : [[dimension, values]];
  })) as Filters;

/** What is defined of an object. */
const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

const day = (value: DayNumber | undefined): string | undefined => (value === undefined ? undefined : isoOf(value));

/** The question as an answer names it, in the order of its keys. */
export const figureQuestionEcho = (asked: Question) => ({
  ...defined({ register: asked.register, of: asked.of, from: day(asked.from), until: day(asked.until), series: asked.series, top: asked.top }),
  by: asked.by,
  filters: Object.fromEntries(Object.entries(asked.filters).map(([dimension, values]) => [dimension, values.join(',')])),
});

/** The same question with nothing left to default. */
export const figureSelf = (asked: Question, { asOf, position }: SeasonQuestion): string => {
  const filters: Written = (Object.keys(asked.filters) as Dimension[]).sort().map((dimension) => [dimension, asked.filters[dimension]?.join(',')]);
  return addressOf(`/v1/figures/${asked.figure}`, [
    ['unit', asked.unit], ['register', asked.register], ['of', asked.of], ['season', asked.season], ['asOf', asOf], ['position', position],
    ['rule', asked.rule], ['calendar', asked.calendar], ['by', asked.by.length === 0 ? undefined : asked.by.join(',')],
    ['from', day(asked.from)], ['until', day(asked.until)], ['series', asked.series], ['top', asked.top], ...filters,
  ]);
};

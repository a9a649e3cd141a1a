import { type Dimension, countedFigure, dimensionsOf, figureIds, figureOf, type FigureId, unitsOf } from '@netral/figures';

/** A question as a path with its parameters, and what kind it is counted under. */
export interface AskedPath {
  readonly kind: string;
  readonly path: string;
}

const [FIRST_DAY, LAST_DAY] = [Date.UTC(2020, 1, 1), Date.UTC(2020, 11, 31)];
const DAY_MS = 86_400_000;
const PROVINCES = ['11', '12', '32', '33', '35', '51', '53', '71', '73', '74', '82', '91'];
const EMPLOYERS = ['74.07', '33.11', '73.71', '32.04', '35.78', '51.02', 'pusat.kemenag'];

type Random = () => number;
const oneOf = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const dayAt = (random: Random): string => new Date(FIRST_DAY + Math.floor((random() * (LAST_DAY - FIRST_DAY)) / DAY_MS) * DAY_MS).toISOString().slice(0, 10);

/** Both times at random in the season's year, apart from each other. */
const times = (random: Random): Record<string, string> => ({ asOf: dayAt(random), knownAt: dayAt(random) });
const path = (place: string, parameters: Record<string, string>): string => `${place}?${new URLSearchParams(parameters).toString()}`;

/** A random breakdown that the figure takes: none, one dimension or two. */
const breakdownOf = (random: Random, figure: FigureId, of: FigureId | undefined): Record<string, string> => {
  if (figureOf(figure).counts === 'ranking') return {};
  const allowed = [...dimensionsOf(figure, of)];
  const most = figure === 'share' ? 1 : Math.min(2, allowed.length);
  const wanted = figure === 'share' ? 1 : Math.floor(random() * (most + 1));
  const by: Dimension[] = [];
  while (by.length < wanted) by.push(...allowed.splice(Math.floor(random() * allowed.length), 1));
  return by.length === 0 ? {} : { by: by.join(',') };
};

const figurePath = (random: Random, figure: FigureId, more: Record<string, string> = {}): AskedPath => {
  const found = figureOf(figure);
  const of = 'bases' in found ? oneOf(random, found.bases) : undefined;
  const parameters = { ...times(random), unit: oneOf(random, unitsOf(figure, of)), ...(of === undefined ? {} : { of }), ...breakdownOf(random, figure, of), ...more };
  return { kind: figure, path: path(`/v1/figures/${figure}`, parameters) };
};

/** Every figure so many times, its unit, base, breakdown and both times at random. */
export const figureQuestions = (random: Random, times: number): readonly AskedPath[] =>
  Array.from({ length: times }, () => figureIds.map((figure) => figurePath(random, figure))).flat();

/** A figure at the end of every week of the year: some fifty questions in one, so a kind of its own. */
export const seriesQuestions = (random: Random, times: number): readonly AskedPath[] =>
  Array.from({ length: times }, () => oneOf(random, figureIds.filter((id) => !('bases' in figureOf(id)) && countedFigure(id)?.flow !== true)))
    .map((figure) => ({ kind: 'series', path: path(`/v1/figures/${figure}`, { asOf: dayAt(random), knownAt: dayAt(random), series: 'week' }) }));

const lists: readonly (readonly [string, (random: Random) => string])[] = [
  ['letters', (random) => path('/v1/recommendations', { ...times(random), ...(random() < 0.5 ? { state: oneOf(random, ['open', 'overdue', 'closed', 'withdrawn']) } : {}) })],
  ['letters of a province', (random) => path('/v1/recommendations', { ...times(random), province: oneOf(random, PROVINCES) })],
  ['anomalies', (random) => path('/v1/anomalies', { ...times(random) })],
  ['events', (random) => path('/v1/events', { limit: '100', after: String(Math.floor(random() * 5000)).padStart(20, '0') })],
];

/** Every list so many times, its filters and both times at random. */
export const listQuestions = (random: Random, count: number): readonly AskedPath[] =>
  Array.from({ length: count }, () => lists.map(([kind, make]) => ({ kind, path: make(random) }))).flat();

/** One employer with its thirteen figures: no list, and more than one figure, so a kind of its own. */
export const employerQuestions = (random: Random, count: number): readonly AskedPath[] =>
  Array.from({ length: count }, () => ({ kind: 'employer', path: path(`/v1/employers/${oneOf(random, EMPLOYERS)}`, times(random)) }));

/** Times in milliseconds by kind. */
export type Taken = Record<string, number[]>;
export const take = (taken: Taken, kind: string, ms: number): void => void (taken[kind] ??= []).push(ms);

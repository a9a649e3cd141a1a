import type { Label } from '@netral/contracts';
import { isoOf } from '@netral/domain';
import { NEVER } from '@netral/projections';
import { versionsUsed, type VersionUsed } from '../deadlines/due-days';
import { countedFigure, defaultRegister, figureOf } from '../figures/catalogue';
import type { Dimension } from '../question/dimensions';
import type { Question } from '../question/question';
import { breakDown, type Breakdown, type BrokenCell, type Measure } from '../tally/breakdown';
import { ratio, type Ratio } from '../tally/percent';
import { tally } from '../tally/tally';
import { nothingWithheld, withheldOf } from '../tally/withhold';
import { Known, Moment, type Models } from '../things/known';
import type { Cell } from './cell';
import { completeSeries } from './complete-series';
import { cellLabel, vocabularyLabels } from './labels';
import { notesOf } from './notes';
import { periods, type Period } from './periods';

export type { Cell } from './cell';

/** A number, or a percentage with both of its numbers. */
export type Value = number | Ratio;

export interface Answer {
  readonly cells: readonly Cell[];
  /** Of a series: the same question without it, on its last day. Null when it is withheld. */
  readonly total: Value | null;
  /** Counted in the total but in no cell shown; 0 without a breakdown. Null when the total is withheld. */
  readonly remainder: Value | null;
  readonly rules: readonly VersionUsed[];
  readonly calendars: readonly VersionUsed[];
  readonly notes: readonly Label[];
}

/**
 * Answers a question. It must be one that `validateQuestion` and `validateRules` find nothing wrong with.
 * Throws RangeError for a derived figure without a base, or a dimension that the figure does not have.
 */
export const answer = (question: Question, models: Models): Answer => answerFrom(new Known(models, question), question);

/** Answers one of several questions on the same basis, what is known being worked out once. */
export const answerFrom = (known: Known, question: Question): Answer => {
  const asked = askedOf(question);
  const spans = asked.counted.flow === true || question.series !== undefined;
  const until = spans ? Math.min(question.until ?? question.asOf, question.asOf) : question.asOf;
  const moment = known.moment(question.from ?? -NEVER, until, registerOf(question));
  const whole = brokenDown(asked, moment);
  const cells = question.series === undefined ? cellsOf(known, asked, whole) : seriesOf(known, asked, periods(question.series, question.from ?? until, until));
  const deadline = asked.counted.deadline === true;
  return {
    cells,
    total: whole.totalWithheld ? null : valueOf(asked.measure, whole.total, whole.total.count),
    remainder: whole.totalWithheld ? null : valueOf(asked.measure, whole.remainder, whole.total.count),
    ...(deadline ? versionsUsed(known) : { rules: [], calendars: [] }),
    notes: notesOf(known, moment, deadline, whole.totalWithheld || cells.some(({ withheld }) => withheld === true)),
  };
};

interface AskedFigure {
  readonly question: Question;
  readonly counted: NonNullable<ReturnType<typeof countedFigure>>;
  readonly measure: Measure;
  readonly by: readonly Dimension[];
}

const askedOf = (question: Question): AskedFigure => {
  const { figure: id, of, by } = question;
  const counted = countedFigure(id, of);
  if (counted === undefined) throw new RangeError(`of: found ${of ?? 'none'}, expected a base of ${id}`);
  const { counts } = figureOf(id);
  const measure = counts === 'share' ? 'share' : counted.counts;
  return { question, counted, measure, by: counts === 'ranking' ? ['employer'] : by };
};

const brokenDown = ({ question, counted, measure, by }: AskedFigure, moment: Moment): Breakdown => {
  const { filters, top, unit } = question;
  const things = counted.things(moment, unit);
  const span = counted.flow === true && (question.series !== undefined || question.narrowed === true);
  const withheldBy = (dimensions: readonly Dimension[]) =>
    question.withhold === true ? withheldOf(things, { by: dimensions, filters, span }) : nothingWithheld;
  return breakDown(tally(things, by, filters), { measure, figure: counted.id, by, top, withheld: { cells: withheldBy(by), total: withheldBy([]) } });
};

/** The figure at each period's last day, or over each period. Nothing worked out for one of them is held for the next. */
const seriesOf = (known: Known, asked: AskedFigure, all: readonly Period[]): readonly Cell[] =>
  (asked.counted.flow === true ? completeSeries : unchanged)(
    all.flatMap(({ from, until }) => cellsOf(known, asked, brokenDown(asked, new Moment(known, from, until, registerOf(asked.question))), isoOf(until))),
  );
const unchanged = (cells: readonly Cell[]): readonly Cell[] => cells;

const registerOf = ({ register }: Question) => register ?? defaultRegister;

const valueOf = (measure: Measure, count: { readonly count: number; readonly part: number }, base: number): Value => {
  if (measure === 'things') return count.count;
  return measure === 'rate' ? ratio(count.part, count.count) : ratio(count.count, base);
};

const cellsOf = (known: Known, asked: AskedFigure, broken: Breakdown, asOf?: string): readonly Cell[] => {
  const labels = known.models.labels ?? vocabularyLabels;
  const day = asOf === undefined ? [] : [asOf];
  const whole: BrokenCell = { keys: [], count: broken.total, withheld: broken.totalWithheld };
  const cells = asked.by.length === 0 && asOf !== undefined ? [whole] : broken.cells;
  return cells.map(({ keys, count, withheld }) => ({
    key: Object.fromEntries([...day.map((iso) => ['asOf', iso]), ...asked.by.map((dimension, index) => [dimension, keys[index]!])]),
    label: cellLabel([
      ...day.map((iso) => ({ id: iso, en: iso })),
      ...asked.by.map((dimension, index) => labels.of(dimension, asked.counted.id, keys[index]!)),
    ]),
    ...(withheld ? { value: null, withheld: true as const } : shown(valueOf(asked.measure, count, broken.total.count))),
  }));
};

const shown = (value: Value): Pick<Cell, 'value' | 'numerator' | 'denominator'> => (typeof value === 'number' ? { value } : value);

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
import { Known, Moment, type Models } from '../things/known';
import { cellLabel, vocabularyLabels } from './labels';
import { notesOf } from './notes';
import { periods, type Period } from './periods';

/** A number, or a percentage with both of its numbers. */
export type Value = number | Ratio;
/** Null in a count, and in all of a percentage, that is withheld. */
export type ValueOrWithheld = number | Ratio | null;

export interface Cell {
  readonly key: Readonly<Record<string, string>>;
  readonly label: Label;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly withheld?: true;
}

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
export const answer = (question: Question, models: Models): Answer => {
  const known = new Known(models, question);
  const asked = askedOf(question);
  const spans = asked.flow || question.series !== undefined;
  const until = spans ? Math.min(question.until ?? question.asOf, question.asOf) : question.asOf;
  const moment = known.moment(question.from ?? -NEVER, until, registerOf(question));
  const whole = brokenDown(asked, moment);
  const cells =
    question.series === undefined
      ? cellsOf(known, asked, whole, undefined)
      : periods(question.series, question.from ?? until, until).flatMap((period) => {
          // Not kept: what one day was worked out from would be held for every day of the series.
          const broken = brokenDown(asked, new Moment(known, period.from, period.until, registerOf(question)));
          return cellsOf(known, asked, broken, period);
        });
  const deadline = countedFigure(question.figure, question.of)?.deadline === true;
  return {
    cells,
    total: whole.totalWithheld ? null : valueOf(asked.measure, whole.total, whole.total.count),
    remainder: whole.totalWithheld ? null : valueOf(asked.measure, whole.remainder, whole.total.count),
    ...(deadline ? versionsUsed(known) : { rules: [], calendars: [] }),
    notes: notesOf(known, moment, deadline, cells.some(({ withheld }) => withheld === true) || whole.totalWithheld),
  };
};

interface AskedFigure {
  readonly counted: NonNullable<ReturnType<typeof countedFigure>>;
  readonly measure: Measure;
  readonly by: readonly Dimension[];
  readonly flow: boolean;
}

const askedOf = ({ figure: id, of, by }: Question): AskedFigure => {
  const counted = countedFigure(id, of);
  if (counted === undefined) throw new RangeError(`of: found ${of ?? 'none'}, expected a base of ${id}`);
  const { counts } = figureOf(id);
  const measure = counts === 'share' ? 'share' : counted.counts;
  return { counted, measure, by: counts === 'ranking' ? ['employer'] : by, flow: counted.flow === true };
};

const brokenDown = ({ counted, measure, by }: AskedFigure, moment: Moment): Breakdown => {
  const { question } = moment.known;
  const counts = tally(counted.things(moment, question.unit), by, question.filters);
  return breakDown(counts, { measure, figure: counted.id, by, filters: question.filters, top: question.top, withhold: question.withhold === true });
};

const registerOf = ({ register }: Question) => register ?? defaultRegister;

const valueOf = (measure: Measure, count: { readonly count: number; readonly part: number }, base: number): Value => {
  if (measure === 'things') return count.count;
  return measure === 'rate' ? ratio(count.part, count.count) : ratio(count.count, base);
};

const cellsOf = (known: Known, asked: AskedFigure, broken: Breakdown, period: Period | undefined): readonly Cell[] => {
  const labels = known.models.labels ?? vocabularyLabels;
  const day = period === undefined ? [] : [isoOf(period.until)];
  const whole: BrokenCell = { keys: [], count: broken.total, withheld: broken.totalWithheld };
  const cells = asked.by.length === 0 && period !== undefined ? [whole] : broken.cells;
  return cells.map(({ keys, count, withheld }) => ({
    key: { ...(day.length === 0 ? {} : { asOf: day[0]! }), ...Object.fromEntries(asked.by.map((dimension, index) => [dimension, keys[index]!])) },
    label: cellLabel([
      ...day.map((iso) => ({ id: iso, en: iso })),
      ...asked.by.map((dimension, index) => labels.of(dimension, asked.counted.id, keys[index]!)),
    ]),
    ...(withheld ? { value: null, withheld: true as const } : shown(valueOf(asked.measure, count, broken.total.count))),
  }));
};

const shown = (value: Value): Pick<Cell, 'value' | 'numerator' | 'denominator'> => (typeof value === 'number' ? { value } : value);

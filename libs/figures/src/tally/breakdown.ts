import { closedValues, type Dimension } from '../question/dimensions';
import type { Filters } from '../question/question';
import { cellKey, noCount, type Count, type Tally } from './tally';
import { mustWithhold } from './withhold';

/** How a figure's cells are counted: things, things of the total, or the part of things. */
export type Measure = 'things' | 'rate' | 'share';

export interface BrokenCell {
  readonly keys: readonly string[];
  readonly count: Count;
  readonly withheld: boolean;
}

export interface Breakdown {
  /** In order, the first `top` alone. */
  readonly cells: readonly BrokenCell[];
  readonly total: Count;
  readonly totalWithheld: boolean;
  /** Counted in the total, but in no cell that shows a number. */
  readonly remainder: Pick<Count, 'count' | 'part'>;
}

export interface BreakdownAsked {
  readonly measure: Measure;
  readonly figure: string;
  readonly by: readonly Dimension[];
  readonly filters: Filters;
  readonly top: number | undefined;
  readonly withhold: boolean;
}

/** Orders a tally's cells, adds those that are zero but shown, withholds and cuts. */
export const breakDown = (tally: Tally, asked: BreakdownAsked): Breakdown => {
  const { by, filters, measure } = asked;
  const withheld = (count: Count, dimensions: readonly Dimension[], keys: readonly string[]) =>
    asked.withhold && mustWithhold(count, dimensions, keys, filters);
  const cells = withClosed(tally, asked)
    // What is not known is no group to rank: it stays in the remainder of a share.
    .filter(({ keys }) => measure !== 'share' || keys[0] !== 'unknown')
    .map(({ keys, count }) => ({ keys, count, withheld: withheld(count, by, keys) }))
    .sort(inOrder(measure, by.indexOf('day')))
    .slice(0, asked.top);
  const shown = cells.filter((cell) => !cell.withheld);
  const rest = (field: 'count' | 'part') => shown.reduce((left, { count }) => left - count[field], tally.total[field]);
  return {
    cells,
    total: tally.total,
    totalWithheld: withheld(tally.total, [], []),
    remainder: by.length === 0 ? { count: 0, part: 0 } : { count: rest('count'), part: rest('part') },
  };
};

/** Where every dimension asked is closed, all their values stand, zeros too. */
const withClosed = ({ cells }: Tally, { by, figure }: BreakdownAsked): readonly { keys: readonly string[]; count: Count }[] => {
  const closed = by.map((dimension) => closedValues(dimension, figure));
  const found = [...cells.values()];
  if (by.length === 0 || !closed.every((values) => values !== undefined)) return found;
  const all = closed.reduce<readonly (readonly string[])[]>((rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])), [[]]);
  return [...found, ...all.filter((keys) => !cells.has(cellKey(keys))).map((keys) => ({ keys, count: noCount() }))];
};

/** Days ascending; counts (rates: exactly) descending; ties by key. A withheld cell's place must not tell its count. */
const inOrder = (measure: Measure, dayAt: number) => (a: BrokenCell, b: BrokenCell): number => {
  const [dayA, dayB] = [a.keys[dayAt] ?? '', b.keys[dayAt] ?? ''];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  if (a.withheld !== b.withheld) return a.withheld ? 1 : -1;
  return (a.withheld ? 0 : descending(measure, a.count, b.count)) || byText(a.keys, b.keys);
};

const descending = (measure: Measure, a: Count, b: Count): number => {
  if (measure !== 'rate' || a.count === 0 || b.count === 0) return b.count - a.count;
  return b.part * a.count - a.part * b.count;
};

const byText = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((key, index) => key !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
};

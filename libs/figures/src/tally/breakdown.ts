import { closedValues, type Dimension } from '../question/dimensions';
import { cellKey, noCount, type Count, type Tally } from './tally';
import type { Withheld } from './withhold';

/** How a figure's cells are counted: things, things of the total, or the part of things. */
export type Measure = 'things' | 'rate' | 'share';

export interface BrokenCell {
  readonly keys: readonly string[];
  readonly count: Count;
  readonly withheld: boolean;
}

export interface Breakdown {
  /** In order, the `top` largest alone. */
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
  readonly top: number | undefined;
  /** Of the cells, and of the total. */
  readonly withheld: { readonly cells: Withheld; readonly total: Withheld };
}

/** Orders a tally's cells, adds those that are zero but shown, withholds and cuts. */
export const breakDown = (tally: Tally, asked: BreakdownAsked): Breakdown => {
  const { by, measure, withheld } = asked;
  const all = (withheld.cells.all && by.length > 0 ? [] : withClosed(tally, asked))
    // What is not known is no group to rank: it stays in the remainder of a share.
    .filter(({ keys }) => measure !== 'share' || keys[0] !== 'unknown')
    .map(({ keys, count }) => ({ keys, count, withheld: count.count > 0 && withheld.cells.has(keys) }));
  const cells = largest(all, asked);
  const shown = cells.filter((cell) => !cell.withheld);
  const rest = (field: 'count' | 'part') => shown.reduce((left, { count }) => left - count[field], tally.total[field]);
  return {
    cells,
    total: tally.total,
    // One cell withheld alone would be the total less the others.
    totalWithheld: withheld.cells.all || withheld.total.all || (tally.total.count > 0 && withheld.total.has([])) || all.filter((cell) => cell.withheld).length === 1,
    remainder: by.length === 0 ? { count: 0, part: 0 } : { count: rest('count'), part: rest('part') },
  };
};

/** The largest cells, ties by key (so the earlier day), in the order of the figure. */
const largest = (cells: readonly BrokenCell[], { measure, by, top }: BreakdownAsked): readonly BrokenCell[] =>
  [...cells].sort(inOrder(measure, -1)).slice(0, top).sort(inOrder(measure, by.indexOf('day')));

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

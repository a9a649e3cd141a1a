import type { Cell } from './cell';

/**
 * Periods of a flow add up to the whole span, and cells of one period to all of it: where one value of such a sum is withheld
 * and the rest shown, the smallest shown (ties: the earlier) is withheld with it.
 */
export const completeSeries = (cells: readonly Cell[]): readonly Cell[] => {
  const withheld = new Set(cells.filter((cell) => cell.withheld === true));
  if (withheld.size === 0) return cells;
  const sums = [...groupsBy(cells, ({ key }) => JSON.stringify({ ...key, asOf: '' })), ...groupsBy(cells, ({ key }) => key['asOf'] ?? '')];
  for (let before = 0; before < withheld.size; ) {
    before = withheld.size;
    for (const sum of sums) {
      if (sum.filter((cell) => withheld.has(cell)).length !== 1) continue;
      const shown = sum.filter((cell) => !withheld.has(cell) && cell.value !== 0);
      if (shown.length > 0) withheld.add(shown.reduce((least, cell) => ((cell.value ?? 0) < (least.value ?? 0) ? cell : least)));
    }
  }
  return cells
    .map((cell) => (withheld.has(cell) ? { key: cell.key, label: cell.label, value: null, withheld: true as const } : cell))
    .sort(byPeriod);
};

/** A withheld cell's place must not tell its count. */
const byPeriod = (a: Cell, b: Cell): number => {
  const [dayA, dayB] = [a.key['asOf'] ?? '', b.key['asOf'] ?? ''];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  if (a.withheld !== b.withheld) return a.withheld === true ? 1 : -1;
  return a.withheld === true && JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 0;
};

const groupsBy = (cells: readonly Cell[], nameOf: (cell: Cell) => string): readonly (readonly Cell[])[] => {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const name = nameOf(cell);
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  }
  return [...groups.values()];
};

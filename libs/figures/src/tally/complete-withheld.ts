import { employerKind, provinceOf, regionType, sanctionClass } from '@netral/contracts';
import { employerOfPlace } from '../question/dimensions';
import type { JoinCell } from './join-table';

/**
 * Adds to the cells withheld what they need to stay so. Sums over a province, a type of region, a kind or all employers are
 * public, and so are those of one employer over a trait: where one cell of such a sum is withheld and the rest shown, the next
 * smallest (ties: the lower code) is withheld with it. Decided over the whole join, so that every question about it withholds the same.
 */
export const completeWithheld = (cells: readonly JoinCell[], withheld: Set<JoinCell>): void => {
  // The smallest sums first: what is withheld for one of them often serves the greater it is part of.
  const groups = [...groupsOf(cells)].sort((a, b) => a.length - b.length)
    .map((group) => [...group].sort((a, b) => a.count - b.count || (a.keys.join() < b.keys.join() ? -1 : 1)));
  for (let before = -1; before < withheld.size; ) {
    before = withheld.size;
    for (const group of groups) {
      if (group.filter((cell) => withheld.has(cell)).length !== 1) continue;
      const next = group.find((cell) => !withheld.has(cell));
      if (next !== undefined) withheld.add(next);
    }
  }
};

/** Cells that add up to something public. */
const groupsOf = (cells: readonly JoinCell[]): Iterable<readonly JoinCell[]> => {
  const groups = new Map<string, JoinCell[]>();
  for (const cell of cells) {
    for (const name of sumsOf(cell.keys)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [cell]);
      else group.push(cell);
    }
  }
  return groups.values();
};

const sumsOf = ([employer = '', ...traits]: readonly string[]): readonly string[] => {
  const sums = placesOf(employer).map((place) => [place, ...traits]);
  traits.forEach((trait, at) => {
    for (const sum of ['*', sanctionClass(trait)]) if (sum !== undefined) sums.push([employer, ...traits.with(at, `*${sum}`)]);
  });
  return sums.map((sum) => JSON.stringify(sum));
};

/** All, and each place that figures add up employers by. Those that are the only ones of their place stand beside the rest of it. */
const placesOf = (employer: string): readonly string[] => {
  const [province, type] = [provinceOf(employer), regionType(employer)];
  const places = ['*', `*${employerKind(employer)}`];
  if (province === undefined || type === undefined) return places;
  const only = employerOfPlace(province, type) !== undefined ? [`*only ${province}`, `*only ${type}`] : [];
  return [...places, `*${province}`, `*${type}`, `*${province} ${type}`, ...only];
};

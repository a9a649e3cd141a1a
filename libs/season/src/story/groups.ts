import type { Random } from '../random';
import type { Letter, LetterGroup, LetterPerson, Origin, Person, SanctionKind } from './model';

const sanctions: readonly (readonly [SanctionKind, number])[] = [
  ['moral-open', 36],
  ['moral-closed', 14],
  ['discipline-light', 12],
  ['discipline-medium', 27],
  ['discipline-heavy', 11],
];

export const newPerson = (employer: string): Person => ({ identity: -1, employer, position: 'unknown' });

/** Persons of one letter: mostly the same sanction is asked for all. */
export const letterPersons = (random: Random, employer: string, count: number): LetterPerson[] => {
  const common = random.weighted(sanctions);
  return Array.from({ length: count }, () => ({
    person: newPerson(employer),
    sanction: random.chance(0.8) ? common : random.weighted(sanctions),
  }));
};

export const newLetter = (
  group: LetterGroup,
  employer: string,
  issuedOn: number,
  period: number,
  persons: LetterPerson[],
  origin: Origin = defaultOrigin(period),
): Letter => ({ group, origin, employer, issuedOn, period, persons, id: '', number: '', complaints: [] });
const defaultOrigin = (period: number): Origin => (period === 0 ? 'june' : period === 1 ? 'same-period' : 'any');

/** Letters of one to four persons each, one employer a letter, for a list that names an employer once for each person. */
export const lettersFor = (
  random: Random,
  units: readonly string[],
  make: (employer: string, persons: LetterPerson[]) => Letter,
): Letter[] =>
  [...tally(units)].flatMap(([employer, count]) =>
    random.sizes(count, 4).map((size) => make(employer, letterPersons(random, employer, size))),
  );

/** Marks persons who were settled in good time; in which period is said later. */
export const settledInTime = (letter: Letter): Letter => {
  for (const person of letter.persons) person.settledIn = -1;
  return letter;
};

/** Adds `extra` to the sizes, one at a time, at places chosen by chance, none above `max`. */
export const spread = (random: Random, sizes: number[], extra: number, max: number): number[] => {
  const result = [...sizes];
  for (let left = extra; left > 0;) {
    const open = result.map((size, index) => ({ size, index })).filter(({ size }) => size < max);
    const chosen = random.pick(open).index;
    result[chosen] = (result[chosen] as number) + 1;
    left -= 1;
  }
  return result;
};

/** How often each value stands in the list. */
export const tally = <T>(values: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

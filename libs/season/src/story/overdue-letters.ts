import { day, workdayBetween } from '../calendar';
import { overdueLetters, oldestLetter } from '../plan/reprimanded-regions.plan';
import { recommenderTop } from '../plan/registers.plan';
import { overdueGroups } from '../plan/season-2020.plan';
import type { Random } from '../random';
import { letterPersons, newLetter, spread } from './groups';
import type { Letter } from './model';

/** How many letters were overdue in each of the 67 regions: one each, the known heavier ones, the rest by chance. */
const slots = (random: Random): string[] =>
  Object.values(overdueLetters).flatMap(({ letters, regions, heavier }) => {
    const more: Readonly<Record<string, number>> = heavier;
    const counts = regions.map((code) => 1 + (more[code] ?? 0));
    const left = letters - counts.reduce((sum, count) => sum + count, 0);
    return spread(random, counts, left, 8).flatMap((count, index) => Array<string>(count).fill(regions[index] as string));
  });

/** In June's register only the ten largest employers have many persons, so elsewhere at most two letters are that old. */
const olderAtMost = (code: string): number =>
  code === oldestLetter.employer ? 1 : (recommenderTop as readonly string[]).includes(code) ? 3 : 2;

const bySlot = (random: Random): string[][] => {
  const [first, second] = [overdueGroups[0].letters - 1, overdueGroups[1].letters];
  const older: string[] = [];
  const younger: string[] = [];
  const all = slots(random);
  all.splice(all.indexOf(oldestLetter.employer), 1);
  for (const code of random.shuffled(all)) {
    const taken = older.filter((each) => each === code).length + (code === oldestLetter.employer ? 1 : 0);
    (older.length < first && taken < olderAtMost(code) ? older : younger).push(code);
  }
  return [older, younger.slice(0, second), younger.slice(second)];
};

const groupLetters = (random: Random, codes: readonly string[], period: number): Letter[] => {
  const { letters, pending, settled, from, until } = overdueGroups[period] as (typeof overdueGroups)[number];
  const oldest = letters - codes.length;
  const pendings = spread(
    random,
    codes.map(() => 1),
    pending - letters,
    3,
  );
  const settleds = spread(
    random,
    codes.map(() => 0),
    settled,
    2,
  );
  const group = codes.map((code, index) => {
    const issuedOn = workdayBetween(random, day(from), day(until));
    const persons = letterPersons(random, code, (pendings[index] as number) + (settleds[index] as number));
    for (const person of persons.slice(pendings[index])) person.settledIn = -1;
    return newLetter('overdue', code, issuedOn, period, persons);
  });
  if (oldest === 0) return group;
  const persons = letterPersons(random, oldestLetter.employer, 1);
  for (const person of persons) person.sanction = 'discipline-medium';
  return [newLetter('overdue', oldestLetter.employer, day(oldestLetter.issuedOn), period, persons), ...group];
};

/** The 131 letters that were overdue on 26 October, with `settledIn: -1` for persons settled in time, when is not yet said. */
export const overdueStory = (random: Random): Letter[] => bySlot(random).flatMap((codes, period) => groupLetters(random, codes, period));

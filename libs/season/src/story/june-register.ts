import { day, workdayBetween } from '../calendar';
import { ministries, someRegion } from '../employers';
import { recommenderOthersMax, recommenderTop } from '../plan/registers.plan';
import { centralGroups, persons } from '../plan/season-2020.plan';
import type { Random } from '../random';
import { letterPersons, lettersFor, newLetter, settledInTime, tally } from './groups';
import type { Letter } from './model';

const isTop = (code: string): boolean => (recommenderTop as readonly string[]).includes(code);

/** Persons of the ten largest employers in June: strictly descending, the tenth above all others. */
const topCounts = (random: Random): Map<string, number> => {
  let count = recommenderOthersMax + 1;
  return new Map(recommenderTop.toReversed().map((code) => [code, (count += random.chance(0.35) ? 2 : 1)]));
};

/** How many persons each employer had in the register on 26 June; at least those whom the letters so far need. */
const capacities = (random: Random, demand: ReadonlyMap<string, number>): Map<string, number> | undefined => {
  const result = topCounts(random);
  for (const [code, count] of demand) if (count > (isTop(code) ? (result.get(code) ?? 0) - 1 : recommenderOthersMax)) return undefined;
  for (const [code, count] of demand) if (!isTop(code)) result.set(code, count);
  let left = persons.reported[0] - [...result.values()].reduce((sum, count) => sum + count, 0);
  const others = new Set([...demand.keys(), ...ministries.slice(0, 4).map(([code]) => code)].filter((code) => !isTop(code)));
  for (let tries = 0; tries < 64; tries += 1) {
    const code = someRegion(random);
    if (!isTop(code)) others.add(code);
  }
  for (const list = [...others]; left > 0; ) {
    const code = random.pick(list);
    const count = result.get(code) ?? 0;
    if (count >= recommenderOthersMax) continue;
    result.set(code, count + 1);
    left -= 1;
  }
  return result;
};

export interface JuneStory {
  readonly letters: Letter[];
  /** Employers of the persons registered by 26 June about whom no letter had been written then, one entry a person. */
  readonly waiting: string[];
}

/** Closed letters of the first half of the year, within what June's register holds beside the letters given. */
export const juneStory = (random: Random, given: readonly Letter[]): JuneStory | undefined => {
  const demand = tally(given.filter(({ period }) => period === 0).flatMap(({ employer, persons: each }) => each.map(() => employer)));
  const capacity = capacities(random, demand);
  if (capacity === undefined) return undefined;
  const free = random.shuffled([...capacity].flatMap(([code, count]) => Array<string>(count - (demand.get(code) ?? 0)).fill(code)));
  const recommended = persons.recommended[0] - [...demand.values()].reduce((sum, count) => sum + count, 0);
  const letters = lettersFor(random, free.slice(0, recommended), (code, each) =>
    settledInTime(newLetter('closed', code, workdayBetween(random, day('2020-01-27'), day('2020-06-22')), 0, each)));
  return { letters, waiting: free.slice(recommended) };
};

/** Letters to ministries and agencies until 9 October: persons pending, and persons settled in time. */
export const centralStory = (random: Random): Letter[] =>
  centralGroups.flatMap(({ pending, settled, from, until }, period) => {
    const count = (size: number): string[] => Array.from({ length: size }, () => random.weighted(ministries));
    const issuedOn = (): number => workdayBetween(random, day(from), day(until));
    return [
      ...lettersFor(random, count(pending), (code, each) => newLetter('central', code, issuedOn(), period, each)),
      ...lettersFor(random, count(settled), (code, each) => settledInTime(newLetter('central', code, issuedOn(), period, each))),
    ];
  });

/** Two letters of the spring that were taken back before anybody acted on them; uses up persons who wait. */
export const withdrawnInSpring = (random: Random, june: JuneStory): Letter[] =>
  [day('2020-03-16'), day('2020-04-27')].map((from) => {
    const code = june.waiting.pop() as string;
    const letter = newLetter('withdrawn', code, workdayBetween(random, from, from + 14), 0, letterPersons(random, code, 1));
    for (const person of letter.persons) person.withdrawnOn = workdayBetween(random, letter.issuedOn + 6, letter.issuedOn + 25);
    return letter;
  });


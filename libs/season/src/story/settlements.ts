import { day, workdayBetween } from '../calendar';
import { cutOff, late, liftedBlocks, notStarted, periods, persons } from '../plan/season-2020.plan';
import { isCentral, provinceOfEmployer } from '../employers';
import type { Random } from '../random';
import type { Letter, LetterPerson, SanctionKind } from './model';

interface Case {
  readonly letter: Letter;
  readonly person: LetterPerson;
  readonly key: number;
}
const order: readonly SanctionKind[] = ['moral-closed', 'moral-open', 'discipline-light', 'discipline-medium', 'discipline-heavy'];
const settledBy = (period: number): number => persons.settled[period] as number;
const endOfPeriod = (period: number): number => (periods[period] as (typeof periods)[number]).until;

const casesOf = (random: Random, letters: readonly Letter[]): Case[] =>
  letters
    .filter(({ group }) => group !== 'withdrawn')
    .flatMap((letter) => {
      const key = letter.issuedOn + random.int(0, 45);
      return letter.persons
        .filter(({ withdrawnOn }) => withdrawnOn === undefined)
        .map((person) => ({ letter, person, key: key + random.unit() }));
    })
    .sort((a, b) => a.key - b.key);

/** Says in which period the persons settled in time were settled: the plan's numbers, older letters first. */
const placeInTime = (cases: readonly Case[]): void => {
  const take = (count: number, period: number, lastIssue: number): void => {
    const chosen = cases
      .filter(({ person, letter }) => person.settledIn === -1 && letter.period <= period && letter.issuedOn <= lastIssue)
      .slice(0, count);
    if (chosen.length < count) throw new RangeError(`settled in period ${period}: found ${chosen.length}, expected ${count}`);
    for (const { person } of chosen) person.settledIn = period;
  };
  take(settledBy(0), 0, endOfPeriod(0) - 12);
  take(settledBy(1) - settledBy(0), 1, endOfPeriod(1) - 12);
  take(settledBy(2) - settledBy(1), 2, endOfPeriod(2));
};

/** Chooses the persons whose PPK had not begun by 26 November, office by office. */
const chooseNotStarted = (random: Random, cases: readonly Case[]): void => {
  for (const { office, count, provinces } of notStarted) {
    const fits = ({ letter }: Case): boolean =>
      office === 'pusat'
        ? isCentral(letter.employer)
        : letter.group === 'overdue' && (provinces as readonly string[]).includes(provinceOfEmployer(letter.employer));
    const open = cases.filter(
      (each) => each.person.settledIn === undefined && each.letter.period < 3 && each.letter.issuedOn <= cutOff.lastIssue && fits(each),
    );
    for (const { person } of random.sample(open, count)) person.notStarted = true;
  }
};

/** Of the others pending on 27 October some were settled by 26 November, then some by the end of the year. */
const placeLater = (random: Random, cases: readonly Case[]): void => {
  const pending = (period: number): Case[] =>
    cases.filter(({ person, letter }) => person.settledIn === undefined && !person.notStarted && letter.period <= period);
  const november = settledBy(3) - settledBy(2);
  const own = pending(3)
    .filter(({ letter }) => letter.period === 3 && letter.issuedOn < day('2020-11-16'))
    .slice(0, 72);
  for (const { person } of own) person.settledIn = 3;
  const old = pending(2);
  for (const { person } of random.sample(old, november - own.length)) person.settledIn = 3;
  const december = settledBy(4) - settledBy(3);
  const begun = cases.filter(({ person }) => person.notStarted);
  for (const { person } of [...random.sample(begun, 10), ...random.sample(pending(4), december - 10)]) person.settledIn = 4;
};

const spanOf = (random: Random, { letter }: Case, period: number, told: boolean): [number, number] => {
  const first = Math.max(letter.issuedOn + 4, period === 0 ? 0 : endOfPeriod(period - 1) + 1);
  if (told) return [letter.issuedOn + 6, endOfPeriod(period === 3 ? 2 : period - 1) - 2];
  const last =
    period === 2 ? (letter.group === 'young' ? day('2020-10-26') : cutOff.lastSettled) : endOfPeriod(period) - (period === 4 ? 10 : 2);
  return [first, Math.min(last, Math.max(first, letter.issuedOn) + random.int(10, 70))];
};

/** Days: one for all persons of a letter who were settled in the same period. Some were told late, on purpose. */
const placeDays = (random: Random, cases: readonly Case[]): void => {
  const toldLate = new Set<Case>();
  const choose = (count: number, fits: (each: Case) => boolean): void =>
    random.sample(cases.filter(fits), count).forEach((each) => toldLate.add(each));
  choose(
    late.settledInJune,
    ({ person, letter }) => person.settledIn === 1 && letter.origin === 'june' && letter.issuedOn < day('2020-06-08'),
  );
  choose(
    late.settledInOctober,
    ({ person, letter }) => person.settledIn === 3 && letter.group === 'overdue' && letter.issuedOn < day('2020-10-02'),
  );
  choose(
    late.settledInNovember,
    ({ person, letter }) => person.settledIn === 4 && !person.notStarted && letter.period <= 3 && letter.issuedOn < day('2020-11-10'),
  );
  const days = new Map<Letter, Map<string, number>>();
  for (const each of cases) {
    const { letter, person } = each;
    if (person.settledIn === undefined) continue;
    const shared = days.get(letter) ?? new Map<string, number>();
    const key = `${person.settledIn}${toldLate.has(each) ? 'late' : ''}`;
    const on = shared.get(key) ?? workdayBetween(random, ...spanOf(random, each, person.settledIn, toldLate.has(each)));
    days.set(letter, shared.set(key, on));
    person.settledOn = on;
  }
};

const imposedOn = (random: Random, person: LetterPerson): LetterPerson['imposed'] => {
  if (random.chance(0.03)) return 'separated';
  if (random.chance(0.88)) return person.sanction;
  const at = order.indexOf(person.sanction) + (random.chance(0.75) ? -1 : 1);
  return order[Math.min(order.length - 1, Math.max(0, at))] as SanctionKind;
};

/** Says of every person in a letter whether, when and how the PPK settled it, and when it began. */
export const settle = (random: Random, letters: readonly Letter[]): void => {
  const cases = casesOf(random, letters);
  placeInTime(cases);
  chooseNotStarted(random, cases);
  placeLater(random, cases);
  placeDays(random, cases);
  for (const { letter, person } of cases) {
    if (person.settledOn !== undefined) person.imposed = imposedOn(random, person);
    const latest = Math.min(person.settledOn ?? Infinity, endOfPeriod(3) - 1);
    const mustBegin = letter.period <= 3 && !person.notStarted && (person.settledIn ?? 9) > 3;
    if (mustBegin || (!person.notStarted && person.settledOn !== undefined && random.chance(0.6)))
      person.startedOn = workdayBetween(random, letter.issuedOn + 2, Math.max(letter.issuedOn + 2, Math.min(latest, letter.issuedOn + 75)));
    if (person.notStarted && person.settledOn !== undefined)
      person.startedOn = workdayBetween(random, endOfPeriod(3) + 1, person.settledOn);
  }
};

/** Persons who were blocked before their PPK settled them by 20 November: their blocks were lifted. */
export const liftable = (random: Random, letters: readonly Letter[]): { letter: Letter; person: LetterPerson }[] => {
  const cases = casesOf(random, letters).filter(
    ({ letter, person }) =>
      person.settledIn === 3 &&
      person.settledOn !== undefined &&
      person.settledOn >= day('2020-11-02') &&
      person.settledOn <= day('2020-11-19') &&
      letter.issuedOn <= day('2020-10-09'),
  );
  return random.sample(cases, liftedBlocks).map(({ letter, person }) => ({ letter, person }));
};

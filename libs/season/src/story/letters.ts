import { day, workdayBetween } from '../calendar';
import { type EmployerCode, someEmployer, someRegion } from '../employers';
import { reprimandedKabupaten, reprimandedKota, reprimandedProvinces } from '../plan/reprimanded-regions.plan';
import { closedInOctober, late, persons, youngGroup } from '../plan/season-2020.plan';
import type { Random } from '../random';
import { letterPersons, lettersFor, newLetter, settledInTime } from './groups';
import { type JuneStory, centralStory, juneStory, withdrawnInSpring } from './june-register';
import type { Letter, LetterPerson } from './model';
import { overdueStory } from './overdue-letters';

const reprimanded = new Set<string>([...reprimandedProvinces, ...reprimandedKabupaten, ...reprimandedKota]);
const countOf = (letters: readonly Letter[], period: number): number =>
  letters
    .filter((letter) => letter.period === period && letter.group !== 'withdrawn')
    .reduce((sum, letter) => sum + letter.persons.length, 0);
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
/** A region that is not on the list of 67. */
const elsewhere = (random: Random): EmployerCode => {
  for (;;) {
    const code = someRegion(random);
    if (!reprimanded.has(code)) return code;
  }
};

/** Closed letters of the third quarter: of persons who waited in June's register, two told late, and new ones. */
const closedInSummer = (random: Random, june: JuneStory, count: number): Letter[] => {
  const carried = june.waiting.splice(0, 50);
  const issued = (from: string, until: string): number => workdayBetween(random, day(from), day(until));
  const toldLate = times(late.lettersBeforeJuly, () =>
    settledInTime(newLetter('closed', elsewhere(random), issued('2020-05-11', '2020-06-12'), 1, [], 'june-late')),
  );
  for (const letter of toldLate)
    letter.persons.push(...letterPersons(random, letter.employer, 1).map((each) => ({ ...each, settledIn: -1 })));
  return [
    ...lettersFor(random, carried, (code, each) =>
      settledInTime(newLetter('closed', code, issued('2020-06-29', '2020-07-30'), 1, each, 'june')),
    ),
    ...toldLate,
    ...lettersFor(
      random,
      times(count - carried.length - toldLate.length, () => someRegion(random)),
      (code, each) => settledInTime(newLetter('closed', code, issued('2020-07-08', '2020-09-22'), 1, each)),
    ),
  ];
};

/** Letters after the cut-off of Kemendagri's list, and those told late: two before it, three before the reconciliation of November. */
const autumn = (random: Random): Letter[] => {
  const issued = (from: string, until: string): number => workdayBetween(random, day(from), day(until));
  const single = (code: EmployerCode): LetterPerson[] => letterPersons(random, code, 1);
  const { from, until, pending, settled } = youngGroup;
  const lateBeforeCutOff = times(late.lettersBeforeCutOff, () => elsewhere(random));
  const november = persons.recommended[3] - persons.recommended[2] - late.lettersBeforeCutOff;
  const december = persons.recommended[4] - persons.recommended[3] - late.lettersOfNovember;
  return [
    ...lettersFor(
      random,
      times(closedInOctober, () => elsewhere(random)),
      (code, each) => settledInTime(newLetter('closed', code, issued('2020-10-01', '2020-10-06'), 2, each)),
    ),
    ...lettersFor(
      random,
      times(pending, () => someEmployer(random)),
      (code, each) => newLetter('young', code, issued(from, until), 2, each),
    ),
    ...times(settled, () => someRegion(random)).map((code) =>
      settledInTime(newLetter('young', code, issued(from, '2020-10-14'), 2, single(code))),
    ),
    ...lateBeforeCutOff.map((code) => newLetter('november', code, issued('2020-08-03', '2020-09-18'), 3, single(code))),
    ...lettersFor(
      random,
      times(november, () => someEmployer(random)),
      (code, each) => newLetter('november', code, issued('2020-11-03', '2020-11-20'), 3, each),
    ),
    ...times(late.lettersOfNovember, () => someRegion(random)).map((code) =>
      newLetter('december', code, issued('2020-11-06', '2020-11-24'), 4, single(code)),
    ),
    ...lettersFor(
      random,
      times(december, () => someEmployer(random)),
      (code, each) => newLetter('december', code, issued('2020-11-27', '2020-12-18'), 4, each),
    ),
  ];
};

/** Letters taken back in the period in which they were issued, and persons taken back out of letters that stand. */
const withdrawnLater = (random: Random, letters: readonly Letter[]): Letter[] => {
  const spans = [
    [1, '2020-07-13', '2020-08-28'],
    [1, '2020-07-13', '2020-08-28'],
    [2, '2020-10-01', '2020-10-08'],
    [3, '2020-11-03', '2020-11-11'],
  ] as const;
  for (const letter of random.sample(
    letters.filter(({ period, group, issuedOn }) => period === 1 && group !== 'central' && issuedOn < day('2020-09-01')),
    4,
  )) {
    if (letter.origin !== 'same-period') continue;
    const [extra] = letterPersons(random, letter.employer, 1) as [LetterPerson];
    letter.persons.push({ ...extra, withdrawnOn: workdayBetween(random, letter.issuedOn + 5, letter.issuedOn + 20) });
  }
  return spans.map(([period, from, until]) => {
    const code = elsewhere(random);
    const letter = newLetter(
      'withdrawn',
      code,
      workdayBetween(random, day(from), day(until)),
      period,
      letterPersons(random, code, random.int(1, 2)),
    );
    const on = workdayBetween(random, letter.issuedOn + 4, letter.issuedOn + 12);
    for (const person of letter.persons) person.withdrawnOn = on;
    return letter;
  });
};

export interface LettersStory {
  readonly letters: Letter[];
  /** Employers of the persons of June's register about whom no letter was ever written. */
  readonly waiting: readonly string[];
}

/** Every letter of the season, with as many persons in each period as the plan says. */
export const lettersStory = (random: Random): LettersStory => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const central = centralStory(random.fork(`central-${attempt}`));
    const overdue = overdueStory(random.fork(`overdue-${attempt}`));
    const june = juneStory(random.fork(`june-${attempt}`), [...overdue, ...central]);
    if (june === undefined) continue;
    const letters = [...overdue, ...central, ...june.letters, ...withdrawnInSpring(random, june)];
    const summer = persons.recommended[1] - persons.recommended[0] - countOf(letters, 1);
    letters.push(...closedInSummer(random, june, summer), ...autumn(random));
    letters.push(...withdrawnLater(random, letters));
    return { letters, waiting: june.waiting };
  }
  throw new RangeError("the plan of June does not fit: found no letters within the register's numbers in 200 attempts");
};

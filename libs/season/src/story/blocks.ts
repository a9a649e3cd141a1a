import { day, workdayBetween } from '../calendar';
import { officeFor } from '../employers';
import type { Random } from '../random';
import type { Block, Letter, LetterPerson } from './model';
import { liftable } from './settlements';

const FIRST = day('2020-09-14');
const scopes = [
  ['both', 60],
  ['data', 25],
  ['services', 15],
] as const;

/** Records blocked for want of follow-up: of the persons whose PPK had not begun by 26 November, and of some settled before. */
export const blocksStory = (random: Random, letters: readonly Letter[]): Block[] => {
  const block = (letter: Letter, subject: LetterPerson, last: number): Omit<Block, 'liftedOn'> => {
    const first = Math.max(FIRST, letter.issuedOn + 16);
    return {
      letter,
      subject,
      office: officeFor(letter.employer),
      scope: random.weighted(scopes),
      blockedOn: workdayBetween(random, Math.min(first, last), last),
    };
  };
  const stock = letters.flatMap((letter) =>
    letter.persons
      .filter(({ notStarted }) => notStarted)
      .map((subject): Block => {
        const made = block(letter, subject, day('2020-11-23'));
        return subject.settledOn === undefined
          ? made
          : { ...made, liftedOn: workdayBetween(random, subject.settledOn + 1, subject.settledOn + 8) };
      }),
  );
  const lifted = liftable(random, letters).map(({ letter, person }, index): Block => {
    const settledOn = person.settledOn as number;
    const made = block(letter, person, settledOn - 3);
    return {
      ...made,
      liftedOn: workdayBetween(random, settledOn + 1, Math.min(settledOn + 5, day('2020-11-25'))),
      ...(index < 2 ? { groundless: true } : {}),
    };
  });
  // Two lifts of November were told only in December: as known on the day of print these records were blocked.
  const standing = random.sample(
    stock.filter(({ liftedOn }) => liftedOn === undefined),
    2,
  );
  const told = stock.map((each): Block => (standing.includes(each) ? { ...each, liftedOn: day('2020-11-24'), liftLate: true } : each));
  const begun = letters.flatMap((letter) =>
    letter.persons
      .filter(
        ({ settledIn, startedOn, notStarted }) => letter.period === 2 && settledIn === undefined && startedOn !== undefined && !notStarted,
      )
      .map((subject) => ({ letter, subject })),
  );
  const toldLate = random
    .sample(begun, 1)
    .map(({ letter, subject }): Block => ({ ...block(letter, subject, day('2020-11-24')), blockedOn: day('2020-11-24'), late: true }));
  return [...told, ...lifted, ...toldLate];
};

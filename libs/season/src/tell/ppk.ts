import { type Window, before, windowOf } from '../arrival';
import { isoDay as isoOf } from '../calendar';
import { nameOf, nipOf } from '../people';
import { periods } from '../plan/season-2020.plan';
import type { Letter, LetterPerson } from '../story/model';
import { inTimeForTheList } from './recommender-letters';
import { type Statement, type Teller, whenever } from './teller';

const NOVEMBER = periods[3] as (typeof periods)[number];

const say = (teller: Teller, letter: Letter, statement: Omit<Statement, 'agency' | 'subject' | 'employer'>): void => {
  const { id, employer } = letter;
  teller.state({ ...statement, agency: 'ppk', subject: id, employer, data: { recommendationId: id, employer, ...statement.data } });
};

const groupsBy = (persons: readonly LetterPerson[], key: (person: LetterPerson) => string | undefined): LetterPerson[][] => {
  const groups = new Map<string, LetterPerson[]>();
  for (const person of persons) {
    const value = key(person);
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), person]);
  }
  return [...groups.values()];
};
const named = (teller: Teller, letter: Letter, persons: readonly LetterPerson[], unnamed: number): object =>
  persons.length === letter.persons.length && teller.random.chance(unnamed)
    ? {}
    : { persons: persons.map(({ person }) => teller.person(person)) };

const tellStarts = (teller: Teller, letter: Letter): void => {
  for (const group of groupsBy(letter.persons, ({ startedOn }) => startedOn?.toString())) {
    const on = (group[0] as LetterPerson).startedOn as number;
    const arrives: Window = on <= NOVEMBER.until ? before(whenever(on), NOVEMBER.knownUntil) : whenever(on);
    say(teller, letter, { type: 'FollowUpStarted', on, arrives, data: { startedOn: isoOf(on), ...named(teller, letter, group, 0.6) } });
  }
};

const settlementWindow = (letter: Letter, on: number, period: number): Window => {
  const window = windowOf(on, period);
  return period < 3 ? inTimeForTheList(letter, window) : window;
};

const tellSettlements = (teller: Teller, letter: Letter): void => {
  const { random } = teller;
  const settled = letter.persons.filter(({ settledOn }) => settledOn !== undefined);
  for (const group of groupsBy(settled, ({ settledOn, settledIn, imposed }) => `${settledOn} ${settledIn} ${imposed}`)) {
    const { settledOn, settledIn, imposed } = group[0] as Required<LetterPerson>;
    const decree = { decreeNumber: `SK.800/${teller.next('decree')}/SINTETIS/2020`, decreeDate: isoOf(settledOn) };
    const arrives = settlementWindow(letter, settledOn, settledIn);
    if (imposed === 'separated') {
      const kind = random.weighted([
        ['retired', 60],
        ['resigned', 25],
        ['died', 10],
        ['dismissed', 5],
      ]);
      const persons = group.map(({ person }) => teller.person(person));
      say(teller, letter, {
        type: 'PersonSeparated',
        on: settledOn,
        arrives,
        data: { separatedOn: isoOf(settledOn), ...decree, kind, persons },
      });
    } else {
      const document = random.chance(0.5) ? { document: 'Surat keputusan hukuman (sintetis)' } : {};
      const data = { imposedOn: isoOf(settledOn), ...decree, sanction: imposed, ...document, ...named(teller, letter, group, 0.35) };
      say(teller, letter, { type: 'SanctionImposed', on: settledOn, arrives, data });
    }
  }
};

const tellDispute = (teller: Teller, letter: Letter): void => {
  const on = letter.issuedOn + teller.random.int(5, 13);
  const { identity } = (letter.persons[0] as LetterPerson).person;
  say(teller, letter, {
    type: 'RecommendationDisputed',
    on,
    data: {
      disputedOn: isoOf(on),
      argument: `Menurut kami ${nameOf(identity)} (NIP ${nipOf(identity)}) hadir dalam rangka dinas (teks sintetis).`,
    },
  });
};

/** What PPKs reported: that they began, whom they sanctioned or who left, and what they disputed. */
export const tellPpk = (teller: Teller, letters: readonly Letter[]): void => {
  for (const letter of letters) {
    tellStarts(teller, letter);
    tellSettlements(teller, letter);
    if (teller.random.chance(0.05)) tellDispute(teller, letter);
  }
};

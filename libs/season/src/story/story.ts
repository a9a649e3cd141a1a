import { oldestLetter } from '../plan/reprimanded-regions.plan';
import { day, isoDay } from '../calendar';
import type { Random } from '../random';
import { blocksStory } from './blocks';
import { Register, addForwardedLate, addOthers, addWaiting } from './complaints';
import { lettersStory } from './letters';
import type { Complaint, Letter, Person, Report, Story } from './model';
import { juneReports, laterReports } from './reports';
import { settle } from './settlements';
import { giveCategories, givePositions } from './traits';

/** Persons of one season at most: from one copy of the season to the next identities begin anew. */
export const personsPerSeason = 2500;
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The recommender's letters are numbered through the year: the one of 15 April is known, and about eleven a working day. */
const numberLetters = (letters: readonly Letter[], suffix: string): void => {
  const taken = new Set<number>();
  for (const letter of letters.toSorted((a, b) => a.issuedOn - b.issuedOn)) {
    const date = isoDay(letter.issuedOn);
    const natural = oldestLetter.sequence + Math.round((letter.issuedOn - day(oldestLetter.issuedOn)) * 11.2);
    const oldest = letter.group === 'overdue' && date === oldestLetter.issuedOn && letter.employer === oldestLetter.employer;
    let sequence = oldest ? oldestLetter.sequence : natural + (letter.issuedOn === day(oldestLetter.issuedOn) ? 1 : 0);
    while (taken.has(sequence)) sequence += 1;
    taken.add(sequence);
    const [year, month] = date.split('-').map(Number);
    letter.number = `R-${sequence}/KASN/${month}/${year}`;
    letter.id = `R-${sequence}.KASN.${month}.${year}${suffix}`;
  }
};

const numberMatters = (complaints: readonly Complaint[], reports: readonly Report[], suffix: string): void => {
  complaints
    .toSorted((a, b) => a.registeredOn - b.registeredOn)
    .forEach((each, index) => (each.id = `ADU-2020-${pad(index + 1, 5)}${suffix}`));
  reports
    .toSorted((a, b) => a.reportedOn - b.reportedOn)
    .forEach((each, index) => (each.id = `${each.kind === 'finding' ? 'TM' : 'LP'}-2020-${pad(index + 1, 5)}${suffix}`));
};

/** Who each person is; now and then the same human turns up in a later matter of the same employer. */
const identify = (random: Random, { letters, complaints, reports, blocks }: Story, first: number): void => {
  const blocked = new Set(blocks.map(({ subject }) => subject.person));
  const earlier = new Map<string, Person[]>();
  let next = first;
  const name = (person: Person, mayReturn: boolean): void => {
    if (person.identity >= 0) return;
    const known = mayReturn && !blocked.has(person) && random.chance(0.12) ? earlier.get(person.employer)?.pop() : undefined;
    person.identity = known?.identity ?? next++;
  };
  for (const person of complaints.filter(({ period }) => period === 0).flatMap(({ persons }) => persons)) {
    name(person, false);
    if (!blocked.has(person)) earlier.set(person.employer, [...(earlier.get(person.employer) ?? []), person]);
  }
  for (const person of complaints.flatMap(({ persons }) => persons)) name(person, true);
  for (const person of [...reports, ...letters.map(({ persons }) => ({ persons: persons.map((each) => each.person) }))].flatMap(
    ({ persons }) => persons,
  ))
    name(person, false);
  if (next - first > personsPerSeason) throw new RangeError(`persons: found ${next - first}, expected at most ${personsPerSeason}`);
};

/** One season, from chance and the plan: who was reported, what was recommended, what became of it. `copy` counts from 0. */
export const writeStory = (random: Random, copy: number): Story => {
  const suffix = copy === 0 ? '' : `.${copy + 1}`;
  const { letters, waiting } = lettersStory(random.fork('letters'));
  settle(random.fork('settle'), letters);
  const register = new Register(random.fork('register'));
  // Letters that fit anywhere come last, oldest first: the younger a letter, the more periods it can draw on.
  for (const letter of letters.toSorted((a, b) => Number(a.origin === 'any') - Number(b.origin === 'any') || a.issuedOn - b.issuedOn))
    register.addLetter(letter);
  addWaiting(random.fork('waiting'), register, waiting);
  const reports = juneReports(random.fork('june-reports'), register.complaints);
  const unheard = reports.filter(({ fate, forwardedOn }) => fate === 'forwarded' && forwardedOn === undefined);
  addForwardedLate(random.fork('forwarded-late'), register, unheard);
  addOthers(random.fork('others'), register);
  reports.push(...laterReports(random.fork('later-reports'), register.complaints));
  givePositions(random.fork('positions'), register.complaints, reports);
  giveCategories(random.fork('categories'), register.complaints, reports);
  const story: Story = { letters, complaints: register.complaints, reports, blocks: blocksStory(random.fork('blocks'), letters) };
  identify(random.fork('identities'), story, copy * personsPerSeason);
  numberLetters(letters, suffix);
  numberMatters(story.complaints, reports, suffix);
  return story;
};

import {
  type PositionGroup,
  bawasluJune,
  bawasluPositions,
  bawasluViolations,
  laterCategories,
  laterPositions,
  positionGroups,
  recommenderCategories,
  recommenderPositions,
} from '../plan/registers.plan';
import type { Random } from '../random';
import type { Complaint, Person, Report } from './model';

const listOf = <K extends string>(counts: Readonly<Record<K, number>>): K[] =>
  (Object.entries(counts) as [K, number][]).flatMap(([key, count]) => Array<K>(count).fill(key));
const inBawasluJune = ({ reportedOn, knownUntil }: Report): boolean => reportedOn <= bawasluJune.all.until && knownUntil !== undefined;

/** Positions: of those in both registers of June such that each register has the plan's numbers; of all others by weight. */
export const givePositions = (random: Random, complaints: readonly Complaint[], reports: readonly Report[]): void => {
  const recommender = new Set(complaints.filter(({ period }) => period === 0).flatMap(({ persons }) => persons));
  const bawaslu = new Set(reports.filter(inBawasluJune).flatMap(({ persons }) => persons));
  const common = Object.fromEntries(positionGroups.map((group) => [group, Math.min(recommenderPositions[group], bawasluPositions[group])]));
  const both = [...recommender].filter((person) => bawaslu.has(person));
  const shared = random.shuffled(listOf(common as Record<PositionGroup, number>)).slice(0, both.length);
  if (shared.length < both.length)
    throw new RangeError(`positions of ${both.length} persons in both registers: the plan allows ${shared.length}`);
  const give = (people: readonly Person[], positions: readonly PositionGroup[]): void =>
    people.forEach((person, index) => (person.position = positions[index] as PositionGroup));
  const without = (all: readonly PositionGroup[]): PositionGroup[] => {
    const rest = [...all];
    for (const group of shared) rest.splice(rest.indexOf(group), 1);
    return random.shuffled(rest);
  };
  for (const person of [...complaints, ...reports].flatMap(({ persons }) => persons)) person.position = random.weighted(laterPositions);
  give(both, shared);
  give(
    [...recommender].filter((person) => !bawaslu.has(person)),
    without(listOf(recommenderPositions)),
  );
  give(
    [...bawaslu].filter((person) => !recommender.has(person)),
    without(listOf(bawasluPositions)),
  );
};

/** Hands categories to matters, largest first, so that each category ends with exactly its number of persons. */
const deal = <M extends { readonly persons: readonly Person[] }>(
  random: Random,
  matters: readonly M[],
  counts: Readonly<Record<string, number>>,
  give: (matter: M, code: string) => void,
): void => {
  const left = new Map(Object.entries(counts));
  for (const matter of random.shuffled(matters).sort((a, b) => b.persons.length - a.persons.length)) {
    const size = matter.persons.length;
    const code = random.weighted([...left].filter(([, count]) => count >= size));
    left.set(code, (left.get(code) as number) - size);
    give(matter, code);
  }
};

const later = (random: Random, except: ReadonlySet<string> = new Set()): string =>
  random.weighted(laterCategories.filter(([code]) => !except.has(code)));

const personsUnder = (reports: readonly Report[], code: string): number =>
  reports.filter(({ categories }) => categories.includes(code)).reduce((sum, { persons }) => sum + persons.length, 0);

/** Bawaslu words what it saw its own way; on 11 June its three largest categories had the numbers of the plan. */
const fitViolations = (random: Random, early: readonly Report[]): void => {
  const wanted = Object.entries(bawasluViolations);
  const leading = new Set(wanted.map(([code]) => code));
  for (const [code, count] of wanted) {
    const under = random.shuffled(early.filter(({ categories }) => categories.includes(code)));
    for (const report of under) if (personsUnder(early, code) > count) report.categories = [later(random, leading)];
    const rest = random.shuffled(
      early.filter(({ categories }) => !categories.includes(code) && !categories.some((each) => leading.has(each))),
    );
    const second = random.shuffled(early.filter(({ categories }) => !categories.includes(code) && categories.length === 1));
    for (const report of [...rest, ...second].sort((a, b) => b.persons.length - a.persons.length)) {
      if (personsUnder(early, code) + report.persons.length > count || report.categories.includes(code)) continue;
      report.categories = leading.has(report.categories[0] ?? '') || random.chance(0.12) ? [...report.categories, code] : [code];
    }
    if (personsUnder(early, code) !== count)
      throw new RangeError(`violations ${code}: found ${personsUnder(early, code)}, expected ${count}`);
  }
};

/** Categories of every complaint and report; a report behind a complaint mostly says the same as it. */
export const giveCategories = (random: Random, complaints: readonly Complaint[], reports: readonly Report[]): void => {
  deal(
    random,
    complaints.filter(({ period }) => period === 0),
    recommenderCategories,
    (complaint, code) => (complaint.category = code),
  );
  for (const complaint of complaints) if (complaint.category === '') complaint.category = later(random);
  const told = new Map(complaints.flatMap(({ report, category }) => (report === undefined ? [] : [[report, category] as const])));
  for (const report of reports) {
    const known = told.get(report);
    report.categories = [known !== undefined && known !== 'unknown' && random.chance(0.9) ? known : later(random)];
    const second = later(random, new Set(report.categories));
    if (report.reportedOn > bawasluJune.all.until && random.chance(0.11)) report.categories.push(second);
  }
  fitViolations(
    random,
    reports.filter(({ reportedOn, knownUntil }) => reportedOn <= bawasluJune.early.until && knownUntil === bawasluJune.early.knownUntil),
  );
};

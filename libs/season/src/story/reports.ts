import { type Day, day } from '../calendar';
import { someEmployer, someRegion } from '../employers';
import { bawasluJune, bawasluOthersMax, bawasluTop } from '../plan/registers.plan';
import type { Random } from '../random';
import { newPerson, tally } from './groups';
import type { Complaint, Person, Report } from './model';

const isTop = (code: string): boolean => (bawasluTop as readonly string[]).includes(code);

/** How many persons each employer had in Bawaslu's register on 15 June: the ten largest strictly descending, all others below. */
const juneCapacities = (random: Random, registered: ReadonlyMap<string, number>): Map<string, number> => {
  let count = bawasluOthersMax;
  const result = new Map<string, number>(bawasluTop.toReversed().map((code) => [code, (count += random.chance(0.35) ? 2 : 1)]));
  let left = bawasluJune.persons - [...result.values()].reduce((sum, each) => sum + each, 0);
  const set = (code: string, change: number): void => {
    result.set(code, (result.get(code) ?? 0) + change);
    left -= change;
  };
  for (const [code, persons] of registered) if (!isTop(code)) set(code, Math.min(bawasluOthersMax, persons));
  const others = (): string[] => [...result.keys()].filter((code) => !isTop(code) && (result.get(code) ?? 0) > 0);
  while (left < 0) set(random.pick(others()), -1);
  while (left > 0) {
    const code = someRegion(random);
    if (!isTop(code) && (result.get(code) ?? 0) < bawasluOthersMax) set(code, 1);
  }
  return result;
};

const newReport = (
  random: Random,
  employer: string,
  reportedOn: Day,
  persons: Person[],
  fate: Report['fate'],
  known: Pick<Report, 'knownFrom' | 'knownUntil'>,
): Report => ({
  id: '',
  kind: random.chance(0.84) ? 'finding' : 'report',
  reportedOn,
  employer,
  persons,
  categories: [],
  fate,
  withStudy: true,
  ...known,
});

/** By when reports of the first half of the year were recorded: the count printed on 11 June, or the one printed on the 27th. */
const juneWindow = (random: Random, reportedOn: Day): Pick<Report, 'knownFrom' | 'knownUntil'> =>
  reportedOn <= bawasluJune.early.until - 2 && random.chance(0.96)
    ? { knownUntil: bawasluJune.early.knownUntil }
    : { knownFrom: bawasluJune.early.knownUntil + 1, knownUntil: bawasluJune.all.knownUntil };

const link = (random: Random, complaint: Complaint, reportedOn: Day, known: Pick<Report, 'knownFrom' | 'knownUntil'>): Report => {
  const report = newReport(random, complaint.employer, reportedOn, complaint.persons, 'forwarded', known);
  report.withStudy = complaint.fate !== 'returned';
  report.forwardedOn = Math.max(reportedOn, Math.min(complaint.registeredOn - 1, reportedOn + random.int(3, 8)));
  complaint.report = report;
  return report;
};

/** Bawaslu's register on 15 June: reports behind the recommender's complaints, and those that did not reach it, or not yet. */
export const juneReports = (random: Random, complaints: readonly Complaint[]): Report[] => {
  const inJune = complaints.filter(({ period }) => period === 0);
  const free = juneCapacities(random, tally(inJune.flatMap(({ employer, persons }) => persons.map(() => employer))));
  const reports: Report[] = [];
  for (const complaint of random.shuffled(inJune)) {
    const { employer, persons, registeredOn } = complaint;
    const room = (free.get(employer) ?? 0) - persons.length;
    if (room >= 0 && random.chance(0.93)) {
      const reportedOn = Math.min(bawasluJune.all.until, Math.max(day('2020-01-02'), registeredOn - random.int(4, 22)));
      free.set(employer, room);
      reports.push(link(random, complaint, reportedOn, juneWindow(random, reportedOn)));
    } else if (registeredOn > bawasluJune.all.until + 3 && random.chance(0.7)) {
      reports.push(link(random, complaint, random.int(bawasluJune.all.until + 1, registeredOn - 2), {}));
    }
  }
  for (const [employer, count] of free)
    for (const size of count > 0 ? random.sizes(count, 3) : []) {
      const fate = random.weighted([
        ['dismissed', 28],
        ['forwarded', 58],
        ['open', 14],
      ] as const);
      const reportedOn = random.int(day(fate === 'dismissed' ? '2020-01-20' : '2020-04-20'), bawasluJune.all.until);
      const report = newReport(
        random,
        employer,
        reportedOn,
        Array.from({ length: size }, () => newPerson(employer)),
        fate,
        juneWindow(random, reportedOn),
      );
      report.withStudy = random.chance(0.45);
      reports.push(report);
    }
  return reports;
};

/** Reports after 15 June: behind three in four complaints, and others that were dismissed, left open or forwarded in vain. */
export const laterReports = (random: Random, complaints: readonly Complaint[]): Report[] => {
  const reports: Report[] = [];
  for (const complaint of complaints) {
    const first = bawasluJune.all.until + 1;
    const last = complaint.registeredOn - 2;
    if (complaint.period === 0 || complaint.report !== undefined || last < first || !random.chance(0.77)) continue;
    reports.push(link(random, complaint, Math.max(first, last - random.int(2, 20)), {}));
  }
  for (const size of random.sizes(330, 3)) {
    const employer = someEmployer(random);
    const reportedOn = random.int(bawasluJune.all.until + 1, day('2020-12-14'));
    const fate = random.weighted([
      ['dismissed', 48],
      ['forwarded', 40],
      ['open', 12],
    ] as const);
    reports.push(
      newReport(
        random,
        employer,
        reportedOn,
        Array.from({ length: size }, () => newPerson(employer)),
        fate,
        {},
      ),
    );
  }
  for (let toldLate = 0; toldLate < 5; toldLate += 1) {
    const employer = someRegion(random);
    reports.push(
      newReport(random, employer, random.int(day('2020-05-04'), bawasluJune.all.until), [newPerson(employer)], 'open', {
        knownFrom: bawasluJune.all.knownUntil + 1,
      }),
    );
  }
  return reports;
};

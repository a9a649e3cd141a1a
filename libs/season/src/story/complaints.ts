import { type Day, day, workdayBetween } from '../calendar';
import { someEmployer } from '../employers';
import { late, periods, persons } from '../plan/season-2020.plan';
import type { Random } from '../random';
import { newPerson, tally } from './groups';
import type { Complaint, Letter, Person, Report } from './model';

const FIRST_DAY = day('2020-01-06');
const LAST_DAYS = [day('2020-06-24'), day('2020-09-29'), day('2020-10-26'), day('2020-11-25'), day('2020-12-18')];
/** Persons of each period kept free for matters without a letter. */
const RESERVED = [0, 64, 6, 16, 20];
const endOf = (period: number): Day => (periods[period] as (typeof periods)[number]).until;
const firstDayOf = (period: number): Day => (period === 0 ? FIRST_DAY : endOf(period - 1) + 1);
const lastDayOf = (period: number): Day => LAST_DAYS[period] as Day;
/** Persons taken up in a period. */
const quotaOf = (period: number): number =>
  (persons.reported[period] as number) - (period === 0 ? 0 : (persons.reported[period - 1] as number));

interface Registered {
  readonly on: Day;
  readonly period: number;
}

/** The recommender's register while it fills: persons in each period against the plan's number. */
export class Register {
  readonly complaints: Complaint[] = [];
  private readonly used = periods.map(() => 0);

  constructor(private readonly random: Random) {}

  left(period: number): number {
    return quotaOf(period) - (this.used[period] as number);
  }

  add(employer: string, { on, period }: Registered, people: Person[], fate: Complaint['fate'], report?: Report): Complaint {
    this.used[period] = (this.used[period] as number) + people.length;
    const complaint: Complaint = {
      id: '',
      employer,
      registeredOn: on,
      period,
      persons: people,
      category: '',
      fate,
      ...(report === undefined ? {} : { report }),
    };
    this.complaints.push(complaint);
    return complaint;
  }

  /** The complaints behind a letter: one, or two when several persons are named. */
  addLetter(letter: Letter): void {
    const people = letter.persons.map(({ person }) => person);
    const cut = people.length > 1 && this.random.chance(0.35) ? this.random.int(1, people.length - 1) : people.length;
    for (const part of [people.slice(0, cut), people.slice(cut)].filter(({ length }) => length > 0))
      letter.complaints.push(
        this.add(letter.employer, this.registered(letter, part.length), part, letter.group === 'withdrawn' ? 'withdrawn' : 'recommended'),
      );
  }

  private registered({ origin, issuedOn }: Letter, size: number): Registered {
    const { random } = this;
    switch (origin) {
      case 'june':
        return { on: workdayBetween(random, Math.max(FIRST_DAY, issuedOn - 60), Math.min(lastDayOf(0), issuedOn - 6)), period: 0 };
      case 'june-late':
        return { on: workdayBetween(random, issuedOn - 30, issuedOn - 6), period: 1 };
      case 'same-period':
        return { on: workdayBetween(random, Math.max(firstDayOf(1), issuedOn - 40), issuedOn - 5), period: 1 };
      case 'any':
        return this.wherePossible(issuedOn, size);
    }
  }

  private wherePossible(issuedOn: Day, size: number): Registered {
    const natural = issuedOn - this.random.int(7, 32);
    const wished = periods.findIndex(({ until }) => natural <= until);
    for (const period of [wished, wished - 1, wished + 1, wished - 2]) {
      if (period < 1 || period >= periods.length) continue;
      const [first, last] = [Math.max(firstDayOf(period), issuedOn - 80), Math.min(lastDayOf(period), issuedOn - 4)];
      if (first > last || this.left(period) - size < (RESERVED[period] as number)) continue;
      const around = period === wished ? Math.min(last, Math.max(first, natural)) : last;
      return { on: workdayBetween(this.random, Math.max(first, around - 14), around), period };
    }
    throw new RangeError(`the plan leaves no room to register ${size} persons before day ${issuedOn}`);
  }
}

const fateOf = (random: Random): Complaint['fate'] =>
  random.weighted([
    ['examined', 42],
    ['not-proven', 30],
    ['returned', 16],
    ['waiting', 12],
  ]);

/** Those of June's register about whom no letter was written. */
export const addWaiting = (random: Random, register: Register, waiting: readonly string[]): void => {
  for (const [employer, count] of tally(waiting))
    for (const size of random.sizes(count, 3))
      register.add(
        employer,
        { on: workdayBetween(random, day('2020-02-03'), lastDayOf(0)), period: 0 },
        Array.from({ length: size }, () => newPerson(employer)),
        fateOf(random),
      );
  if (register.left(0) !== 0) throw new RangeError(`June's register: ${register.left(0)} persons short of the plan`);
};

/** Reports of the first half of the year that reached the recommender only in July, mostly without a study. */
export const addForwardedLate = (random: Random, register: Register, reports: readonly Report[]): void => {
  let left = (RESERVED[1] as number) - (late.complaints[1] as number) - 8;
  for (const report of reports) {
    if (report.persons.length > left) continue;
    left -= report.persons.length;
    const on = workdayBetween(random, day('2020-06-29'), day('2020-07-31'));
    const complaint = register.add(
      report.employer,
      { on, period: 1 },
      report.persons,
      report.withStudy ? fateOf(random) : 'returned',
      report,
    );
    report.forwardedOn = Math.min(on - 1, Math.max(report.reportedOn + 2, on - random.int(2, 9)));
    complaint.report = report;
  }
};

/** Fills each later period up to the plan's number, some of it told late. */
export const addOthers = (random: Random, register: Register): void => {
  for (let period = 1; period < periods.length; period += 1) {
    let toldLate = late.complaints[period] as number;
    for (const size of random.sizes(register.left(period), 3)) {
      const employer = someEmployer(random);
      const isLate = toldLate > 0;
      toldLate -= size;
      const [first, last] = isLate
        ? [firstDayOf(period - 1) + 20 * Math.min(1, period - 1), lastDayOf(period - 1)]
        : [period === 3 ? day('2020-11-02') : firstDayOf(period), lastDayOf(period)];
      register.add(
        employer,
        { on: workdayBetween(random, Math.min(first, last), last), period },
        Array.from({ length: size }, () => newPerson(employer)),
        fateOf(random),
      );
    }
  }
};

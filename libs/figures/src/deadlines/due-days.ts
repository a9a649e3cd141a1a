import { calendar, dueDay, NEVER, rule, ruleInForce, startDay, type DayNumber, type DeadlineRule, type HolidayCalendar, type Rulebook } from '@netral/domain';
import type { Known, Moment } from '../things/known';

/** A rule or calendar in the version that was used. */
export interface VersionUsed {
  readonly id: string;
  readonly version: number;
}

/** When letters fall due at a moment. */
export interface DueDays {
  /** Due day of a letter; NEVER when no rule was in force on its date, or it was not delivered by then under a rule that counts from delivery. */
  dueOn(issuedOn: DayNumber, deliveredOn: DayNumber): DayNumber;
  /** Whether it is not due only because it was not delivered by then. */
  undelivered(issuedOn: DayNumber, deliveredOn: DayNumber): boolean;
  /** The rule for a letter of that day. */
  ruleOf(issuedOn: DayNumber): DeadlineRule | undefined;
}

export const dueDays = (moment: Moment): DueDays => {
  const tables = deadlines(moment.known);
  const by = (day: DayNumber): DayNumber => (day <= moment.asOf ? day : NEVER);
  return {
    dueOn: (issuedOn, deliveredOn) => tables.dueOn(issuedOn, by(deliveredOn)),
    undelivered: (issuedOn, deliveredOn) => tables.ruleOf(issuedOn)?.from === 'delivered' && by(deliveredOn) === NEVER,
    ruleOf: (issuedOn) => tables.ruleOf(issuedOn),
  };
};

/** Rules and calendars that the question's due days came from; those in force on its day when no letter was looked at. */
export const versionsUsed = (known: Known): { readonly rules: readonly VersionUsed[]; readonly calendars: readonly VersionUsed[] } => {
  const tables = deadlines(known);
  const rules = tables.used.size > 0 ? [...tables.used] : [tables.ruleOf(known.basis.asOf)].filter((each) => each !== undefined);
  return { rules: versions(rules), calendars: versions(rules.map((each) => tables.calendarOf(each)).filter((each) => each !== undefined)) };
};

const versions = (used: readonly (DeadlineRule | HolidayCalendar)[]): VersionUsed[] => {
  const byId = new Map(used.map(({ id, version }) => [`${id}@${version}`, { id, version }]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version));
};

const deadlines = (known: Known): Deadlines => known.once('deadlines', () => new Deadlines(known.models.rulebook, known.basis.rule, known.basis.calendar));

/** `<id>` or `<id>@<version>`. */
export const reference = (text: string): { readonly id: string; readonly version: number | undefined } => {
  const [id = '', version] = text.split('@');
  return { id, version: version === undefined ? undefined : Number(version) };
};

/** Rules by letter's day and due days by starting day, each worked out once for all letters of that day. */
class Deadlines {
  readonly used = new Set<DeadlineRule>();
  private readonly ruleByDay = new Map<DayNumber, { readonly rule: DeadlineRule | undefined; readonly dueByStart: Map<DayNumber, DayNumber> }>();
  private readonly dueByRule = new Map<DeadlineRule | undefined, Map<DayNumber, DayNumber>>();

  constructor(private readonly book: Rulebook, private readonly ruleAsked: string, private readonly calendarAsked: string) {}

  dueOn(issuedOn: DayNumber, deliveredOn: DayNumber): DayNumber {
    const { rule: own, dueByStart } = this.ofDay(issuedOn);
    if (own === undefined) return NEVER;
    this.used.add(own);
    const start = startDay(own, issuedOn, deliveredOn);
    let due = dueByStart.get(start);
    if (due === undefined) dueByStart.set(start, (due = dueDay(own, start, this.calendarOf(own))));
    return due;
  }

  ruleOf(issuedOn: DayNumber): DeadlineRule | undefined {
    return this.ofDay(issuedOn).rule;
  }

  calendarOf({ calendarId }: DeadlineRule): HolidayCalendar | undefined {
    const asked = this.calendarAsked === 'known' ? undefined : reference(this.calendarAsked);
    const id = asked?.id ?? calendarId;
    return id === undefined ? undefined : calendar(this.book, id, asked?.version);
  }

  private ofDay(issuedOn: DayNumber) {
    let known = this.ruleByDay.get(issuedOn);
    if (known === undefined) {
      const own = this.lookUp(issuedOn);
      if (!this.dueByRule.has(own)) this.dueByRule.set(own, new Map());
      this.ruleByDay.set(issuedOn, (known = { rule: own, dueByStart: this.dueByRule.get(own)! }));
    }
    return known;
  }

  private lookUp(issuedOn: DayNumber): DeadlineRule | undefined {
    if (this.ruleAsked === 'in-force') return ruleInForce(this.book, 'recommendation', issuedOn);
    const { id, version } = reference(this.ruleAsked);
    return rule(this.book, id, version);
  }
}

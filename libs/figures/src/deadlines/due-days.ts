import { calendar, dueDay, NEVER, rule, ruleInForce, type DayNumber, type DeadlineRule, type HolidayCalendar, type Rulebook } from '@netral/domain';
import type { Known, Moment } from '../things/known';
import { DayTable } from './day-table';

// Beside the scan: an import is looked up at every use.
const never = NEVER;
const NO_RULE = -1;

/** A rule or calendar in the version that was used. */
export interface VersionUsed {
  readonly id: string;
  readonly version: number;
}

/** When letters fall due at a moment. */
export interface DueDays {
  /** Due day of a letter; NEVER when no rule was in force on its date, or it was not delivered by then under a rule that counts from delivery. */
  dueOn(issuedOn: DayNumber, deliveredOn: DayNumber): DayNumber;
  /** Why a letter is not due whatever the day: no rule was in force on its date, or it was not delivered by then under a rule that counts from delivery. */
  missing(issuedOn: DayNumber, deliveredOn: DayNumber): 'rule' | 'delivery' | undefined;
}

export const dueDays = (moment: Moment): DueDays => {
  const tables = deadlines(moment.known);
  const { asOf } = moment;
  const by = (day: DayNumber): DayNumber => (day <= asOf ? day : never);
  return {
    dueOn: (issuedOn, deliveredOn) => tables.dueOn(issuedOn, by(deliveredOn)),
    missing: (issuedOn, deliveredOn) => {
      const start = tables.startOf(issuedOn);
      if (start === Start.issued) return undefined;
      return start === Start.none ? 'rule' : by(deliveredOn) === never ? 'delivery' : undefined;
    },
  };
};

/** Rules and calendars that the question's due days came from; those in force on its day when no letter was looked at. */
export const versionsUsed = (known: Known): { readonly rules: readonly VersionUsed[]; readonly calendars: readonly VersionUsed[] } => {
  const tables = deadlines(known);
  const rules = tables.used.length > 0 ? tables.used : [tables.ruleOf(known.basis.asOf)].filter((each) => each !== undefined);
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

/** From which day a letter's days are counted. */
const Start = { none: 0, issued: 1, delivered: 2 } as const;
/** No due day: it depends on the delivery. */
const BY_DELIVERY = -2_147_483_647;

/** Rules by letter's day and due days by starting day, each worked out once for all letters of that day. */
class Deadlines {
  /** Rules met, by number; the due days of each by starting day. */
  private readonly rules: { readonly rule: DeadlineRule; readonly due: DayTable; used: boolean }[] = [];
  private readonly ruleByDay = new DayTable((day) => this.numberOf(this.lookUp(day)));
  private readonly startByDay = new DayTable((day) => Start[this.ruleOf(day)?.from ?? 'none']);
  /** Due days of letters of a day, where they do not depend on the delivery. */
  private readonly dueByDay = new DayTable((day) => this.dueOf(day));

  constructor(private readonly book: Rulebook, private readonly ruleAsked: string, private readonly calendarAsked: string) {}

  dueOn(issuedOn: DayNumber, deliveredOn: DayNumber): DayNumber {
    const due = this.dueByDay.of(issuedOn);
    if (due !== BY_DELIVERY) return due;
    return deliveredOn === never ? never : this.rules[this.ruleByDay.of(issuedOn)]!.due.of(deliveredOn);
  }

  startOf(issuedOn: DayNumber): number {
    return this.startByDay.of(issuedOn);
  }

  /** Rules that a due day was asked of. */
  get used(): readonly DeadlineRule[] {
    return this.rules.filter(({ used }) => used).map(({ rule: used }) => used);
  }

  ruleOf(issuedOn: DayNumber): DeadlineRule | undefined {
    return this.rules[this.ruleByDay.of(issuedOn)]?.rule;
  }

  calendarOf({ calendarId }: DeadlineRule): HolidayCalendar | undefined {
    const asked = this.calendarAsked === 'known' ? undefined : reference(this.calendarAsked);
    const id = asked?.id ?? calendarId;
    return id === undefined ? undefined : calendar(this.book, id, asked?.version);
  }

  private dueOf(issuedOn: DayNumber): DayNumber {
    const own = this.rules[this.ruleByDay.of(issuedOn)];
    if (own === undefined) return never;
    own.used = true;
    return own.rule.from === 'issued' ? own.due.of(issuedOn) : BY_DELIVERY;
  }

  private numberOf(found: DeadlineRule | undefined): number {
    if (found === undefined) return NO_RULE;
    const known = this.rules.findIndex((each) => each.rule === found);
    if (known >= 0) return known;
    const daysOff = this.calendarOf(found);
    return this.rules.push({ rule: found, due: new DayTable((start) => dueDay(found, start, daysOff)), used: false }) - 1;
  }

  private lookUp(issuedOn: DayNumber): DeadlineRule | undefined {
    if (this.ruleAsked === 'in-force') return ruleInForce(this.book, 'recommendation', issuedOn);
    const { id, version } = reference(this.ruleAsked);
    return rule(this.book, id, version);
  }
}

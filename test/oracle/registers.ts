import { ofEmployer } from './letters';
import { firstOf, ownDay, type Statement } from './statements';

/** A person of one matter in a register, with what became of it. */
export interface Registered {
  readonly matter: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly categories: readonly string[];
  readonly day: string;
  /** Earliest day of each later event on this person, and its reason. */
  readonly later: Readonly<Record<string, { readonly day: string; readonly reason: string } | undefined>>;
}

const REGISTERS = {
  bawaslu: { opens: 'ViolationReported', id: 'reportId', later: { dismissed: 'ReportDismissed', forwarded: 'ReportForwarded' } },
  recommender: { opens: 'ComplaintRegistered', id: 'complaintId', later: { returned: 'ReportReturned', 'not-proven': 'ViolationNotProven' } },
} as const;
export type Register = keyof typeof REGISTERS;

/** Persons of the register in effect, in the order of their matter's first statement. */
export const registered = (statements: readonly Statement[], register: Register, season: string, asOf: string): Registered[] => {
  const { opens, id, later } = REGISTERS[register];
  const matters = firstOf(statements.filter(({ type }) => type === opens), ({ data }) => data[id]).counts;
  return matters.filter((each) => each.data.season === season && ownDay(each) <= asOf).flatMap((matter) => {
    const persons = firstOf(matter.data.persons as { subject: string; employer: string; positionGroup: string }[], ({ subject }) => subject).counts;
    return persons.map(({ subject, employer, positionGroup }): Registered => ({
      matter: matter.data[id],
      day: ownDay(matter),
      categories: [...new Set<string>(matter.data.categories.map(({ code }: { code: string }) => code))],
      dimensions: { ...ofEmployer(employer), positionGroup, kind: matter.data.kind ?? '', stage: matter.data.stage ?? '', category: matter.data.categories[0].code },
      later: Object.fromEntries(Object.entries(later).map(([figure, type]) => {
        const acts = statements
          .filter((each) => each.type === type && each.data[id] === matter.data[id] && ownDay(each) <= asOf)
          .filter(({ data }) => data.persons === undefined || data.persons.some((person: { subject: string }) => person.subject === subject))
          .map((each) => ({ day: ownDay(each), reason: String(each.data.reason ?? '') }))
          .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.reason < b.reason ? -1 : 1));
        return [figure, acts[0]];
      })),
    }));
  });
};

/** One row a matter: its first person's values. */
export const perMatter = (persons: readonly Registered[]): Registered[] => firstOf(persons, ({ matter }) => matter).counts;

import { daysBetween, dueDay } from './deadlines';
import type { OracleQuestion, RawEvent } from './raw-event';
import { firstOf, ownDay, PPK_TYPES, standing, type Statement } from './statements';

const WEIGHT = ['separated', 'moral-closed', 'moral-open', 'discipline-light', 'discipline-medium', 'discipline-heavy'];
const heavier = (a: string, b: string): string => (WEIGHT.indexOf(a) >= WEIGHT.indexOf(b) ? a : b);
const earliest = (days: readonly string[]): string | undefined => [...days].sort()[0];

export interface PersonInLetter {
  readonly subject: string;
  readonly sanction: string;
  readonly settledOn?: string;
  readonly imposed?: string;
  readonly startedOn?: string;
  readonly withdrawnOn?: string;
}
export interface Letter {
  readonly id: string;
  readonly employer: string;
  readonly issuedOn: string;
  readonly deliveredOn?: string;
  readonly persons: readonly PersonInLetter[];
}

/** Whether a statement counts in the letter that it names: what a PPK says only of its own employer's, once the letter is known. */
export const counts = (statements: readonly Statement[], { type, data }: Statement): boolean => {
  const issued = PPK_TYPES.includes(type) ? issuedLetter(statements, data.recommendationId) : undefined;
  return issued === undefined || issued.data.employer === data.employer;
};
const ofLetter = (statements: readonly Statement[], id: string, type: string): Statement[] =>
  statements.filter((each) => each.type === type && each.data.recommendationId === id && counts(statements, each));
const names = (statement: Statement, subject: string): boolean =>
  statement.data.persons === undefined || statement.data.persons.some((person: { subject: string }) => person.subject === subject);

/** The letter that counts under an id, whatever its date; undefined while none is known. */
const issuedLetter = (statements: readonly Statement[], id: string): Statement | undefined =>
  statements.find(({ type, data }) => type === 'RecommendationIssued' && data.recommendationId === id);

/** Persons that a sanction speaks of: those it names, else each person of the letter, if the letter is known and its own employer's. */
export const sanctioned = (statements: readonly Statement[], sanction: Statement): string[] => {
  const persons: { subject: string }[] = sanction.data.persons ?? (counts(statements, sanction) ? issuedLetter(statements, sanction.data.recommendationId)?.data.persons : undefined) ?? [];
  return [...new Set(persons.map(({ subject }) => subject))];
};

/** The sanction statements that speak of one person of a letter, or those that do not count in it: of each decree the first in the log counts. */
export const sanctionsOf = (statements: readonly Statement[], id: string, subject: string, counting = true) => {
  const all = statements.filter((each) => each.type === 'SanctionImposed' && each.data.recommendationId === id && counts(statements, each) === counting);
  return firstOf(all.filter((each) => sanctioned(statements, each).includes(subject)), ({ data }) => data.decreeNumber);
};

/** Every known letter, of one season or of all, whatever its date. */
export const letters = (statements: readonly Statement[], season?: string): Letter[] => {
  const issued = firstOf(statements.filter(({ type }) => type === 'RecommendationIssued'), ({ data }) => data.recommendationId).counts;
  return issued.filter(({ data }) => season === undefined || data.season === season).map(({ data }) => {
    const id: string = data.recommendationId;
    const subjects = firstOf(data.persons as { subject: string; sanction: string }[], ({ subject }) => subject).counts;
    const persons = subjects.map(({ subject, sanction }): PersonInLetter => {
      const acts = [
        ...sanctionsOf(statements, id, subject).counts.map((each) => ({ day: ownDay(each), what: each.data.sanction as string })),
        ...ofLetter(statements, id, 'PersonSeparated').filter((each) => names(each, subject)).map((each) => ({ day: ownDay(each), what: 'separated' })),
      ];
      const settledOn = earliest(acts.map(({ day }) => day));
      const imposed = acts.filter(({ day }) => day === settledOn).map(({ what }) => what).reduce<string | undefined>((a, b) => (a === undefined ? b : heavier(a, b)), undefined);
      const startedOn = earliest(ofLetter(statements, id, 'FollowUpStarted').filter((each) => names(each, subject)).map(ownDay));
      const withdrawnOn = earliest(ofLetter(statements, id, 'RecommendationWithdrawn').filter((each) => names(each, subject)).map(ownDay));
      return { subject, sanction, settledOn, imposed, startedOn, withdrawnOn };
    });
    return { id, employer: data.employer, issuedOn: data.issuedOn, deliveredOn: earliest(ofLetter(statements, id, 'RecommendationDelivered').map(ownDay)), persons };
  });
};

export type PersonState = 'withdrawn' | 'settled' | 'in-process' | 'not-started';
export const stateOf = (person: PersonInLetter, asOf: string): PersonState => {
  const on = (day: string | undefined): boolean => day !== undefined && day <= asOf;
  if (on(person.withdrawnOn)) return 'withdrawn';
  if (on(person.settledOn)) return 'settled';
  return on(person.startedOn) ? 'in-process' : 'not-started';
};

/** One thing counted, with its value in every dimension of these figures. */
export interface Counted {
  readonly dimensions: Readonly<Record<string, string>>;
  readonly state: string;
  readonly daysOverdue?: number;
  /** Unsettled persons, of a letter. */
  readonly unsettled: number;
  readonly inProcess: boolean;
}

export const regionType = (code: string): string => (code.startsWith('pusat.') ? '' : code.length === 2 ? 'provinsi' : Number(code.slice(3)) >= 71 ? 'kota' : 'kabupaten');
export const ofEmployer = (code: string): Record<string, string> => ({
  employer: code, employerKind: code.startsWith('pusat.') ? 'central' : 'region', regionType: regionType(code), province: code.startsWith('pusat.') ? '' : code.slice(0, 2),
});
const classOf = (sanction: string): string => (sanction.startsWith('moral') ? 'ethics' : 'discipline');
const BANDS: readonly (readonly [number, string])[] = [[7, '1-7'], [14, '8-14'], [30, '15-30'], [90, '31-90'], [Infinity, 'over-90']];
export const bandOf = (days: number): string => BANDS.find(([until]) => days <= until)![1];

/** Persons (withdrawn left out) and letters in effect. */
export const countedLetters = (events: readonly RawEvent[], { season, asOf, rule, calendar }: OracleQuestion): { persons: Counted[]; letters: Counted[] } => {
  const inEffect = letters(standing(events), season).filter(({ issuedOn }) => issuedOn <= asOf);
  const result = { persons: [] as Counted[], letters: [] as Counted[] };
  for (const letter of inEffect) {
    const left = letter.persons.map((person) => ({ person, state: stateOf(person, asOf) })).filter(({ state }) => state !== 'withdrawn');
    if (left.length === 0) continue;
    const base = ofEmployer(letter.employer);
    const settled = left.filter(({ state }) => state === 'settled');
    const open = settled.length < left.length;
    const delivered = letter.deliveredOn !== undefined && letter.deliveredOn <= asOf ? letter.deliveredOn : undefined;
    const due = dueDay(events, letter.issuedOn, delivered, { rule, calendar });
    const daysOverdue = open && due !== undefined && due < asOf ? daysBetween(due, asOf) : undefined;
    for (const { person, state } of left)
      result.persons.push({
        dimensions: { ...base, sanction: person.sanction, class: classOf(person.sanction), sanctionImposed: person.imposed ?? '', issuedDay: letter.issuedOn, settledDay: person.settledOn ?? '', ageBand: daysOverdue === undefined ? '' : bandOf(daysOverdue) },
        state, daysOverdue: state === 'settled' ? undefined : daysOverdue, unsettled: state === 'settled' ? 0 : 1, inProcess: state === 'in-process',
      });
    const sanction = left.map(({ person }) => person.sanction).reduce(heavier);
    const imposed = settled.map(({ person }) => person.imposed!);
    result.letters.push({
      dimensions: { ...base, sanction, class: classOf(sanction), sanctionImposed: imposed.length === 0 ? '' : imposed.reduce(heavier), issuedDay: letter.issuedOn, settledDay: settled.map(({ person }) => person.settledOn!).sort().at(-1) ?? '', ageBand: daysOverdue === undefined ? '' : bandOf(daysOverdue) },
      state: open ? 'open' : 'closed', daysOverdue, unsettled: left.length - settled.length,
      inProcess: open && left.some(({ state }) => state === 'in-process' || state === 'settled'),
    });
  }
  return result;
};

import { NEVER, type DayNumber } from '../projection';

/** The earliest own day; NEVER of none. */
export const earliestDay = (statements: readonly { readonly day: DayNumber }[]): DayNumber => {
  let earliest = NEVER;
  for (const { day } of statements) if (day < earliest) earliest = day;
  return earliest;
};

interface Reasoned { readonly day: DayNumber; readonly reason: string }
const NOTHING: Reasoned = { day: NEVER, reason: '' };
const earlier = (one: Reasoned, other: Reasoned): Reasoned =>
  other.day < one.day || (other.day === one.day && other.reason < one.reason) ? other : one;

/** The earliest own day and, of several reasons of that day, the alphabetically first. */
export const earliestWithReason = (statements: readonly { readonly day: DayNumber; readonly data: { readonly reason: string } }[]): Reasoned =>
  statements.reduce<Reasoned>((best, { day, data }) => earlier(best, { day, reason: data.reason }), NOTHING);

interface Speaking<D = object> { readonly day: DayNumber; readonly data: D & { readonly persons?: readonly string[] } }

/** The earliest own day for each person, of the statements that name the person or name nobody, which means all of the matter. */
export const earliestDays = (statements: readonly Speaking[]): ((subject: string) => DayNumber) => {
  let ofAll = NEVER;
  const named = new Map<string, DayNumber>();
  for (const { day, data: { persons } } of statements) {
    if (persons === undefined) ofAll = Math.min(ofAll, day);
    else for (const subject of persons) if (day < (named.get(subject) ?? NEVER)) named.set(subject, day);
  }
  return (subject) => Math.min(ofAll, named.get(subject) ?? NEVER);
};

/** The same with a reason. */
export const earliestWithReasons = (statements: readonly Speaking<{ readonly reason: string }>[]): ((subject: string) => Reasoned) => {
  let ofAll = NOTHING;
  const named = new Map<string, Reasoned>();
  for (const { day, data: { persons, reason } } of statements) {
    const one = { day, reason };
    if (persons === undefined) ofAll = earlier(ofAll, one);
    else for (const subject of persons) named.set(subject, earlier(named.get(subject) ?? NOTHING, one));
  }
  return (subject) => earlier(ofAll, named.get(subject) ?? NOTHING);
};

/** Each once, the first mention standing. */
export const uniqueBy = <V>(values: readonly V[], keyOf: (value: V) => string): readonly V[] => {
  if (values.length < 2) return values;
  const byKey = new Map<string, V>();
  for (const value of values) if (!byKey.has(keyOf(value))) byKey.set(keyOf(value), value);
  return byKey.size === values.length ? values : [...byKey.values()];
};

/** Pseudonyms of persons named, each once; undefined when nobody is named. */
export const subjectsOf = (persons: readonly { readonly subject: string }[] | undefined): { readonly persons?: readonly string[] } =>
  persons === undefined ? {} : { persons: [...new Set(persons.map(({ subject }) => subject))] };

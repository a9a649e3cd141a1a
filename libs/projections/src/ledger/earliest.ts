import { NEVER, type DayNumber } from '../projection';

/** The earliest own day; NEVER of none. */
export const earliestDay = (statements: readonly { readonly day: DayNumber }[]): DayNumber => {
  let earliest = NEVER;
  for (const { day } of statements) if (day < earliest) earliest = day;
  return earliest;
};

/** The earliest own day and, of several reasons of that day, the alphabetically first. */
export const earliestWithReason = (statements: readonly { readonly day: DayNumber; readonly data: { readonly reason: string } }[]) => {
  let [day, reason] = [NEVER, ''];
  for (const each of statements)
    if (each.day < day || (each.day === day && each.data.reason < reason)) [day, reason] = [each.day, each.data.reason];
  return { day, reason };
};

/** Whether a statement speaks of a person: it names the person, or nobody, which means all of the matter. */
export const speaksOf = (subject: string) => ({ data }: { readonly data: { readonly persons?: readonly string[] } }): boolean =>
  data.persons === undefined || data.persons.includes(subject);

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

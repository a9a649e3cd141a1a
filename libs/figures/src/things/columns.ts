import { employerKind, provinceOf, regionType } from '@netral/contracts';
import { dayOf, isoOf, type DayNumber } from '@netral/domain';
import type { TextColumn } from '../columns/text-column';
import type { Column, Columns } from './things';

/** The text of each row picked. */
export const textColumn = ({ codes, values }: TextColumn, picked: Int32Array): Column => {
  const own = new Int32Array(picked.length);
  for (let index = 0; index < picked.length; index += 1) own[index] = codes[picked[index]!]!;
  return { codes: own, size: values.length, keyOf: (code) => values[code] ?? '' };
};

/** The day of each row picked. */
export const dayColumn = (days: Int32Array, picked: Int32Array): Column => {
  const own = new Int32Array(picked.length);
  for (let index = 0; index < picked.length; index += 1) own[index] = days[picked[index]!]!;
  return ofDays(own);
};

/** One day a thing; the array is the column's from here on. */
export const ofDays = (days: Int32Array): Column => {
  let [first, last] = [Infinity, -Infinity];
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index]!;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (days.length === 0) return { codes: days, size: 0, keyOf: () => '' };
  for (let index = 0; index < days.length; index += 1) days[index]! -= first;
  return { codes: days, size: last - first + 1, keyOf: (code) => isoOf(code + first) };
};

/** Codes into a list of keys. */
export const keyColumn = (codes: Int32Array, keys: readonly string[]): Column => ({ codes, size: keys.length, keyOf: (code) => keys[code] ?? '' });

/** Another dimension that follows from this one: `derive` gives the key, undefined for none. */
export const derived = (column: Column, derive: (key: string) => string | undefined): Column => {
  const keys: string[] = [];
  const codeByKey = new Map<string, number>();
  const translated = Int32Array.from({ length: column.size }, (_, code) => {
    const key = derive(column.keyOf(code)) ?? '';
    if (!codeByKey.has(key)) codeByKey.set(key, keys.push(key) - 1);
    return codeByKey.get(key)!;
  });
  const codes = new Int32Array(column.codes.length);
  for (let index = 0; index < codes.length; index += 1) codes[index] = column.codes[index]! < 0 ? -1 : translated[column.codes[index]!]!;
  return keyColumn(codes, keys);
};

/** An employer and the traits it has by itself; a central agency has neither a type of region nor a province. */
export const employerColumns = (employer: () => Column): Columns => ({
  employer,
  employerKind: () => derived(employer(), employerKind),
  regionType: () => derived(employer(), regionType),
  province: () => derived(employer(), provinceOf),
});

/** How many things have a day on or after this one. */
export const daysFrom = ({ codes, size, keyOf }: Column, first: DayNumber): number => {
  const counts = Uint8Array.from({ length: size }, (_, code) => Number(dayOf(keyOf(code)) >= first));
  let found = 0;
  for (let index = 0; index < codes.length; index += 1) found += counts[codes[index]!] ?? 0;
  return found;
};

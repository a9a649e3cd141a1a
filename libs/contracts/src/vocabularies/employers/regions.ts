import { codeChanges2022, newProvinces2022 } from './regions.2022';
import { regions2019 } from './regions.2019';

export const regionEditions = ['2019', '2022'] as const;
/** Edition of Kemendagri's region codes: `2019` is Permendagri 72/2019, `2022` that after the split of Papua. */
export type RegionEdition = (typeof regionEditions)[number];
export type RegionType = 'provinsi' | 'kabupaten' | 'kota';

export interface Region {
  readonly code: string;
  /** Name without its kind. */
  readonly name: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

const rowsOf = (text: string, separator: RegExp): string[][] =>
  text.split(separator).map((row) => row.trim()).filter((row) => row !== '').map((row) => row.split('|'));

const changes = codeChanges2022.trim().split(/\s+/).map((change) => change.split('>') as [string, string]);
const to2022 = new Map(changes);
const to2019 = new Map(changes.map(([before, after]) => [after, before]));

const founded = new Map(rowsOf(newProvinces2022, /\n/).map(([code, , from]) => [code!, from!]));
const dayBefore = new Map([['2022-07-25', '2022-07-24'], ['2022-12-08', '2022-12-07']]);
const since = (code2022: string): string => founded.get(code2022.slice(0, 2))!;

const of2019: readonly Region[] = rowsOf(regions2019, /[;\n]/).map(([code, name]) => {
  const later = to2022.get(code!);
  return later === undefined ? { code: code!, name: name! } : { code: code!, name: name!, validUntil: dayBefore.get(since(later))! };
});
const of2022: readonly Region[] = [
  ...of2019.map((region) => {
    const code = to2022.get(region.code);
    return code === undefined ? region : { code, name: region.name, validFrom: since(code) };
  }),
  ...rowsOf(newProvinces2022, /\n/).map(([code, name, validFrom]) => ({ code: code!, name: name!, validFrom: validFrom! })),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const editions: Readonly<Record<RegionEdition, readonly Region[]>> = { '2019': of2019, '2022': of2022 };
const codes = { '2019': new Set(of2019.map(({ code }) => code)), '2022': new Set(of2022.map(({ code }) => code)) };
const byCode = new Map([...of2022, ...of2019].map((region) => [region.code, region]));

/** Regions of an edition, by code: provinces, kabupaten and kota. DKI's five kota and one kabupaten are administrative. */
export const regions = (edition: RegionEdition): readonly Region[] => editions[edition];
export const provinces = (edition: RegionEdition): readonly Region[] => editions[edition].filter(({ code }) => code.length === 2);
/** A region by its code of any edition. */
export const regionOf = (code: string): Region | undefined => byCode.get(code);

/** The code in an edition of a region given by its code of any edition; undefined when there was no such region then. */
export const regionCodeIn = (edition: RegionEdition, code: string): string | undefined => {
  if (codes[edition].has(code)) return code;
  return (edition === '2019' ? to2019 : to2022).get(code);
};

/** By the rule of the codes (Permendagri 58/2021): a province has two digits, a kabupaten ends in 01 to 69, a kota in 71 to 99. */
export const regionType = (code: string): RegionType | undefined => {
  if (!byCode.has(code)) return undefined;
  if (code.length === 2) return 'provinsi';
  return Number(code.slice(3)) < 70 ? 'kabupaten' : 'kota';
};

/** Code of the province that a region lies in (of a province: itself), in the edition of the code given; central agencies have none. */
export const provinceOf = (code: string): string | undefined => (byCode.has(code) ? code.slice(0, 2) : undefined);

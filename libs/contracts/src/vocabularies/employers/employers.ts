import type { Label } from '../../core/event-contract';
import type { Vocabulary, VocabularyEntry } from '../vocabulary';
import { centralAgencies2020 } from './central-agencies';
import { provinceNamesInEnglish } from './province-names';
import { type Region, regionEditions, regionOf, regionType, regions } from './regions';

export type EmployerKind = 'region' | 'central';

export interface CentralAgency {
  readonly code: string;
  readonly label: Label;
  readonly spellings: readonly string[];
}

export const centralAgencies: readonly CentralAgency[] = centralAgencies2020.trim().split('\n').map((line) => {
  const [short, id, en, others] = line.trim().split('|') as [string, string, string, string];
  return { code: `pusat.${short}`, label: { id, en }, spellings: [short, ...others.split(',').filter((each) => each !== '')] };
});
const centralByCode = new Map(centralAgencies.map((agency) => [agency.code, agency]));

const administrative = (code: string): string => (code.startsWith('31.') ? ' Administrasi' : '');

const labelOfRegion = ({ code, name }: Region): Label => {
  switch (regionType(code)) {
    case 'kabupaten':
      return { id: `Kabupaten${administrative(code)} ${name}`, en: `${name} Regency` };
    case 'kota':
      return { id: `Kota${administrative(code)} ${name}`, en: `${name} City` };
    default:
      return { id: `Provinsi ${name}`, en: `${provinceNamesInEnglish.get(code) ?? name} Province` };
  }
};

/** What people call an employer. A code that never was is its own label. */
export const employerLabel = (code: string): Label => {
  const region = regionOf(code);
  if (region !== undefined) return labelOfRegion(region);
  return centralByCode.get(code)?.label ?? { id: code, en: code };
};

/** Whether the employer is a region or a central agency; undefined for a code that never was. */
export const employerKind = (code: string): EmployerKind | undefined => {
  if (centralByCode.has(code)) return 'central';
  return regionOf(code) === undefined ? undefined : 'region';
};

/** Every employer of any edition of the region codes, by code; the central agencies last. */
export const employersVocabulary: Vocabulary = {
  name: 'employers',
  closed: false,
  entries: [
    ...new Map(regionEditions.flatMap((edition) => regions(edition).map((region) => [region.code, region] as const))).values(),
  ]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name, ...validity }): VocabularyEntry => ({ code, label: labelOfRegion({ code, name }), ...validity }))
    .concat(centralAgencies.map(({ code, label }) => ({ code, label }))),
};

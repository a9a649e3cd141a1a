import { centralAgencies, officeOf, provinceOf, regionOf, regionType, regions } from '@netral/contracts';
import type { Random } from './random';

/** Code of a region (edition of 2019) or of a central agency. */
export type EmployerCode = string;

// DKI's kota and kabupaten are administrative: their civil servants are the province's.
const own = regions('2019').map(({ code }) => code).filter((code) => !(code.startsWith('31.') || code === '31'));
const provinces = own.filter((code) => code.length === 2);
const kabupaten = own.filter((code) => regionType(code) === 'kabupaten');
const kota = own.filter((code) => regionType(code) === 'kota');
const known = new Set(centralAgencies.map(({ code }) => code));

/** Ministries and agencies with offices in every region, where most of the cases outside regional government were. */
export const ministries: readonly (readonly [EmployerCode, number])[] = (
  [['pusat.kemendikbud', 6], ['pusat.kemenag', 8], ['pusat.kemenkumham', 4], ['pusat.kemenkes', 3], ['pusat.kemenhub', 3],
    ['pusat.pupr', 3], ['pusat.bpn', 2], ['pusat.bps', 2], ['pusat.kementan', 2], ['pusat.bkkbn', 2], ['pusat.kemensos', 1]] as const
).filter(([code]) => known.has(code));

/** Where reports were many later in the year too. */
const busy: readonly (readonly [EmployerCode, number])[] = [
  ['33.03', 9], ['74.07', 5], ['35.06', 5], ['16.13', 5], ['52.04', 5], ['74.13', 3], ['33.11', 3], ['73.02', 3], ['82.71', 2], ['74', 2],
];

export const isCentral = (code: EmployerCode): boolean => code.startsWith('pusat.');
export const provinceOfEmployer = (code: EmployerCode): string => provinceOf(code) ?? '';
/** BKN's office for an employer. */
export const officeFor = (code: EmployerCode): string => officeOf(code) ?? 'pusat';

/** Some region, as reports came: mostly a kabupaten. */
export const someRegion = (random: Random): EmployerCode => {
  if (random.chance(0.14)) return random.weighted(busy);
  return random.pick(random.weighted([[kabupaten, 78], [kota, 16], [provinces, 6]]));
};
export const someEmployer = (random: Random): EmployerCode => (random.chance(0.06) ? random.weighted(ministries) : someRegion(random));

/** The region whose election a case at this employer is about. */
export const electionRegionOf = (random: Random, code: EmployerCode): EmployerCode => (isCentral(code) ? someRegion(random) : code);

/** The office that a letter is addressed to. */
export const officeTitle = (code: EmployerCode): string => {
  const name = regionOf(code)?.name ?? code.replace('pusat.', '').toUpperCase();
  switch (regionType(code)) {
    case 'provinsi':
      return `Gubernur ${name}`;
    case 'kabupaten':
      return `Bupati ${name}`;
    case 'kota':
      return `Wali Kota ${name}`;
    default:
      return `Pejabat Pembina Kepegawaian ${name}`;
  }
};

import type { Label } from '../core/event-contract';
import { employerKind } from './employers/employers';
import { provinceOf } from './employers/regions';
import type { Vocabulary } from './vocabulary';

/** A regional office (Kanreg) of BKN. Which provinces one serves could not be confirmed from any source, nor every city. */
export interface BknOffice {
  readonly code: string;
  readonly label: Label;
  readonly provinces: readonly string[];
  readonly cityConfirmed: boolean;
}

const office = (number: number, roman: string, city: string, provinces: string, cityConfirmed: boolean): BknOffice => ({
  code: `kanreg-${String(number).padStart(2, '0')}`,
  label: { id: `Kanreg ${roman} ${city}`, en: `Regional Office ${roman} ${city}` },
  provinces: provinces.split(' '),
  cityConfirmed,
});

/** The fourteen Kanreg, and `pusat`, the bucket of central agencies that BKN counts beside them. */
export const bknOffices: readonly BknOffice[] = [
  office(1, 'I', 'Yogyakarta', '33 34', false),
  office(2, 'II', 'Surabaya', '35', true),
  office(3, 'III', 'Bandung', '32 36', true),
  office(4, 'IV', 'Makassar', '73 74 76 81', true),
  office(5, 'V', 'Jakarta', '18 31 61', false),
  office(6, 'VI', 'Medan', '12', true),
  office(7, 'VII', 'Palembang', '15 16 17 19', true),
  office(8, 'VIII', 'Banjarmasin', '62 63 64 65', false),
  office(9, 'IX', 'Jayapura', '91 93 94 95', true),
  office(10, 'X', 'Denpasar', '51 52 53', true),
  office(11, 'XI', 'Manado', '71 72 75 82', false),
  office(12, 'XII', 'Pekanbaru', '13 14 21', true),
  office(13, 'XIII', 'Banda Aceh', '11', false),
  office(14, 'XIV', 'Manokwari', '92 96', true),
  { code: 'pusat', label: { id: 'Instansi Pusat', en: 'Central Agencies' }, provinces: [], cityConfirmed: true },
];

const byProvince = new Map(bknOffices.flatMap(({ code, provinces }) => provinces.map((province) => [province, code] as const)));

/** The office that serves an employer, by its code of any edition; undefined for a code that never was. Unconfirmed (see above). */
export const officeOf = (employer: string): string | undefined =>
  employerKind(employer) === 'central' ? 'pusat' : byProvince.get(provinceOf(employer) ?? '');

const unconfirmed: Label = { id: 'Provinsi yang dilayani belum terkonfirmasi', en: 'Provinces served are not confirmed' };
const unconfirmedCity: Label = { id: 'Kota dan provinsi yang dilayani belum terkonfirmasi', en: 'City and provinces served are not confirmed' };

export const bknOfficesVocabulary: Vocabulary = {
  name: 'bkn-offices',
  closed: false,
  entries: bknOffices.map(({ code, label, cityConfirmed, provinces }) => {
    if (provinces.length === 0) return { code, label };
    return { code, label, note: cityConfirmed ? unconfirmed : unconfirmedCity };
  }),
};

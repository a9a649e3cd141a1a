import * as fc from 'fast-check';
import { centralAgencies, employerKind, employerLabel, employersVocabulary } from './employers';
import { provinceOf, provinces, regionCodeIn, regionOf, regionType, regions } from './regions';
import { resolveEmployer } from './resolve-employer';
import { spellings } from './spellings';

const count = (edition: '2019' | '2022', type: string) => regions(edition).filter(({ code }) => regionType(code) === type).length;
const bareNames = (type: string) => new Set(regions('2019').filter(({ code }) => regionType(code) === type).map(({ name }) => name));
const resolved = (ref: string, edition: '2019' | '2022' = '2019') => {
  const outcome = resolveEmployer(ref, edition);
  return outcome.ok ? outcome.code : outcome.reason;
};
const perProvince2019 = {
  11: 23, 12: 33, 13: 19, 14: 12, 15: 11, 16: 17, 17: 10, 18: 15, 19: 7, 21: 7, 31: 6, 32: 27, 33: 35, 34: 5, 35: 38, 36: 8, 51: 9,
  52: 10, 53: 22, 61: 14, 62: 14, 63: 13, 64: 10, 65: 5, 71: 15, 72: 13, 73: 24, 74: 17, 75: 6, 76: 6, 81: 11, 82: 10, 91: 29, 92: 13,
};

describe('the region codes', () => {
  it('of 2019 hold 34 provinces, 416 kabupaten and 98 kota', () =>
    expect([count('2019', 'provinsi'), count('2019', 'kabupaten'), count('2019', 'kota')]).toEqual([34, 416, 98]));

  it('of 2022 hold four provinces more and as many kabupaten and kota', () =>
    expect([count('2022', 'provinsi'), count('2022', 'kabupaten'), count('2022', 'kota')]).toEqual([38, 416, 98]));

  it('lie in the provinces as counted', () => {
    const counted = regions('2019').filter(({ code }) => code.length === 5).reduce<Record<string, number>>(
      (sums, { code }) => ({ ...sums, [provinceOf(code)!]: (sums[provinceOf(code)!] ?? 0) + 1 }), {});
    expect(counted).toEqual(perProvince2019);
  });

  it('are each given once, in every edition', () => {
    for (const edition of ['2019', '2022'] as const) {
      expect(new Set(regions(edition).map(({ code }) => code)).size).toBe(regions(edition).length);
    }
  });

  it('changed for 26 regions in 2022, and no code got another meaning', () => {
    const changed = regions('2019').filter(({ code }) => regionCodeIn('2022', code) !== code);
    expect(changed).toHaveLength(26);
    for (const { code, name } of changed) {
      expect(regions('2022').some((region) => region.code === code)).toBe(false);
      const later = regionCodeIn('2022', code)!;
      expect([regionOf(later)!.name, regionCodeIn('2019', later)]).toEqual([name, code]);
    }
  });

  it('say until when, and from when, they hold', () => {
    expect(regionOf('91.01')).toEqual({ code: '91.01', name: 'Merauke', validUntil: '2022-07-24' });
    expect(regionOf('93.01')).toEqual({ code: '93.01', name: 'Merauke', validFrom: '2022-07-25' });
    expect(regionOf('96.71')).toMatchObject({ name: 'Sorong', validFrom: '2022-12-08' });
    expect(regionOf('91.71')).toEqual({ code: '91.71', name: 'Jayapura' });
  });

  it('have 26 bare names that are a kabupaten as well as a kota', () => {
    const kota = bareNames('kota');
    const shared = [...bareNames('kabupaten')].filter((name) => kota.has(name));
    expect(shared).toHaveLength(26);
    for (const name of shared) expect(resolved(name)).toBe('ambiguous-employer');
  });
});

describe('an employer', () => {
  it.each([
    ['74.07', '74.07'], ['Kabupaten Wakatobi', '74.07'], ['Kab. Wakatobi', '74.07'], ['WAKATOBI', '74.07'], ['kab.wakatobi', '74.07'],
    ['Kota Solok', '13.72'], ['Kabupaten Solok', '13.02'], ['Provinsi Jambi', '15'], ['Kota Jambi', '15.71'], ['Provinsi Gorontalo', '75'],
    ['Bulukamba', '73.02'], ['Boven Digul', '91.16'], ['Limapuluh Kota', '13.07'], ['Kabupaten 50 Kota', '13.07'], ['Toli-toli', '72.04'],
    ['Pangkep', '73.10'], ['Muna Barat', '74.13'], ['Muna', '74.03'], ['NTB', '52'], ['NTT', '53'], ['DKI', '31'], ['Kemendikbud', 'pusat.kemendikbud'],
    ['Tojo Una Una', '72.09'], ['Kotabaru', '63.02'], ['Kota Baru', '63.02'], ['Kotamobagu', '71.74'], ['Pemerintah Kabupaten Muna', '74.03'],
    ['Pemkot Surabaya', '35.78'], ['Jakarta Pusat', '31.71'], ['Kota Administrasi Jakarta Pusat', '31.71'], ['Provinsi DI Yogyakarta', '34'],
    ['Kota Yogyakarta', '34.71'], ['Kementerian Agama', 'pusat.kemenag'], ['pusat.bps', 'pusat.bps'], [' 91.01 ', '91.01'], ['93.01', '91.01'],
  ])('named %j is %s', (ref, code) => expect(resolved(ref)).toBe(code));

  it('takes the code of the edition asked', () => {
    expect(resolved('91.01', '2022')).toBe('93.01');
    expect(resolved('Boven Digul', '2022')).toBe('93.02');
    expect(resolved('Papua Selatan', '2022')).toBe('93');
    expect(resolved('93', '2019')).toBe('unknown-employer');
  });

  it.each([['Gorontalo', ['75', '75.01', '75.71']], ['Jambi', ['15', '15.71']], ['Bengkulu', ['17', '17.71']], ['Solok', ['13.02', '13.72']],
    ['Banjar', ['32.79', '63.03']], ['Yogyakarta', ['34', '34.71']]])('named %s alone is ambiguous, and says between which', (ref, candidates) =>
    expect(resolveEmployer(ref, '2019')).toEqual({ ok: false, reason: 'ambiguous-employer', candidates }));

  it.each(['99.99', '99', '7407', '74.7', 'Kota Wakatobi', 'pusat.nowhere', 'Atlantis', '', '...', 'Kabupaten', 'constructor'])(
    'that never was is unknown: %j', (ref) => expect(resolved(ref)).toBe('unknown-employer'));

  it('is found by every name it is shown under', () => {
    for (const { code } of regions('2019')) expect(resolved(employerLabel(code).id)).toBe(code);
    for (const { code, label } of centralAgencies) expect(resolved(label.id)).toBe(code);
  });

  it('is found by every spelling in use, but for the one name that is a province as well as a kota', () => {
    const listed = spellings.trim().split(/[;\n]/).map((row) => row.trim().split('|') as [string, string]);
    for (const [code, list] of listed) {
      for (const spelling of list.split(',')) {
        expect([spelling, resolved(spelling)]).toEqual([spelling, spelling.trim() === 'Yogyakarta' ? 'ambiguous-employer' : code]);
      }
    }
    for (const { code, spellings: others } of centralAgencies) for (const other of others) expect(resolved(other)).toBe(code);
  });

  it('is found whatever the case, the spaces and the punctuation of its name', () => {
    const noise = fc.array(fc.constantFrom(' ', '  ', '-', '.', ', ', '/'), { minLength: 8, maxLength: 8 });
    fc.assert(fc.property(fc.constantFrom(...regions('2019')), noise, fc.boolean(), ({ code }, between, loud) => {
      const words = employerLabel(code).id.split(' ');
      const name = words.map((word, index) => word + between[index % 8]).join('');
      expect(resolved(loud ? name.toUpperCase() : name.toLowerCase())).toBe(code);
    }));
  });

  it('is never found by surprise: whatever the text, the answer is a code in the edition, candidates or unknown', () =>
    fc.assert(fc.property(fc.string(), fc.constantFrom('2019' as const, '2022' as const), (ref, edition) => {
      const outcome = resolveEmployer(ref, edition);
      if (outcome.ok) expect(employerKind(outcome.code)).toBeDefined();
      else expect(['unknown-employer', 'ambiguous-employer']).toContain(outcome.reason);
    })));

  it('of kind region has a type and a province, a central agency neither', () => {
    expect([employerKind('74.07'), regionType('74.07'), provinceOf('74.07')]).toEqual(['region', 'kabupaten', '74']);
    expect([employerKind('15'), regionType('15'), provinceOf('15')]).toEqual(['region', 'provinsi', '15']);
    expect([employerKind('pusat.bps'), regionType('pusat.bps'), provinceOf('pusat.bps')]).toEqual(['central', undefined, undefined]);
    expect([employerKind('99.01'), regionType('99.01'), provinceOf('99.01')]).toEqual([undefined, undefined, undefined]);
  });

  it('stands once in the vocabulary, whatever the edition of its code', () => {
    const codes = employersVocabulary.entries.map(({ code }) => code);
    expect(codes).toHaveLength(34 + 4 + 416 + 98 + 26 + centralAgencies.length);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has the English name of its kind', () => {
    expect(employerLabel('74')).toEqual({ id: 'Provinsi Sulawesi Tenggara', en: 'Southeast Sulawesi Province' });
    expect(employerLabel('31.01')).toEqual({ id: 'Kabupaten Administrasi Kepulauan Seribu', en: 'Kepulauan Seribu Regency' });
    expect(employerLabel('99')).toEqual({ id: '99', en: '99' });
  });

  it('has provinces of its edition', () => expect(provinces('2019').map(({ code }) => code)).not.toContain('93'));
});

import * as fc from 'fast-check';
import { PositionGroup, Sanction, Scope, Stage } from '../core/shapes';
import { ageBandOf, ageBands } from './age-bands';
import { bknOffices, officeOf } from './bkn-offices';
import { categoryLists, categoryOfLabel } from './category-lists';
import { regions } from './employers';
import { sanctionClass, sanctionWeight, siasnLevel } from './sanctions';
import { hasCode, labelOf, vocabularies } from './vocabularies';

const codesOf = (name: string) => vocabularies.get(name)!.entries.map(({ code }) => code);

describe('a vocabulary', () => {
  it.each([...vocabularies.values()])('has every code once, with a label in both languages: $name', ({ entries }) => {
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    for (const { code, label } of entries) {
      expect(code).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
      expect(label.id).not.toBe('');
      expect(label.en).not.toBe('');
    }
  });

  it.each([['position-groups', PositionGroup], ['sanctions', Sanction], ['stages', Stage], ['scopes', Scope]] as const)(
    'holds exactly what the contracts take: %s', (name, schema) => expect(codesOf(name)).toEqual(schema.enum));

  it('is closed for region types, sanctions, positions and scopes', () =>
    expect([...vocabularies.values()].filter(({ closed }) => closed).map(({ name }) => name).sort()).toEqual(
      ['position-groups', 'region-types', 'sanctions', 'sanctions-imposed', 'scopes']));

  it('names a code that it does not have by the code itself', () => {
    expect(labelOf('categories', 'sosmed').en).toBe('Campaigning on social media');
    expect(labelOf('categories', 'menyanyi')).toEqual({ id: 'menyanyi', en: 'menyanyi' });
    expect(labelOf('nonsense', 'x')).toEqual({ id: 'x', en: 'x' });
    expect([hasCode('categories', 'SOSMED'), hasCode('categories', 'sosmed'), hasCode('categories', 'toString')]).toEqual([false, true, false]);
  });

  it('of categories has seventeen kinds, and one for what is unknown', () => expect(codesOf('categories')).toHaveLength(18));
});

describe("an agency's category list", () => {
  it('maps every label of its own to a code that exists', () => {
    for (const [agency, list] of Object.entries(categoryLists)) {
      for (const { code, label } of list) {
        expect(hasCode('categories', code)).toBe(true);
        expect(categoryOfLabel(agency, label.toUpperCase())).toBe(code);
      }
    }
  });

  it("does not know another agency's labels", () => {
    expect(categoryOfLabel('bkn', 'Mendukung salah satu pasangan calon')).toBeUndefined();
    expect(categoryOfLabel('nobody', 'Mendukung salah satu pasangan calon')).toBeUndefined();
  });
});

describe('a sanction', () => {
  it('weighs more the further down the list it stands', () => {
    const weights = codesOf('sanctions').map(sanctionWeight);
    expect(weights).toEqual([1, 2, 3, 4, 5]);
    expect(sanctionWeight('separated')).toBe(0);
  });

  it('has a class, and a level in SIASN when it is discipline', () => {
    expect(codesOf('sanctions').map(sanctionClass)).toEqual(['ethics', 'ethics', 'discipline', 'discipline', 'discipline']);
    expect(codesOf('sanctions').map(siasnLevel)).toEqual([undefined, undefined, 'R', 'S', 'B']);
    expect(sanctionClass('separated')).toBeUndefined();
  });
});

describe('an age band', () => {
  it('holds each number of days overdue in exactly one band, longer ones in later bands', () =>
    fc.assert(fc.property(fc.nat(4_000), fc.nat(4_000), (a, b) => {
      const order = ['none', ...ageBands.entries.map(({ code }) => code)];
      const place = (days: number) => order.indexOf(ageBandOf(days) ?? 'none');
      expect(place(Math.min(a, b))).toBeLessThanOrEqual(place(Math.max(a, b)));
    })));

  it.each([[0, undefined], [1, '1-7'], [7, '1-7'], [8, '8-14'], [14, '8-14'], [15, '15-30'], [30, '15-30'], [31, '31-90'], [90, '31-90'],
    [91, 'over-90']])('of %d days is %s', (days, band) => expect(ageBandOf(days)).toBe(band));
});

describe("BKN's offices", () => {
  it('serve every province of every edition, each by one office', () => {
    const served = bknOffices.flatMap(({ provinces }) => provinces);
    expect(new Set(served).size).toBe(served.length);
    expect(served.sort()).toEqual(regions('2022').filter(({ code }) => code.length === 2).map(({ code }) => code));
  });

  it('are fourteen and the bucket of the central agencies', () => expect(bknOffices).toHaveLength(15));

  it.each([['74.07', 'kanreg-04'], ['pusat.kemendikbud', 'pusat'], ['91.01', 'kanreg-09'], ['93.01', 'kanreg-09'], ['96.71', 'kanreg-14'],
    ['99.01', undefined]])('serve %s by %s', (employer, office) => expect(officeOf(employer)).toBe(office));

  it('say that what they serve is not confirmed', () => {
    const { entries } = vocabularies.get('bkn-offices')!;
    expect(entries.filter(({ note }) => note === undefined).map(({ code }) => code)).toEqual(['pusat']);
  });
});

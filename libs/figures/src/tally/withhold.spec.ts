import fc from 'fast-check';
import { dimensionsOf } from '../figures/catalogue';
import { ask, d, modelsOf, type Asking } from '../testing/models.builder';
import { randomModels } from '../testing/random-models';

const person = (doc: number, slot: number, employer: string, sanction: string, more = {}) => ({ doc, slot, employer, sanction, issuedOn: d('2020-09-01'), ...more });
// Wakatobi: three moral, two disciplinary; Gorontalo's only kota and its province: one each.
const models = modelsOf({
  letterPersons: [
    ...[0, 1, 2].map((slot) => person(0, slot, '74.07', 'moral-open', slot === 0 ? { settledOn: d('2020-09-02') } : {})),
    ...[0, 1].map((slot) => person(1, slot, '74.07', 'discipline-light')),
    person(2, 0, '75.71', 'moral-open'), person(3, 0, '75', 'moral-open'), person(4, 0, '75.01', 'moral-open'),
  ],
});
const withheld = (asking: Asking) => ask(models, { ...asking, withhold: true });
const cells = (asking: Asking) => withheld(asking).cells.map(({ key, value, withheld: hidden }) => [...Object.values(key), hidden === true ? 'withheld' : value]);

describe('what is withheld from the public', () => {
  it('is a cell of fewer than three persons that joins an employer with a trait not its own; it counts in the remainder', () => {
    const asking = { figure: 'recommended', by: ['employer', 'class'] } as const;
    expect(cells(asking)).toEqual([
      ['74.07', 'discipline', 'withheld'], ['74.07', 'ethics', 'withheld'], ['75', 'ethics', 'withheld'], ['75.01', 'ethics', 'withheld'], ['75.71', 'ethics', 'withheld'],
    ]);
    expect(withheld(asking)).toMatchObject({ total: 8, remainder: 8, notes: [{ en: 'Values of fewer than 3 persons, and others that would give them away, are withheld' }] });
    expect(ask(models, asking)).toMatchObject({ total: 8, remainder: 0, notes: [] });
  });

  it('is nothing of employers by traits of their own, nor of a trait without an employer', () => {
    for (const by of [['employer'], ['province', 'regionType'], ['employerKind'], ['sanction'], ['province', 'class']] as const) {
      expect(withheld({ figure: 'recommended', by }).cells.filter((cell) => cell.withheld)).toEqual([]);
    }
  });

  it('goes by the persons behind what is counted, whatever the unit', () =>
    expect(cells({ figure: 'recommended', unit: 'recommendations', by: ['employer', 'class'], filters: { employer: ['74.07'] } })).toEqual([
      ['74.07', 'discipline', 'withheld'], ['74.07', 'ethics', 'withheld'],
    ]));

  it('hides no zero of a closed dimension', () =>
    expect(cells({ figure: 'recommended', by: ['sanction'], filters: { employer: ['74.07'] } })).toEqual([
      ['discipline-heavy', 0], ['discipline-medium', 0], ['moral-closed', 0], ['discipline-light', 'withheld'], ['moral-open', 'withheld'],
    ]));

  it('is a total, with its remainder, when the filters make such a join', () => {
    expect(withheld({ figure: 'recommended', filters: { employer: ['74.07'], class: ['discipline'] } })).toMatchObject({ total: null, remainder: null });
    expect(withheld({ figure: 'recommended', filters: { employer: ['74.07'], class: ['ethics'] } })).toMatchObject({ total: null });
    expect(withheld({ figure: 'recommended', filters: { employer: ['12'], class: ['ethics'] } })).toMatchObject({ total: 0 });
  });

  it('knows an employer also by the only province and type of region it can have', () => {
    expect(cells({ figure: 'recommended', by: ['regionType'], filters: { province: ['75'], class: ['ethics'] } })).toEqual([
      ['kabupaten', 1], ['kota', 'withheld'], ['provinsi', 'withheld'],
    ]);
  });

  it('hides both numbers of a share and of a rate, also when only its numerator is of few', () => {
    const rate = withheld({ figure: 'follow-up-rate', by: ['employer', 'class'], filters: { employer: ['74.07'] } });
    expect(rate.cells).toEqual([
      { key: { employer: '74.07', class: 'discipline' }, label: expect.anything(), value: null, withheld: true },
      { key: { employer: '74.07', class: 'ethics' }, label: expect.anything(), value: null, withheld: true },
    ]);
    const share = withheld({ figure: 'share', of: 'recommended', by: ['class'], filters: { employer: ['74.07'] } });
    expect(share.cells.map(({ value, withheld: hidden }) => [value, hidden])).toEqual([[null, true], [null, true]]);
    expect(share.remainder).toEqual({ value: 100, numerator: 5, denominator: 5 });
  });

  it('counts a person once in violations, however many categories', () => {
    const matter = { doc: 0, employer: '74.07', positionGroup: 'jpt', categories: 'sosmed|spanduk|foto-simbol', reportedOn: d('2020-09-01') };
    const registered = (persons: number) => modelsOf({ complaintPersons: Array.from({ length: persons }, (_, slot) => ({ ...matter, slot })) });
    const asking = { figure: 'violations', unit: 'violations', by: ['employer', 'positionGroup'], withhold: true } as const;
    expect(ask(registered(2), asking).cells.map(({ value }) => value)).toEqual([null]);
    expect(ask(registered(3), asking).cells.map(({ value }) => value)).toEqual([9]);
  });

  it('never shows a joined cell of one or two persons', () =>
    fc.assert(
      fc.property(randomModels, fc.constantFrom(...dimensionsOf('settled').filter((dimension) => dimension !== 'employer')), (random, dimension) => {
        const asking = { figure: 'settled', by: ['employer', dimension], asOf: d('2020-09-20') } as const;
        const shown = new Set(ask(random, { ...asking, withhold: true }).cells.filter(({ value }) => value !== null).map(({ key }) => JSON.stringify(key)));
        const own = ['employerKind', 'regionType', 'province'].includes(dimension);
        for (const { key, value } of ask(random, asking).cells) if (own || value! < 3) expect(shown.has(JSON.stringify(key))).toBe(own || value === 0);
      }),
    ));
});

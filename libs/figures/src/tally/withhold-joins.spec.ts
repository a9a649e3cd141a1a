import fc from 'fast-check';
import { dimensionsOf } from '../figures/catalogue';
import { ask, d, modelsOf, type Asking } from '../testing/models.builder';
import { randomModels } from '../testing/random-models';

const letter = (doc: number, employer: string, sanctions: readonly string[]) =>
  sanctions.map((sanction, slot) => ({ doc, slot, employer, sanction, issuedOn: d('2020-09-01') }));
const models = modelsOf({
  letterPersons: [
    // One letter of four, of whom one has the heaviest sanction; two letters of three.
    ...letter(0, '35.06', ['discipline-heavy', 'moral-open', 'moral-open', 'moral-open']),
    ...letter(1, '74.07', ['discipline-heavy', 'discipline-heavy', 'discipline-heavy']),
    ...letter(2, '35.08', ['discipline-heavy', 'discipline-heavy', 'discipline-heavy', 'discipline-heavy']),
  ],
  complaintPersons: ['jpt', 'fungsional', 'fungsional'].map((positionGroup, slot) => ({ doc: 0, slot, employer: '35.06', positionGroup, categories: 'sosmed', reportedOn: d('2020-08-01') })),
  blockFlows: ['2020-10-01', '2020-10-02', '2020-10-02', '2020-10-02', '2020-10-03', '2020-10-03', '2020-10-03'].map((day, doc) => ({
    doc, slot: 0, employer: '35.06', office: 'BKN-2', scope: 'data', ground: 'unfollowed', direction: 1, day: d(day),
  })),
});
const withheld = (asking: Asking) => ask(models, { ...asking, withhold: true });
const cells = (asking: Asking) => withheld(asking).cells.map(({ key, value }) => [...Object.values(key), value]);

describe('what the public cannot work out', () => {
  it('is a person behind a letter or report: those with the traits asked count, not all that it names', () => {
    const heavy = { employer: ['35.06'], sanction: ['discipline-heavy'] };
    for (const unit of ['persons', 'recommendations'] as const) expect(withheld({ figure: 'recommended', unit, filters: heavy })).toMatchObject({ total: null, remainder: null });
    expect(withheld({ figure: 'reported', unit: 'reports', filters: { employer: ['35.06'], positionGroup: ['jpt'] } }).total).toBeNull();
    expect(withheld({ figure: 'reported', unit: 'reports', filters: { employer: ['35.06'], category: ['sosmed'] } }).total).toBe(1);
  });

  it('is the value of one code of several: a join with several values in a filter is withheld whole', () => {
    for (const filters of [
      { employer: ['35.06'], sanction: ['discipline-heavy', 'moral-open'] }, { employer: ['35.06', '74.07'], sanction: ['discipline-heavy'] },
      { province: ['35'], regionType: ['kabupaten', 'kota'], class: ['discipline'] },
    ]) expect(withheld({ figure: 'recommended', filters })).toMatchObject({ total: null, remainder: null });
    expect(withheld({ figure: 'recommended', by: ['employer'], filters: { class: ['discipline', 'ethics'] } })).toMatchObject({ cells: [], total: null, remainder: null });
    expect(withheld({ figure: 'recommended', filters: { employer: ['35.06', '74.07'] } }).total).toBe(7);
    expect(withheld({ figure: 'recommended', filters: { sanction: ['discipline-heavy', 'moral-open'] } }).total).toBe(11);
  });

  it('is a single withheld cell, by taking the others from the total: the next smallest is withheld with it', () => {
    expect(cells({ figure: 'recommended', by: ['employer'], filters: { sanction: ['discipline-heavy'] } })).toEqual([['74.07', 3], ['35.06', null], ['35.08', null]]);
    expect(withheld({ figure: 'recommended', by: ['employer'], filters: { sanction: ['discipline-heavy'] } })).toMatchObject({ total: 8, remainder: 5 });
    expect(cells({ figure: 'recommended', by: ['sanction'], filters: { employer: ['35.06'] } }).filter(([, value]) => value === null).map(([key]) => key)).toEqual(['discipline-heavy', 'moral-open']);
  });

  it('is the same cell from whichever side it is asked', () => {
    const sides = [
      { figure: 'recommended', by: ['employer', 'sanction'] }, { figure: 'recommended', by: ['employer'], filters: { sanction: ['discipline-heavy'] } },
      { figure: 'recommended', by: ['sanction'], filters: { employer: ['35.08'] } },
    ] as const;
    for (const asking of sides) expect(withheld(asking).cells.find(({ key }) => (key['employer'] ?? '35.08') === '35.08' && (key['sanction'] ?? 'discipline-heavy') === 'discipline-heavy')).toMatchObject({ value: null });
    expect(withheld({ figure: 'recommended', filters: { employer: ['35.08'], sanction: ['discipline-heavy'] } }).total).toBeNull();
  });

  it('is the day of a person, by a series of a flow or a flow of fewer days than the whole', () => {
    const span = { from: d('2020-10-01'), until: d('2020-10-03') };
    const flow = { figure: 'blocks', unit: 'personnel-records' } as const;
    expect(cells({ ...flow, ...span, by: ['employer'], series: 'day' }).map(([day, , value]) => [day, value])).toEqual([['2020-10-01', null], ['2020-10-02', null], ['2020-10-03', 3]]);
    expect(cells({ ...flow, ...span, filters: { employer: ['35.06'] }, series: 'day' }).map(([, value]) => value)).toEqual([null, null, 3]);
    expect(withheld({ ...flow, from: d('2020-10-01'), until: d('2020-10-01'), narrowed: true, filters: { employer: ['35.06'] } }).total).toBeNull();
    expect(withheld({ ...flow, from: d('2020-10-01'), until: d('2020-10-01'), narrowed: true }).total).toBe(1);
    expect(withheld({ ...flow, from: d('2020-01-01'), until: d('2020-10-01'), filters: { employer: ['35.06'] } }).total).toBe(1);
  });

  it('is never one withheld cell alone: the remainder holds two, or is withheld itself', () =>
    fc.assert(
      fc.property(randomModels, fc.constantFrom(...dimensionsOf('settled').filter((dimension) => dimension !== 'employer')), fc.boolean(), (random, dimension, letters) => {
        const asking = { figure: 'settled', unit: letters ? 'recommendations' : 'persons', asOf: d('2020-09-20') } as const;
        for (const { key } of ask(random, { ...asking, by: [dimension] }).cells) {
          const answer = ask(random, { ...asking, by: ['employer'], filters: { [dimension]: [key[dimension]!] }, withhold: true });
          if (answer.cells.filter((cell) => cell.withheld === true).length === 1) expect(answer).toMatchObject({ total: null, remainder: null });
        }
      }),
    ));
});

import { ask, d, modelsOf } from '../testing/models.builder';

const models = modelsOf({
  letterPersons: [1, 3, 2, 3].flatMap((persons, doc) => Array.from({ length: persons }, (_, slot) => ({ doc, slot, employer: '74.07', sanction: 'moral-open', issuedOn: d('2020-09-01') + doc }))),
});

describe('a list cut to its top', () => {
  it('keeps the largest days, not the first, and shows them in order; of equal ones the earlier', () => {
    const top = (most: number) => ask(models, { figure: 'recommended', by: ['day'], top: most });
    expect(top(2).cells.map(({ key, value }) => [key['day'], value])).toEqual([['2020-09-02', 3], ['2020-09-04', 3]]);
    expect(top(1)).toMatchObject({ cells: [{ key: { day: '2020-09-02' } }], total: 9, remainder: 6 });
  });
});

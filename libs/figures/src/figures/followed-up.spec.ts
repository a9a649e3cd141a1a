import { ask, cellsOf, d, modelsOf } from '../testing/models.builder';

// Two letters to Wakatobi (74.07), one to Makassar (73.71), one to a ministry.
const person = { issuedOn: d('2020-09-01'), employer: '74.07', sanction: 'moral-open' };
const models = modelsOf({
  letterPersons: [
    { ...person, doc: 0, slot: 0, settledOn: d('2020-10-01'), sanctionImposed: 'moral-closed' },
    { ...person, doc: 0, slot: 1, sanction: 'discipline-heavy', startedOn: d('2020-09-20') },
    { ...person, doc: 0, slot: 2, sanction: 'discipline-light', withdrawnOn: d('2020-10-20') },
    { ...person, doc: 1, slot: 0, settledOn: d('2020-10-02'), sanctionImposed: 'moral-open' },
    { ...person, doc: 1, slot: 1, settledOn: d('2020-10-12'), sanctionImposed: 'separated' },
    { ...person, doc: 2, slot: 0, employer: '73.71' },
    { ...person, doc: 3, slot: 0, employer: 'pusat.kemenag', issuedOn: d('2020-10-26') },
    { ...person, doc: 4, slot: 0, issuedOn: d('2020-10-27') },
    { ...person, doc: 5, slot: 0, season: 'pilkada-2015' },
  ],
});
const total = (figure: 'recommended' | 'settled' | 'in-process' | 'pending', unit: 'persons' | 'recommendations', more = {}) => ask(models, { figure, unit, ...more }).total;

describe('the follow-up of letters', () => {
  it('counts persons of letters in effect by their state, the withdrawn nowhere', () => {
    expect(total('recommended', 'persons')).toBe(6);
    expect(total('settled', 'persons')).toBe(3);
    expect(total('in-process', 'persons')).toBe(1);
    expect(total('pending', 'persons')).toBe(3);
  });

  it('counts letters: closed when all persons left are settled, in process when one is started or settled', () => {
    expect(total('recommended', 'recommendations')).toBe(4);
    expect(total('settled', 'recommendations')).toBe(1);
    expect(total('in-process', 'recommendations')).toBe(1);
    expect(total('pending', 'recommendations')).toBe(3);
  });

  it('looks at days on or before the day asked', () => {
    expect(total('recommended', 'persons', { asOf: d('2020-10-19') })).toBe(6);
    expect(total('settled', 'persons', { asOf: d('2020-10-11') })).toBe(2);
    expect(total('in-process', 'recommendations', { asOf: d('2020-09-19') })).toBe(0);
    expect(total('recommended', 'persons', { asOf: d('2020-08-31') })).toBe(0);
  });

  it('puts a letter under the heaviest sanction among its persons not withdrawn, a person under its own', () => {
    expect(cellsOf(ask(models, { figure: 'recommended', unit: 'recommendations', by: ['sanction'] }))).toEqual({
      'moral-open': 3, 'discipline-heavy': 1, 'discipline-light': 0, 'discipline-medium': 0, 'moral-closed': 0,
    });
    expect(cellsOf(ask(models, { figure: 'recommended', by: ['class'] }))).toEqual({ ethics: 5, discipline: 1 });
  });

  it('breaks the settled down by what settled them', () => {
    expect(cellsOf(ask(models, { figure: 'settled', by: ['sanctionImposed'] }))).toMatchObject({ 'moral-closed': 1, 'moral-open': 1, separated: 1, 'discipline-heavy': 0 });
    expect(cellsOf(ask(models, { figure: 'settled', unit: 'recommendations', by: ['sanctionImposed'] }))).toMatchObject({ 'moral-open': 1, separated: 0 });
  });

  it('dates the recommended and pending by the letter, the settled by their own day, a letter by its last person', () => {
    expect(cellsOf(ask(models, { figure: 'pending', by: ['day'] }))).toEqual({ '2020-09-01': 2, '2020-10-26': 1 });
    expect(cellsOf(ask(models, { figure: 'settled', by: ['day'] }))).toEqual({ '2020-10-01': 1, '2020-10-02': 1, '2020-10-12': 1 });
    expect(cellsOf(ask(models, { figure: 'settled', unit: 'recommendations', by: ['day'] }))).toEqual({ '2020-10-12': 1 });
  });

  it('leaves what is central out of the regions, in the remainder', () => {
    const { cells, remainder, total: all } = ask(models, { figure: 'recommended', by: ['regionType'] });
    expect(cells.map(({ key, label, value }) => [key, label.id, value])).toEqual([
      [{ regionType: 'kabupaten' }, 'Kabupaten', 4], [{ regionType: 'kota' }, 'Kota', 1], [{ regionType: 'provinsi' }, 'Provinsi', 0],
    ]);
    expect([remainder, all]).toEqual([1, 6]);
  });

  it('gives a rate in per cent with both numbers, highest first', () => {
    const rate = ask(models, { figure: 'follow-up-rate', by: ['province'] });
    expect(rate.total).toEqual({ value: 50, numerator: 3, denominator: 6 });
    expect(rate.cells.map(({ key, value, numerator, denominator }) => [key.province, value, numerator, denominator])).toEqual([['74', 75, 3, 4], ['73', 0, 0, 1]]);
    expect(rate.remainder).toEqual({ value: 0, numerator: 0, denominator: 1 });
    expect(ask(models, { figure: 'follow-up-rate', asOf: d('2019-12-31') }).total).toEqual({ value: null, numerator: 0, denominator: 0 });
  });

  it('knows only what was recorded by then', () => {
    const row = { ...person, doc: 0, slot: 0 };
    const known = modelsOf({ letterPersons: [{ ...row, from: 3 }, { ...row, from: 7, settledOn: d('2020-09-02') }, { ...row, from: 9, present: false }] });
    const at = (ordinal: number) => [ask(known, { figure: 'recommended', ordinal }).total, ask(known, { figure: 'settled', ordinal }).total];
    expect([-1, 2, 3, 6, 7, 8, 9].map(at)).toEqual([[0, 0], [0, 0], [1, 0], [1, 0], [1, 1], [1, 1], [0, 0]]);
  });
});

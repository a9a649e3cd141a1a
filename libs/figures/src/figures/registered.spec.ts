import { ask, cellsOf, d, modelsOf } from '../testing/models.builder';

const person = { reportedOn: d('2020-06-10'), employer: '74.07', positionGroup: 'jpt', categories: 'sosmed|spanduk|sosmed', kind: 'finding', stage: 'before-candidates' };
const models = modelsOf({
  reportPersons: [
    { ...person, doc: 0, slot: 1, employer: '52', positionGroup: 'fungsional' },
    { ...person, doc: 0, slot: 0 },
    { ...person, doc: 1, slot: 0, categories: 'spanduk', kind: 'report', dismissedOn: d('2020-06-20'), dismissReason: 'expired' },
    { ...person, doc: 2, slot: 0, reportedOn: d('2020-06-30'), forwardedOn: d('2020-06-12') },
  ],
  complaintPersons: [
    { ...person, doc: 0, slot: 0, returnedOn: d('2020-06-12'), returnReason: 'no-study' },
    { ...person, doc: 0, slot: 1, returnedOn: d('2020-06-11'), returnReason: 'other', positionGroup: 'unknown' },
    { ...person, doc: 1, slot: 0, employer: 'pusat.kemenag', notProvenOn: d('2020-06-15'), notProvenReason: 'not-proven' },
  ],
});
const june = d('2020-06-26');

describe('the registers', () => {
  it('count persons or reports, each agency its own', () => {
    expect(ask(models, { figure: 'reported', asOf: june }).total).toBe(3);
    expect(ask(models, { figure: 'reported', asOf: june, register: 'bawaslu' }).total).toBe(3);
    expect(ask(models, { figure: 'reported', asOf: june, register: 'bawaslu', unit: 'reports' }).total).toBe(2);
    expect(ask(models, { figure: 'reported', register: 'bawaslu', unit: 'reports' }).total).toBe(3);
  });

  it('put a report whose persons differ under its first person', () => {
    const by = (dimension: 'employer' | 'positionGroup') => cellsOf(ask(models, { figure: 'reported', asOf: june, register: 'bawaslu', unit: 'reports', by: [dimension] }));
    expect(by('employer')).toEqual({ '74.07': 2 });
    expect(by('positionGroup')).toMatchObject({ jpt: 2, fungsional: 0, unknown: 0 });
  });

  it('put what is reported under the first category stated, and violations under each distinct one', () => {
    const asking = { asOf: june, register: 'bawaslu', by: ['category'] } as const;
    expect(cellsOf(ask(models, { ...asking, figure: 'reported' }))).toEqual({ sosmed: 2, spanduk: 1 });
    expect(cellsOf(ask(models, { ...asking, figure: 'violations', unit: 'violations' }))).toEqual({ spanduk: 3, sosmed: 2 });
    expect(ask(models, { figure: 'violations', unit: 'violations', asOf: june, register: 'bawaslu', filters: { positionGroup: ['jpt'] } }).total).toBe(3);
  });

  it('know kind and stage in Bawaslu’s alone', () =>
    expect(cellsOf(ask(models, { figure: 'reported', asOf: june, register: 'bawaslu', by: ['kind', 'stage'] }))).toEqual({ 'finding before-candidates': 2, 'report before-candidates': 1 }));

  it('count what was dismissed, forwarded, returned or not proven only among what is registered', () => {
    expect(ask(models, { figure: 'dismissed', unit: 'reports', asOf: june }).total).toBe(1);
    expect(ask(models, { figure: 'dismissed', unit: 'reports', asOf: d('2020-06-19') }).total).toBe(0);
    expect(ask(models, { figure: 'forwarded', unit: 'reports', asOf: june }).total).toBe(0);
    expect(ask(models, { figure: 'forwarded', unit: 'reports' }).total).toBe(1);
    expect(ask(models, { figure: 'returned', unit: 'persons', asOf: june }).total).toBe(2);
    expect(ask(models, { figure: 'returned', unit: 'reports', asOf: june }).total).toBe(1);
    expect(cellsOf(ask(models, { figure: 'not-proven', unit: 'reports', asOf: june, by: ['reason', 'day'] }))).toEqual({ 'not-proven 2020-06-15': 1 });
  });

  it('give a report whose persons were returned on several days the earliest, with that day’s reason', () => {
    const returned = (day: string) => cellsOf(ask(models, { figure: 'returned', unit: 'reports', asOf: d(day), by: ['reason', 'day'] }));
    expect([returned('2020-06-11'), returned('2020-06-26')]).toEqual([{ 'other 2020-06-11': 1 }, { 'other 2020-06-11': 1 }]);
    const sameDay = modelsOf({ complaintPersons: ['outside-authority', 'incomplete', 'no-study'].map((returnReason, slot) => ({ ...person, doc: 0, slot, returnReason, returnedOn: d('2020-06-12') })) });
    expect(cellsOf(ask(sameDay, { figure: 'returned', unit: 'reports', by: ['reason'] }))).toEqual({ incomplete: 1 });
  });
});

describe('a share', () => {
  it('gives each cell over the base with both numbers; unknown is not ranked but remains', () => {
    const share = ask(models, { figure: 'share', of: 'reported', by: ['positionGroup'], asOf: june });
    expect(share.cells.map(({ key, value, numerator, denominator }) => [key.positionGroup, value, numerator, denominator])[0]).toEqual(['jpt', 66.7, 2, 3]);
    expect(share.cells.map(({ key }) => key.positionGroup)).not.toContain('unknown');
    expect(share.total).toEqual({ value: 100, numerator: 3, denominator: 3 });
    expect(share.remainder).toEqual({ value: 33.3, numerator: 1, denominator: 3 });
  });
});

describe('the top employers', () => {
  it('stand by count, ties by code, ministries among them; the rest remains', () => {
    const top = ask(models, { figure: 'top-employers', of: 'reported', asOf: june, top: 1 });
    expect(top.cells.map(({ key, label, value }) => [key.employer, label.en, value])).toEqual([['74.07', 'Wakatobi Regency', 2]]);
    expect([top.total, top.remainder]).toEqual([3, 1]);
    expect(ask(models, { figure: 'top-employers', of: 'reported', register: 'bawaslu', asOf: june }).cells.map(({ key }) => key.employer)).toEqual(['74.07', '52']);
  });
});

import { ask, d, modelsOf, questionOf } from '../testing/models.builder';
import { employerSummary } from './employer-summary';
import { letterOf } from './letters';

const letter = { slot: 0, sanction: 'moral-open', issuedOn: d('2020-09-01') };
const models = modelsOf({
  letterPersons: [
    { ...letter, doc: 0, employer: '74.07', disputedOn: d('2020-10-26') },
    { ...letter, doc: 1, employer: '74.07', settledOn: d('2020-09-02'), disputedOn: d('2020-10-27') },
    { ...letter, doc: 2, employer: '52' },
    { ...letter, doc: 3, employer: '74.07', issuedOn: d('2020-10-27') },
  ],
  complaintPersons: [{ doc: 0, employer: '74.07', reportedOn: d('2020-08-01') }],
});

describe('the figures of one employer', () => {
  const { figures, rules } = employerSummary(questionOf({ figure: 'overdue' }), '74.07', models);
  const total = (figure: string, unit = 'persons') => figures.find((each) => each.figure === figure && each.unit === unit)?.total;

  it('are those that the figures give when filtered by it', () => {
    expect([total('reported'), total('recommended'), total('settled'), total('pending', 'recommendations'), total('overdue', 'recommendations')]).toEqual([1, 2, 1, 1, 1]);
    expect(total('follow-up-rate')).toEqual({ value: 50, numerator: 1, denominator: 2 });
    expect(rules).toEqual([{ id: 'ppk-14-calendar', version: 1 }]);
    for (const { figure, unit, total: given } of figures) expect(given).toEqual(ask(models, { figure, unit, filters: { employer: ['74.07'] } }).total);
  });
});

describe('one letter', () => {
  it('is given with its state on the day, and whether it was disputed by then', () => {
    expect(letterOf(questionOf({ figure: 'overdue' }), 0, models)).toMatchObject({ doc: 0, state: 'overdue', daysOverdue: 41, disputed: true, rules: [{ version: 1 }] });
    expect(letterOf(questionOf({ figure: 'overdue' }), 1, models)).toMatchObject({ state: 'closed', daysOverdue: 0, dueOn: d('2020-09-15'), disputed: false });
  });

  it('is none before its date, and none that was never known', () => {
    expect(letterOf(questionOf({ figure: 'overdue' }), 3, models)).toBeUndefined();
    expect(letterOf(questionOf({ figure: 'overdue' }), 77, models)).toBeUndefined();
    expect(letterOf(questionOf({ figure: 'overdue', ordinal: -1 }), 0, models)).toBeUndefined();
  });
});

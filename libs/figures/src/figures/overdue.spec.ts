import { selectLetters } from '../lists/letters';
import { ask, cellsOf, d, modelsOf, questionOf, ruleOf, fourteenCalendarDays, type PlainRule } from '../testing/models.builder';

const letter = (doc: number, employer: string, issuedOn: string, more = {}) => ({ doc, slot: 0, employer, issuedOn: d(issuedOn), sanction: 'moral-open', ...more });
const rows = [
  letter(0, '74.07', '2020-10-11'), // due on the 25th
  letter(1, '74.07', '2020-10-12'), // due on the 26th: not past it
  letter(2, '74.07', '2020-09-01', { settledOn: d('2020-10-25') }),
  letter(3, '52', '2020-09-01', { deliveredOn: d('2020-10-15') }),
  letter(3, '52', '2020-09-01', { slot: 1, settledOn: d('2020-09-02') }),
  letter(3, '52', '2020-09-01', { slot: 2, startedOn: d('2020-09-02') }),
  letter(4, 'pusat.kemenag', '2020-06-01'),
  letter(5, '74.07', '2020-10-01', { withdrawnOn: d('2020-10-02') }),
  letter(6, '74.07', '2020-09-25'),
];
const working = ruleOf('ppk-10-working', { days: 10, dayKind: 'working', calendarId: 'id-2020' });
const delivered = ruleOf('ppk-14-delivered', { from: 'delivered' });
const holidays = (dates: readonly string[]): PlainRule => ({
  type: 'HolidayCalendarAdopted',
  data: { calendarId: 'id-2020', adoptedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31', days: dates.map((date) => ({ date, kind: 'holiday', label: { id: '-', en: '-' } })), basis: '-' },
});
const models = modelsOf({ letterPersons: rows }, [fourteenCalendarDays, working, delivered, holidays([]), holidays(['2020-10-13'])]);

describe('overdue', () => {
  it('counts open letters past their due day, not on it; their unsettled persons; the regions that hold one', () => {
    expect(ask(models, { figure: 'overdue', unit: 'recommendations' }).total).toBe(4);
    expect(ask(models, { figure: 'overdue', unit: 'persons' }).total).toBe(5);
    expect(ask(models, { figure: 'overdue', unit: 'regions' }).total).toBe(2);
    expect(ask(models, { figure: 'overdue', unit: 'recommendations', asOf: d('2020-10-27') }).total).toBe(5);
  });

  it('is broken down by how long, a region under its oldest overdue letter', () => {
    expect(cellsOf(ask(models, { figure: 'overdue', unit: 'recommendations', by: ['ageBand'] }))).toEqual({ '1-7': 1, '15-30': 1, '31-90': 1, 'over-90': 1 });
    expect(cellsOf(ask(models, { figure: 'overdue', unit: 'regions', by: ['ageBand'] }))).toEqual({ '15-30': 1, '31-90': 1 });
    expect(cellsOf(ask(models, { figure: 'overdue', unit: 'regions', by: ['regionType'] }))).toEqual({ kabupaten: 1, provinsi: 1, kota: 0 });
  });

  it('names the rule it used, and the one in force when there was nothing to look at', () => {
    const inForce = { rules: [{ id: 'ppk-14-calendar', version: 1 }], calendars: [] };
    expect(ask(models, { figure: 'overdue', unit: 'recommendations' })).toMatchObject({ ...inForce, notes: [] });
    expect(ask(models, { figure: 'overdue', unit: 'recommendations', asOf: d('2020-01-02') })).toMatchObject({ total: 0, ...inForce });
    expect(ask(models, { figure: 'recommended' })).toMatchObject({ rules: [], calendars: [] });
  });

  it('asks what would be under another rule, in its calendar as known or as asked, and says that it is hypothetical', () => {
    const letters = { figure: 'overdue', unit: 'recommendations', rule: 'ppk-10-working', asOf: d('2020-10-25'), filters: { employer: ['74.07'] } } as const;
    const known = ask(models, letters);
    expect(known).toMatchObject({ total: 1, rules: [{ id: 'ppk-10-working', version: 1 }], calendars: [{ id: 'id-2020', version: 2 }] });
    expect(known.notes.map(({ en }) => en)).toEqual(['Hypothetical: rule ppk-10-working for all letters, not the one in force']);
    const due = (calendar: string) => selectLetters(questionOf({ ...letters, calendar }), { employer: ['74.07'], state: 'open' }, 'issuedOn', models);
    expect(due('known').letters.map(({ dueOn }) => dueOn)).toEqual([d('2020-10-09'), d('2020-10-26'), d('2020-10-27')]);
    expect(due('id-2020@1').letters.map(({ dueOn }) => dueOn)).toEqual([d('2020-10-09'), d('2020-10-23'), d('2020-10-26')]);
    expect(due('id-2020@1').calendars).toEqual([{ id: 'id-2020', version: 1 }]);
  });

  it('is never of what is not known to be delivered, under a rule that counts from delivery', () => {
    const answer = ask(models, { figure: 'overdue', unit: 'recommendations', rule: 'ppk-14-delivered', asOf: d('2020-10-30') });
    expect(answer.total).toBe(1);
    expect(answer.notes.map(({ en }) => en)).toContain('4 open letters of the season are not known to be delivered, so not due yet');
    expect(ask(models, { figure: 'overdue', unit: 'recommendations', rule: 'ppk-14-delivered', asOf: d('2020-10-29') }).total).toBe(0);
  });

  it('takes each letter by the rule that was valid on its own date', () => {
    const twoRules = [fourteenCalendarDays, ruleOf('ppk-10-calendar', { days: 10, validFrom: '2020-10-12' })];
    const answer = ask(modelsOf({ letterPersons: rows }, twoRules), { figure: 'overdue', unit: 'recommendations' });
    expect(answer.total).toBe(5);
    expect(answer.rules.map(({ id }) => id)).toEqual(['ppk-10-calendar', 'ppk-14-calendar']);
  });

  it('has no due day where no rule was in force', () => {
    const answer = ask(modelsOf({ letterPersons: rows }, [ruleOf('ppk-14-calendar', { validFrom: '2020-10-12' })]), { figure: 'overdue', unit: 'recommendations' });
    expect(answer.total).toBe(0);
    expect(answer.notes.map(({ en }) => en)).toEqual(['4 open letters of the season have no deadline rule on their date']);
  });
});

describe('the list of letters', () => {
  const question = questionOf({ figure: 'overdue' });
  const docs = (state: 'open' | 'overdue' | 'closed' | 'withdrawn', order: 'daysOverdue' | 'issuedOn' = 'daysOverdue') =>
    selectLetters(question, { state }, order, models).letters.map(({ doc }) => doc);

  it('holds the letters of a state, longest overdue first; the open include the overdue', () => {
    expect(docs('overdue')).toEqual([4, 3, 6, 0]);
    expect(docs('open')).toEqual([4, 3, 6, 0, 1]);
    expect(docs('open', 'issuedOn')).toEqual([4, 3, 6, 0, 1]);
    expect(docs('closed')).toEqual([2]);
    expect(docs('withdrawn')).toEqual([5]);
  });

  it('says of a letter what became of its persons', () =>
    expect(selectLetters(question, { employer: ['52'] }, 'issuedOn', models).letters).toEqual([{
      doc: 3, issuedOn: d('2020-09-01'), dueOn: d('2020-09-15'), daysOverdue: 41, state: 'overdue', employer: '52', deliveredOn: d('2020-10-15'), disputed: false,
      persons: { recommended: 3, settled: 1, inProcess: 1, notStarted: 1, withdrawn: 0 },
    }]));

  it('is filtered by what the employer is and by due days', () => {
    const of = (filters: object) => selectLetters(question, filters, 'issuedOn', models).letters.map(({ doc }) => doc);
    expect(of({ employerKind: ['central'] })).toEqual([4]);
    expect(of({ regionType: ['provinsi'] })).toEqual([3]);
    expect(of({ province: ['74'], dueFrom: d('2020-10-15'), dueUntil: d('2020-10-25') })).toEqual([5, 0]);
  });
});

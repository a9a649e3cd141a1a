import { figureOf, figures, unitsOf } from '../figures/catalogue';
import { d, fourteenCalendarDays, rulebookOf } from '../testing/models.builder';
import { validateQuestion, type Asked } from './validate-question';
import { validateRules } from './validate-rules';

const asked = (more: Partial<Asked> & Pick<Asked, 'figure'>): Asked => ({ by: [], filters: {}, asOf: d('2020-10-26'), ...more });
const problems = (more: Partial<Asked> & Pick<Asked, 'figure'>) => validateQuestion(asked(more));
const [june, july] = [d('2020-06-01'), d('2020-07-01')];

describe('a question', () => {
  it('may ask every figure for each of its units, by each of its dimensions', () => {
    for (const { id, dimensions, bawasluOnly } of figures.filter((figure) => !('bases' in figure))) {
      for (const unit of unitsOf(id)) {
        for (const dimension of dimensions) {
          const register = (bawasluOnly ?? []).includes(dimension) ? { register: 'bawaslu' as const } : {};
          expect(problems({ figure: id, unit, by: [dimension], ...register })).toEqual([]);
        }
      }
    }
  });

  it('may ask for the share and the ranking of every base', () => {
    for (const id of ['share', 'top-employers'] as const) {
      const figure = figureOf(id);
      const bases = 'bases' in figure ? figure.bases : [];
      expect(bases.length).toBeGreaterThan(9);
      for (const of of bases) expect(problems({ figure: id, of, by: id === 'share' ? [figureOf(of).dimensions[0]!] : [], top: 5 })).toEqual([]);
    }
  });

  it.each([
    ['a unit the figure does not count', { figure: 'overdue', unit: 'reports' }, { parameter: 'unit', found: 'reports', expected: 'one of recommendations, persons, regions' }],
    ['a dimension it does not have', { figure: 'dismissed', by: ['employer'] }, { parameter: 'by', found: 'employer', expected: 'one of reason, day' }],
    ['three dimensions', { figure: 'overdue', by: ['employer', 'province', 'ageBand'] }, { parameter: 'by', found: 'employer,province,ageBand', expected: 'at most two dimensions' }],
    ['a dimension twice', { figure: 'overdue', by: ['employer', 'employer'] }, { parameter: 'by', found: 'employer,employer', expected: 'each dimension once' }],
    ['a stage of the recommender’s register', { figure: 'violations', by: ['stage'] }, { parameter: 'by', found: 'stage' }],
    ['a register where there is one only', { figure: 'overdue', register: 'bawaslu' }, { parameter: 'register', found: 'bawaslu' }],
    ['a filter it does not have', { figure: 'recommended', filters: { office: ['pusat'] } }, { parameter: 'office', found: 'pusat' }],
    ['a region that never was', { figure: 'overdue', filters: { employer: ['99.99'] } }, { parameter: 'employer', found: '99.99', expected: 'a code of the vocabulary employers' }],
    ['a province that is none', { figure: 'overdue', filters: { province: ['74.07'] } }, { parameter: 'province', found: '74.07', expected: 'a code of a province, two digits' }],
    ['a type of region that is none', { figure: 'overdue', filters: { regionType: ['kota', 'desa'] } }, { parameter: 'regionType', found: 'desa', expected: 'one of provinsi, kabupaten, kota' }],
    ['a day that is none', { figure: 'recommended', filters: { day: ['2020-02-30'] } }, { parameter: 'day', found: '2020-02-30', expected: 'a day that exists, YYYY-MM-DD' }],
    ['a kind of anomaly that is none', { figure: 'anomalies', filters: { kind: ['finding'] } }, { parameter: 'kind', found: 'finding' }],
    ['a base where there is none', { figure: 'overdue', of: 'reported' }, { parameter: 'of', found: 'reported', expected: 'nothing: overdue has no base' }],
    ['a share of nothing', { figure: 'share', by: ['employer'] }, { parameter: 'of', found: 'nothing' }],
    ['a share of a rate', { figure: 'share', of: 'follow-up-rate', by: ['employer'] }, { parameter: 'of', found: 'follow-up-rate' }],
    ['a share by nothing', { figure: 'share', of: 'reported' }, { parameter: 'by', found: 'nothing', expected: 'one dimension' }],
    ['a ranking by something else', { figure: 'top-employers', of: 'reported', by: ['province'] }, { parameter: 'by', found: 'province', expected: 'employer, or nothing' }],
    ['the days of what is no flow', { figure: 'overdue', from: june }, { parameter: 'from' }],
    ['days in the wrong order', { figure: 'blocks', from: july, until: june }, { parameter: 'from' }],
    ['a flow beyond the day asked', { figure: 'blocks', until: d('2020-10-27') }, { parameter: 'until' }],
    ['a series of eighteen thousand days', { figure: 'pending', series: 'day', from: d('1970-01-01') }, { parameter: 'series', expected: 'at most 4000 periods from the first day to the last' }],
    ['a series of days by day', { figure: 'pending', series: 'day', by: ['day'] }, { parameter: 'by', found: 'day' }],
    ['the largest of nothing', { figure: 'overdue', top: 3 }, { parameter: 'top', found: '3' }],
    ['the largest none', { figure: 'overdue', by: ['employer'], top: 0 }, { parameter: 'top', found: '0' }],
  ] as const)('is refused for %s', (_, asking, problem) => expect(problems(asking as never)).toEqual([expect.objectContaining(problem)]));

  it('is refused for all that is wrong with it', () =>
    expect(problems({ figure: 'overdue', unit: 'reports', top: 3, filters: { scope: ['data'] } }).map(({ parameter }) => parameter)).toEqual(['unit', 'scope', 'top']));
});

describe('the rule and calendar of a question', () => {
  const calendarAdopted = { type: 'HolidayCalendarAdopted', data: { calendarId: 'id-2020', adoptedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31', days: [], basis: '-' } } as const;
  const reprimand = { ...fourteenCalendarDays, data: { ...(fourteenCalendarDays.data as object), ruleId: 'reprimand-3', appliesTo: 'reprimand' } };
  const book = rulebookOf([fourteenCalendarDays, calendarAdopted, calendarAdopted, reprimand]);
  const parameters = (rule: string, calendar: string) => validateRules({ rule, calendar }, book).map(({ parameter }) => parameter);

  it.each([['in-force', 'known'], ['ppk-14-calendar', 'id-2020@1'], ['ppk-14-calendar@1', 'id-2020@2']])('may be %s and %s', (rule, calendar) => expect(parameters(rule, calendar)).toEqual([]));

  it.each([['ppk-15', 'known', 'rule'], ['ppk-14-calendar@2', 'known', 'rule'], ['ppk-14-calendar@', 'known', 'rule'], ['reprimand-3', 'known', 'rule'],
    ['in-force', 'id-2020', 'calendar'], ['in-force', 'id-2020@3', 'calendar'], ['in-force', 'id-2020@1@1', 'calendar']])('may not be %s and %s', (rule, calendar, parameter) =>
    expect(parameters(rule, calendar)).toEqual([parameter]));
});

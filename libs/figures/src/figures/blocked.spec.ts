import { ask, cellsOf, d, modelsOf } from '../testing/models.builder';

const span = { employer: 'pusat.kemenag', office: 'pusat', ground: 'not-followed-up', scope: 'data' };
const models = modelsOf({
  blockSpans: [
    { ...span, doc: 0, slot: 0, blockedOn: d('2020-10-01'), untilOn: d('2020-10-10') },
    { ...span, doc: 0, slot: 1, blockedOn: d('2020-10-10'), untilOn: d('2020-11-05'), scope: 'both' },
    { ...span, doc: 1, slot: 0, blockedOn: d('2020-11-01'), office: 'kanreg-04', employer: '73.71' },
  ],
  blockFlows: [
    { ...span, doc: 0, slot: 0, direction: 1, day: d('2020-10-01') },
    { ...span, doc: 0, slot: 1, direction: -1, day: d('2020-11-05'), scope: 'both' },
    { ...span, doc: 1, slot: 0, direction: 1, day: d('2020-11-01'), office: 'kanreg-04', employer: '73.71' },
  ],
});
const records = { unit: 'personnel-records' } as const;

describe('blocks of personnel records', () => {
  it('are a stock on a day, up to the day before the record is free', () => {
    const stock = (day: string) => ask(models, { figure: 'blocked', ...records, asOf: d(day) }).total;
    expect(['2020-09-30', '2020-10-01', '2020-10-10', '2020-11-04', '2020-11-05'].map(stock)).toEqual([0, 1, 1, 2, 1]);
  });

  it('stand under what is blocked on the day', () => {
    expect(cellsOf(ask(models, { figure: 'blocked', ...records, asOf: d('2020-10-26'), by: ['scope'] }))).toEqual({ both: 1, data: 0, services: 0 });
    expect(cellsOf(ask(models, { figure: 'blocked', ...records, asOf: d('2020-11-04'), by: ['office'] }))).toEqual({ 'kanreg-04': 1, pusat: 1 });
  });

  it('are flows from a day until a day, both included, as far as the day asked', () => {
    const flow = (figure: 'blocks' | 'unblocks', from: string, until: string, asOf = '2020-11-30') =>
      ask(models, { figure, ...records, from: d(from), until: d(until), asOf: d(asOf) }).total;
    expect(flow('blocks', '2020-10-01', '2020-11-01')).toBe(2);
    expect(flow('blocks', '2020-10-02', '2020-10-31')).toBe(0);
    expect(flow('blocks', '2020-10-01', '2020-11-01', '2020-10-15')).toBe(1);
    expect(flow('unblocks', '2020-11-05', '2020-11-05')).toBe(1);
    expect(ask(models, { figure: 'blocks', ...records, asOf: d('2020-11-30') }).total).toBe(2);
  });

  it('in a series, are counted over each period', () => {
    const series = ask(models, { figure: 'blocks', ...records, series: 'month', from: d('2020-09-15'), until: d('2020-11-15'), asOf: d('2020-11-30') });
    expect(cellsOf(series)).toEqual({ '2020-09-30': 0, '2020-10-31': 1, '2020-11-15': 1 });
    expect(series.total).toBe(2);
  });
});

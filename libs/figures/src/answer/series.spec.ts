import { isoOf } from '@netral/domain';
import fc from 'fast-check';
import { ask, cellsOf, d, modelsOf } from '../testing/models.builder';
import { randomModels } from '../testing/random-models';
import { periods } from './periods';

const models = modelsOf({
  letterPersons: [
    { doc: 0, slot: 0, employer: '74.07', sanction: 'moral-open', issuedOn: d('2020-09-30') },
    { doc: 1, slot: 0, employer: '73.71', sanction: 'moral-open', issuedOn: d('2020-10-04'), settledOn: d('2020-10-06') },
  ],
});

describe('the periods of a series', () => {
  const ends = (step: 'day' | 'week' | 'month', from: string, until: string) => periods(step, d(from), d(until)).map((period) => isoOf(period.until));

  it('end on each day, on Sundays, on the last of each month, and at the last day asked', () => {
    expect(ends('day', '2020-02-28', '2020-03-01')).toEqual(['2020-02-28', '2020-02-29', '2020-03-01']);
    expect(ends('week', '2020-10-01', '2020-10-19')).toEqual(['2020-10-04', '2020-10-11', '2020-10-18', '2020-10-19']);
    expect(ends('week', '2020-10-04', '2020-10-11')).toEqual(['2020-10-04', '2020-10-11']);
    expect(ends('month', '2020-01-31', '2020-03-30')).toEqual(['2020-01-31', '2020-02-29', '2020-03-30']);
    expect(ends('day', '2020-10-02', '2020-10-01')).toEqual([]);
  });

  it('join without gap or overlap from the first day to the last', () =>
    fc.assert(
      fc.property(fc.constantFrom('day', 'week', 'month'), fc.integer({ min: 18000, max: 19000 }), fc.nat(200), (step, from, days) => {
        const all = periods(step, from, from + days);
        expect([all[0]!.from, all.at(-1)!.until]).toEqual([from, from + days]);
        all.slice(1).forEach((period, index) => expect(period.from).toBe(all[index]!.until + 1));
      }),
    ));
});

describe('a series', () => {
  it('asks the figure on each period’s last day, and carries that day in the key', () => {
    const series = ask(models, { figure: 'pending', series: 'week', from: d('2020-09-28'), asOf: d('2020-10-07') });
    expect(series.cells).toEqual([
      { key: { asOf: '2020-10-04' }, label: { id: '2020-10-04', en: '2020-10-04' }, value: 2 },
      { key: { asOf: '2020-10-07' }, label: { id: '2020-10-07', en: '2020-10-07' }, value: 1 },
    ]);
    expect([series.total, series.remainder]).toEqual([1, 0]);
  });

  it('is broken down on each day, with percentages too', () => {
    const series = ask(models, { figure: 'follow-up-rate', by: ['employer'], series: 'day', from: d('2020-10-05'), asOf: d('2020-10-06') });
    expect(cellsOf(series)).toEqual({ '2020-10-05 73.71': 0, '2020-10-05 74.07': 0, '2020-10-06 73.71': 100, '2020-10-06 74.07': 0 });
  });

  it('has no periods, and no harm done, when the day lies before the first', () => {
    expect(ask(models, { figure: 'pending', series: 'day', from: d('2020-01-01'), asOf: d('2019-12-31') })).toMatchObject({ cells: [], total: 0, remainder: 0 });
    expect(ask(models, { figure: 'blocks', unit: 'personnel-records', from: d('2020-01-01'), asOf: d('2019-12-31') })).toMatchObject({ cells: [], total: 0 });
  });

  it('is the same as asking day by day', () =>
    fc.assert(
      fc.property(randomModels, fc.constantFrom('recommended', 'settled', 'in-process', 'pending', 'follow-up-rate', 'blocked', 'reported'), (random, figure) => {
        const unit = figure === 'blocked' ? 'personnel-records' : 'persons';
        const [from, asOf] = [d('2020-09-01'), d('2020-09-20')];
        const series = ask(random, { figure, unit, by: ['employer'], series: 'day', from, asOf });
        const daily = Array.from({ length: 20 }, (_, index) => from + index).flatMap((day) =>
          ask(random, { figure, unit, by: ['employer'], asOf: day }).cells.map((cell) => ({ ...cell, key: { asOf: isoOf(day), ...cell.key }, label: expect.anything() })),
        );
        expect(series.cells).toEqual(daily);
      }),
      { numRuns: 30 },
    ));
});

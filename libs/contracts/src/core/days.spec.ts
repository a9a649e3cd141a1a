import * as fc from 'fast-check';
import { isDay, isInstant } from './days';

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

describe('a day', () => {
  it('is one that the Gregorian calendar has', () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(fc.property(fc.integer({ min: 1000, max: 9999 }), part(14), part(33), (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day));
      const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      expect(isDay(written(year, month, day))).toBe(exists);
    }), { numRuns: 2000 });
  });

  it('is written YYYY-MM-DD and in no other way', () => {
    expect(['2020-02-29', '2000-02-29', '2020-12-31'].map(isDay)).toEqual([true, true, true]);
    expect(['1900-02-29', '2020-2-1', '2020-02-01\n', ' 2020-02-01', '20200201', '+2020-02-01', '２０２０-02-01'].some(isDay)).toBe(false);
  });
});

describe('an instant', () => {
  it.each(['2020-10-26T00:00:00Z', '2020-10-26T23:59:59.999+07:00', '2020-02-29T12:00:00.123456789-11:30', '2020-10-26T12:00:00-00:00'])(
    'may be %s', (text) => {
      expect(isInstant(text)).toBe(true);
      expect(Number.isNaN(Date.parse(text))).toBe(false);
    });

  it.each([
    '2020-10-26', '2020-10-26T12:00Z', '2020-10-26T12:00:00', '2020-10-26 12:00:00Z', '2020-10-26t12:00:00z', '2020-02-30T12:00:00Z',
    '2020-10-26T24:00:00Z', '2020-10-26T12:60:00Z', '2016-12-31T23:59:60Z', '2020-10-26T12:00:00+0700', '2020-10-26T12:00:00+07',
    '2020-10-26T12:00:00+24:00', '2020-10-26T12:00:00.Z', '2020-10-26T12:00:00.1234567890Z', '2020-10-26T12:00:00Z\n',
  ])('cannot be %j', (text) => expect(isInstant(text)).toBe(false));
});

import * as fc from 'fast-check';
import { NEVER, dayOf, isoOf, jakartaDayOf, weekday } from './day';

const MS_PER_DAY = 86_400_000;
const someDay = fc.integer({ min: dayOf('0000-03-01'), max: dayOf('9999-12-31') });

describe('a day', () => {
  it('counts from the first of January 1970', () => expect(dayOf('1970-01-01')).toBe(0));

  it('is the same whether counted here or by the runtime', () =>
    fc.assert(fc.property(someDay, (day) => expect(isoOf(day)).toBe(new Date(day * MS_PER_DAY).toISOString().slice(0, 10)))));

  it('comes back from its date', () => fc.assert(fc.property(someDay, (day) => expect(dayOf(isoOf(day))).toBe(day))));

  it('keeps the order of dates as text', () =>
    fc.assert(fc.property(someDay, someDay, (a, b) => expect(isoOf(a) < isoOf(b)).toBe(a < b))));

  it.each(['2020-02-30', '2019-02-29', '2020-13-01', '2020-00-10', '2020-01-00', '2020-1-1', '20200101', '2020-01-01T00:00:00Z', ''])(
    'is refused when it is not one: %j',
    (text) => expect(() => dayOf(text)).toThrow(RangeError),
  );

  it('exists on the leap day of a leap year', () => expect(dayOf('2020-03-01') - dayOf('2020-02-28')).toBe(2));

  it('has no date when it never comes', () => expect(() => isoOf(NEVER)).toThrow(RangeError));
});

describe('the weekday', () => {
  it('is that of the runtime, Sunday being 0', () =>
    fc.assert(fc.property(someDay, (day) => expect(weekday(day)).toBe(new Date(day * MS_PER_DAY).getUTCDay()))));
});

describe('the day in Jakarta', () => {
  it('begins at five in the afternoon of the day before, universal time', () => {
    expect(isoOf(jakartaDayOf(Date.parse('2020-10-26T16:59:59.999Z')))).toBe('2020-10-26');
    expect(isoOf(jakartaDayOf(Date.parse('2020-10-26T17:00:00.000Z')))).toBe('2020-10-27');
  });

  it('holds for instants before 1970', () => expect(jakartaDayOf(-7 * 3_600_000 - 1)).toBe(-1));
});

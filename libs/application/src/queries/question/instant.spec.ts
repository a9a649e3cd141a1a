import { endOfDay, jakartaInstant, readDay, readInstant } from './instant';

describe('an instant in a question', () => {
  it('is the same at every offset', () => {
    const instant = readInstant('2020-11-02T23:59:59.999+07:00');
    expect(readInstant('2020-11-02T16:59:59.999Z')).toBe(instant);
    expect(readInstant('2020-11-02T11:59:59.999-05:00')).toBe(instant);
    expect(endOfDay(readDay('2020-11-02') ?? 0)).toBe(instant);
  });

  it('is shown at the offset of Jakarta, with milliseconds', () =>
    expect(jakartaInstant(readInstant('2020-11-02T17:00:00Z') ?? 0)).toBe('2020-11-03T00:00:00.000+07:00'));

  it('may have lost its plus sign on the way, as an address does that was not escaped', () =>
    expect(readInstant('2020-11-02T23:59:59 07:00')).toBe(readInstant('2020-11-02T23:59:59+07:00')));

  it('cuts what is smaller than a millisecond', () =>
    expect(readInstant('2020-01-01T00:00:00.1239Z')).toBe(Date.UTC(2020, 0, 1, 0, 0, 0, 123)));

  it.each(['2020-02-30T00:00:00Z', '2020-01-01T24:00:00Z', '2020-01-01T00:60:00Z', '2020-01-01T00:00:60Z', '2020-01-01T00:00:00', '2020-01-01T00:00:00+24:00',
    '2020-01-01 00:00:00Z', 'yesterday', '0000-01-01T00:00:00+08:00'])('is not %s', (text) => expect(readInstant(text)).toBeUndefined());
});

describe('a day in a question', () => {
  it.each(['2020-02-30', '2020-13-01', '2020-1-1', '20200101', '2020-01-01 ', ''])('is not %p', (text) => expect(readDay(text)).toBeUndefined());
});

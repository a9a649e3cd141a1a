import { csvText } from './csv';
import { dayNumber, instantText, isDay, isInstant, isoOf, jakartaDay, longDay, shortDay, weekdayOf } from './days';
import { count, percent, signed } from './numbers';

describe('numbers', () => {
  it('are grouped in the form of the language', () => {
    expect([count(1234567, 'id'), count(1234567, 'en'), count(131, 'id'), count(0, 'id')]).toEqual(['1.234.567', '1,234,567', '131', '0']);
  });
  it('are per cent with one decimal, as the API rounded them', () => {
    expect([percent(35, 'id'), percent(35, 'en'), percent(8.7, 'id')]).toEqual(['35,0%', '35.0%', '8,7%']);
  });
  it('bear a sign where they are a difference', () => expect([signed(3, 'id'), signed(-1200, 'id'), signed(0, 'en')]).toEqual(['+3', '−1.200', '0']));
});

describe('days', () => {
  it('are calendar days of Jakarta whatever the zone of the machine', () => {
    expect(jakartaDay(Date.UTC(2020, 9, 26, 16, 59, 59))).toBe('2020-10-26');
    expect(jakartaDay(Date.UTC(2020, 9, 26, 17))).toBe('2020-10-27');
    expect(instantText('2020-11-02T16:59:59.999Z', 'id')).toBe('2 Nov 2020, 23.59 WIB');
    expect(instantText('2020-11-02T23:59:59.999+07:00', 'en')).toBe('2 Nov 2020, 23:59 WIB');
  });
  it('are written in the form of the language', () => {
    expect([longDay('2020-08-01', 'id'), longDay('2020-08-01', 'en'), shortDay('2020-08-01', 'id')]).toEqual(['1 Agustus 2020', '1 August 2020', '1 Agu']);
    expect([weekdayOf('2020-10-26', 'id'), weekdayOf('2020-11-01', 'en'), weekdayOf('1969-12-31', 'en')]).toEqual(['Senin', 'Sunday', 'Wednesday']);
  });
  it('go to numbers and back', () => {
    for (const iso of ['1970-01-01', '2020-02-29', '2020-12-31', '1969-07-20']) expect(isoOf(dayNumber(iso))).toBe(iso);
  });
  it.each(['2020-02-30', '2020-13-01', '2020-2-3', '26-10-2020', '', 'now', '2021-02-29', '0000-01-01'])('do not exist: %j', (text) => expect(isDay(text)).toBe(false));
  it.each(['2020-10-26T10:00:00', '2020-02-30T10:00:00Z', '2020-10-26T25:00:00Z'])('are not an instant: %j', (text) => expect(isInstant(text)).toBe(false));
  it('may be an instant with offset', () => expect(isInstant('2020-11-02T23:59:59.999+07:00')).toBe(true));
});

describe('a CSV', () => {
  it('quotes what would break a line, and lets no text become a formula', () => {
    expect(csvText([['a,b', 'say "x"', 1.5, null], ['=SUM(A1)', '-x', -3, true]])).toBe('\ufeff"a,b","say ""x""",1.5,\r\n\'=SUM(A1),\'-x,-3,true\r\n');
  });
});

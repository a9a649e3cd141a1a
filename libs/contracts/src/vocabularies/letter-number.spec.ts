import * as fc from 'fast-check';
import { parseLetterNumber } from './letter-number';

describe("a letter's number", () => {
  it.each([
    ['R-1194/KASN/4/2020', { series: 'R', number: 1194, agency: 'KASN', month: 4, year: 2020 }],
    ['B-900/KASN/4/2018', { series: 'B', number: 900, agency: 'KASN', month: 4, year: 2018 }],
    ['B-1444/JP.01/04/2022', { series: 'B', number: 1444, agency: 'JP.01', month: 4, year: 2022 }],
    ['r - 7 / KASN / XII / 2020', { series: 'R', number: 7, agency: 'KASN', month: 12, year: 2020 }],
    ['800/6391/SJ', { series: '', number: 800, agency: '6391/SJ' }],
    ['B-12/KASN/2020', { series: 'B', number: 12, agency: 'KASN', year: 2020 }],
    ['R-5', { series: 'R', number: 5 }],
  ])('in the form %j is read', (text, parts) => expect(parseLetterNumber(text)).toEqual(parts));

  it.each(['', 'tanpa nomor', 'KASN/R-12/2020', '-', '/', 'R-12345678901/KASN'])('in no known form is no error: %j', (text) =>
    expect(parseLetterNumber(text)).toBeUndefined());

  it('never fails, and a month it gives is a month', () =>
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]?-?\d{1,4}(\/[A-Z0-9.]{0,4}){0,4}$/)), (text) => {
      const month = parseLetterNumber(text)?.month ?? 1;
      expect(month >= 1 && month <= 12).toBe(true);
    })));
});

import * as fc from 'fast-check';
import { arbitraryNip } from '../testing/arbitrary-schema';
import { checkNip, containsNip } from './nip';

describe('a NIP', () => {
  it.each([
    ['198503172010122017', 'a civil servant'],
    ['197001012019211001', 'a civil servant on a first contract'],
    ['200002292016021001', 'one born on a leap day and appointed in the month of turning sixteen'],
  ])('may be %s: %s', (nip) => expect(checkNip(nip)).toBe('ok'));

  it.each([
    ['19850317201012201', 'not 18 digits'],
    ['1985031720101220170', 'not 18 digits'],
    ['19850317 201012 2 017', 'not 18 digits'],
    ['１９８５０３１７２０１０１２２０１７', 'not 18 digits'],
    ['198502302010122017', 'no birth date in digits 1 to 8'],
    ['198513172010122017', 'no birth date in digits 1 to 8'],
    ['089503172010122017', 'no birth date in digits 1 to 8'],
    ['198503170010122017', 'no year of appointment in digits 9 to 12'],
    ['198503172010002017', 'neither a month (01 to 12) nor a contract (21 to 29) in digits 13 and 14'],
    ['198503172010132017', 'neither a month (01 to 12) nor a contract (21 to 29) in digits 13 and 14'],
    ['198503172010202017', 'neither a month (01 to 12) nor a contract (21 to 29) in digits 13 and 14'],
    ['198503172010302017', 'neither a month (01 to 12) nor a contract (21 to 29) in digits 13 and 14'],
    ['200002292016011001', 'appointed earlier than 16 years after birth'],
    ['200002292015211001', 'appointed earlier than 16 years after birth'],
    ['198503172010123017', 'neither 1 nor 2 (sex) in digit 15'],
    ['198503172010122000', 'serial 000 in digits 16 to 18'],
  ])('cannot be %s: %s', (text, why) => expect(checkNip(text)).toBe(why));

  it('is found in any text, however its digits are set apart', () => {
    const between = fc.constantFrom('', ' ', '.', '-', ' - ', '/', '\u00a0', '\u200b', '–', '|', ' + ', '*', '=', '#', '~', '·', '•', '−', '@', '[', ']', '\u0301', '🙂');
    const around = fc.constantFrom('', 'No. ', 'kode-', 'a', ' (', '7');
    fc.assert(fc.property(arbitraryNip, fc.array(between, { minLength: 18, maxLength: 18 }), around, around, (nip, gaps, before, after) => {
      const written = [...nip].map((digit, index) => digit + (gaps[index] ?? '')).join('');
      expect(containsNip(`${before}${written}${after}`)).toBe(true);
    }));
  });

  it.each([
    ['Arabic-Indic', 0x660], ['Persian', 0x6f0], ['Devanagari', 0x966], ['full-width', 0xff10], ['Javanese', 0xa9d0], ['mathematical', 0x1d7ec],
  ])('is found in digits of another script: %s', (_script, zero) => {
    const written = [...'198503172010122017'].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
    expect([containsNip(written), containsNip(`a.n. ${written.slice(0, written.length / 2)} | ${written.slice(written.length / 2)}`)]).toEqual([true, true]);
  });

  it.each([
    'R-1194/KASN/4/2020', 'B-1444/JP.01/04/2022', '0123/K.BAWASLU/PM.06.00/VI/2020', '2020-10-26T23:59:59.999999999+07:00',
    '550e8400-e29b-41d4-a716-446655440000', '00000000000000012345', '123456789012345678', '99999999999999999999999999',
  ])('is not seen in %s', (text) => expect(containsNip(text)).toBe(false));
});

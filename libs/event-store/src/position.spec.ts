import * as fc from 'fast-check';
import { offsetOf, positionOf } from './position';

const offset = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe('a position', () => {
  it('sorts as text as its offset does as a number, up to 64 bits', () =>
    fc.assert(fc.property(offset, offset, (a, b) => expect(positionOf(a) < positionOf(b)).toBe(a < b))));

  it('gives its offset back', () => fc.assert(fc.property(offset, (value) => expect(offsetOf(positionOf(value))).toBe(value))));

  it.each(['', '7', ' '.repeat(20), '-'.padEnd(20, '1'), '1'.repeat(21), '18446744073709551616', '0x000000000000000001'])('is not %p', (text) =>
    expect(() => offsetOf(text)).toThrow(RangeError));
});

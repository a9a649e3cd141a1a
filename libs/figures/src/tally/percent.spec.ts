import fc from 'fast-check';
import { ratio } from './percent';

describe('a percentage', () => {
  it.each([[99, 283, 35], [1, 3, 33.3], [2, 3, 66.7], [1, 2000, 0.1], [1, 2001, 0], [7, 8, 87.5], [1, 16, 6.3], [0, 5, 0], [5, 5, 100], [573, 1000, 57.3]])(
    'of %i over %i is %d',
    (numerator, denominator, value) => expect(ratio(numerator, denominator)).toEqual({ value, numerator, denominator }),
  );

  it('of nothing has no value', () => expect(ratio(0, 0)).toEqual({ value: null, numerator: 0, denominator: 0 }));

  it('is never further than half a tenth from the exact one, and a half goes up', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.nat(1_000_000_000), (denominator, some) => {
        const numerator = some % (denominator + 1);
        const tenths = BigInt(Math.round((ratio(numerator, denominator).value ?? NaN) * 10));
        const error = 2n * (1000n * BigInt(numerator) - tenths * BigInt(denominator));
        expect(error >= -BigInt(denominator) && error < BigInt(denominator)).toBe(true);
      }),
    ));
});

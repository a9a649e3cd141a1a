import * as fc from 'fast-check';
import { Positions } from './positions';

describe('positions by ordinal', () => {
  it('are those of the log, with gaps or without, in whatever pieces they come', () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.bigInt({ min: 1n, max: 2n ** 33n })), { maxLength: 40 }), fc.boolean(), (runs, gapless) => {
      const positions = new Positions();
      const all: bigint[] = [];
      for (const [length, gap] of runs) {
        const first = (all.at(-1) ?? 5_000_000_000n) + gap;
        const some = Array.from({ length }, (_, place) => first + BigInt(place) * (gapless ? 1n : gap));
        positions.append(BigUint64Array.from(some));
        all.push(...some);
      }
      expect(all.map((_, ordinal) => positions.at(ordinal))).toEqual(all);
    }), { numRuns: 60 }));
});

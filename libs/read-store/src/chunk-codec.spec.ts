import fc from 'fast-check';
import { decodeChunk, decodeLogIndex, encodeChunk, encodeLogIndex } from './chunk-codec';
import { packInts, packedWidth, unpackInts } from './pack-ints';

const NEVER = 2_147_483_647;
const int = fc.oneof(fc.integer({ min: -2_147_483_648, max: NEVER }), fc.integer({ min: 18_000, max: 18_400 }), fc.constant(NEVER), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 70_000 }));
const column = (length: number) => fc.array(int, { minLength: length, maxLength: length }).map((values) => Int32Array.from(values));

describe('packed integers', () => {
  it('come back as they were, whatever their range', () =>
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: -2_147_483_648, max: NEVER }), fc.constant(NEVER))), fc.constantFrom(0, 1, 3), (values, offset) => {
      const packed = Buffer.concat([Buffer.alloc(offset), packInts(Int32Array.from(values))]);
      expect([...unpackInts(packed, offset, values.length)]).toEqual(values);
      expect(packedWidth(packed, offset, values.length)).toBe(packed.length - offset);
    })));
  it.each([[[5, 258], 1], [[5, 260], 2], [[0, 65_534, NEVER], 2], [[0, 65_535], 4], [[NEVER, NEVER], 1], [[], 1], [[-2_147_483_648, 2_147_483_646], 4]])('%p take %i byte a value', (values, width) => {
    const packed = packInts(Int32Array.from(values));
    expect(packed[0]).toBe(width);
    expect([...unpackInts(packed, 0, values.length)]).toEqual(values);
  });
  it('are refused when they end early or have no width', () => {
    const packed = packInts(Int32Array.of(1, 2, 3));
    expect(() => unpackInts(packed.subarray(0, packed.length - 1), 0, 3)).toThrow(RangeError);
    expect(() => unpackInts(Buffer.from([3, 0, 0, 0, 0]), 0, 0)).toThrow('found width 3');
  });
});

describe('a chunk as bytes', () => {
  const chunk = fc.nat(60).chain((length) =>
    fc.record({
      firstRow: fc.nat(NEVER), length: fc.constant(length), from: column(length), doc: column(length), slot: column(length),
      present: fc.array(fc.nat(1), { minLength: length, maxLength: length }).map((values) => Uint8Array.from(values)),
      ints: fc.record({ day: column(length), value: column(length) }),
      texts: fc.record({ employer: fc.record({ values: fc.array(fc.string({ unit: 'grapheme' })), codes: column(length) }) }),
    }));
  it('comes back as it was', () => fc.assert(fc.property(chunk, (each) => expect(decodeChunk(encodeChunk(each))).toEqual(each))));
  it('writes no more than its length of columns that are longer', () => {
    const long = { firstRow: 0, length: 1, from: Int32Array.of(1, 9), doc: Int32Array.of(2, 9), slot: Int32Array.of(3, 9), present: Uint8Array.of(1, 1), ints: { day: Int32Array.of(4, 9) }, texts: {} };
    expect(decodeChunk(encodeChunk(long))).toEqual({ firstRow: 0, length: 1, from: Int32Array.of(1), doc: Int32Array.of(2), slot: Int32Array.of(3), present: Uint8Array.of(1), ints: { day: Int32Array.of(4) }, texts: {} });
  });
  it('keeps positions of 64 bits', () => {
    const index = { firstOrdinal: 3, positions: BigUint64Array.of(2n ** 63n, 2n ** 64n - 1n), knownFrom: Float64Array.of(1.5e12, 1.6e12 + 0.5) };
    expect(decodeLogIndex(3, encodeLogIndex(index))).toEqual(index);
  });
});

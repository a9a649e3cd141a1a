import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import { UNPACKED_BYTES_MAX } from './growing-bytes';
import { unpackLz4 } from './lz4';
import { registerCodecs } from './register-codecs';
import { unpackSnappy } from './snappy';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Five records as Java's producer packs them. */
const LZ4 = 'BCJNGGBAgqIAAAD4BpgBAAAAAmuIAVJla29tZW5kYXNpIAwAiDliMzk3MGJlFAAPDAAFqACOAQDUBAICa34iAIg2OGZiMGU2ZhQAeDk0NmI4ZjATAAgMACAAmkkAHwSYAAkILwCIN2YyZmMzZWEUAAgMACAAkk8ATwYCa4DnAAb4AWNlMjRlN2VhOTRmNTI3ODQ/AAgMACAAiEsASAgCa3gWAA8MABlQYXNpIAAAAAAA';
const SNAPPY = 'glNOQVBQWQAAAAABAAAAAQAAAKT3AlCYAQAAAAJriAFSZWtvbWVuZGFzaSAuDAAcOWIzOTcwYmUuFABeDAAkAI4BAJAGAgJrfi4iABw2OGZiMGU2Zi4UABg5NDZiOGYwLhMALgwABACaAUkABG6YAC4vABw3ZjJmYzNlYS4UAC4MAAQAkgFPDAYCa4Bi5wA8Y2UyNGU3ZWE5NGY1Mjc4NC4/AC4MAAQAiAFLDAgCa3guFgC+DAAAAA==';

/** What is to be unpacked, step by step: words of one's own, and repeats of what stands some way back. */
type Step = { readonly literal: Uint8Array } | { readonly back: number; readonly count: number };
const steps = fc.array(fc.oneof(
  fc.record({ literal: fc.uint8Array({ minLength: 1, maxLength: 400 }) }),
  fc.record({ back: fc.integer({ min: 1, max: 3000 }), count: fc.integer({ min: 4, max: 700 }) }),
), { maxLength: 30 });
const plain = (given: readonly Step[]): { readonly bytes: number[]; readonly steps: readonly Step[] } => {
  const bytes: number[] = [];
  const kept: Step[] = [];
  for (const step of given) {
    if ('literal' in step) {
      bytes.push(...step.literal);
      kept.push(step);
    } else if (step.back <= bytes.length) {
      for (let count = 0; count < step.count; count += 1) bytes.push(bytes.at(-step.back)!);
      kept.push(step);
    }
  }
  return { bytes, steps: kept };
};

const longLz4 = (length: number): number[] => (length < 15 ? [] : [...Array.from({ length: Math.floor((length - 15) / 255) }, () => 255), (length - 15) % 255]);
const packLz4 = (given: readonly Step[]): Buffer => {
  const block: number[] = [];
  let literal: number[] = [];
  for (const step of given) {
    if ('literal' in step) {
      literal.push(...step.literal);
      continue;
    }
    const match = step.count - 4;
    block.push((Math.min(15, literal.length) << 4) | Math.min(15, match), ...longLz4(literal.length), ...literal, step.back & 255, step.back >> 8, ...longLz4(match));
    literal = [];
  }
  block.push(Math.min(15, literal.length) << 4, ...longLz4(literal.length), ...literal);
  const head = Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82, 0, 0, 0, 0]);
  head.writeUInt32LE(block.length, 7);
  return Buffer.concat([head, Buffer.from(block), Buffer.alloc(4)]);
};

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]);
const packSnappy = (given: readonly Step[], total: number): Buffer => {
  const bytes = varint(total);
  for (const step of given) {
    if ('literal' in step) {
      const length = step.literal.length - 1;
      bytes.push(...(length < 60 ? [length << 2] : length < 256 ? [60 << 2, length] : [61 << 2, length & 255, length >> 8]), ...step.literal);
      continue;
    }
    for (let left = step.count; left > 0; left -= 64) {
      const count = Math.min(64, left);
      bytes.push(...(count >= 4 && count <= 11 && step.back < 2048
        ? [((step.back >> 8) << 5) | ((count - 4) << 2) | 1, step.back & 255]
        : [((count - 1) << 2) | 2, step.back & 255, step.back >> 8]));
    }
  }
  return Buffer.from(bytes);
};

describe('messages that producers packed', () => {
  it('are unpacked as Java’s producer packs them: LZ4', () => expect(sha256(unpackLz4(Buffer.from(LZ4, 'base64')))).toBe('091725fe8270dc45459ef31fafb53367aa342cd5140a5a82c20c175a6fc237e6'));
  it('are unpacked as Java’s producer packs them: Snappy', () => expect(sha256(unpackSnappy(Buffer.from(SNAPPY, 'base64')))).toBe('9fd6c6fbbac3822efe7daefd4fb1ae3fefa6ba54fc7e556f9ff377696e61d127'));

  it('are unpacked whatever they say and repeat: LZ4', () =>
    fc.assert(fc.property(steps, (given) => {
      const { bytes, steps: kept } = plain(given);
      expect([...unpackLz4(packLz4(kept))]).toEqual(bytes);
    })));

  it('are unpacked whatever they say and repeat: Snappy', () =>
    fc.assert(fc.property(steps, (given) => {
      const { bytes, steps: kept } = plain(given);
      expect([...unpackSnappy(packSnappy(kept, bytes.length))]).toEqual(bytes);
    })));

  it('are refused, never half read or read beyond, when bytes of them are missing or changed', () =>
    fc.assert(fc.property(fc.constantFrom(LZ4, SNAPPY), fc.nat(), fc.nat({ max: 255 }), fc.boolean(), (vector, at, byte, cut) => {
      const packed = Buffer.from(vector, 'base64');
      const broken = cut ? packed.subarray(0, at % packed.byteLength) : Buffer.from(packed.map((each, index) => (index === at % packed.byteLength ? byte : each)));
      const unpack = vector === LZ4 ? unpackLz4 : unpackSnappy;
      try {
        // What is still well-formed may say something else: the broker's checksum is what tells.
        expect(unpack(broken).byteLength).toBeLessThan(1 << 20);
      } catch (error) {
        expect((error as Error).name).toBe('RangeError');
      }
    }), { numRuns: 500 }));

  it('are refused when they would unpack to more than a batch can be', () => {
    const bomb = packSnappy([], 0);
    expect(() => unpackSnappy(Buffer.concat([Buffer.from(varint(200 << 20)), bomb.subarray(1)]))).toThrow(/more than/);
  });

  it('are unpacked by the client within the same bound: gzip', async () => {
    registerCodecs();
    const codec = (CompressionCodecs as Record<number, () => { decompress(packed: Buffer): Promise<Buffer> }>)[CompressionTypes.GZIP]!();
    const letter = Buffer.from('{"a":1}');
    expect((await codec.decompress(gzipSync(letter))).equals(letter)).toBe(true);
    const bomb = gzipSync(Buffer.alloc(UNPACKED_BYTES_MAX + 1), { level: 1 });
    await expect(codec.decompress(bomb)).rejects.toMatchObject({ code: 'ERR_BUFFER_TOO_LARGE' });
  });
});

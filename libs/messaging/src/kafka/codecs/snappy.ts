import { GrowingBytes, UNPACKED_BYTES_MAX } from './growing-bytes';

/** How Java's producers frame blocks; others send one bare block. */
const FRAME = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const FRAME_HEAD_BYTES = FRAME.byteLength + 8;

const unpackBlock = (bytes: Buffer): Buffer => {
  let [at, expected, shift] = [0, 0, 0];
  for (let next = 0x80; next >= 0x80 && shift < 35; shift += 7, at += 1) {
    next = bytes.readUInt8(at);
    expected += (next & 0x7f) * 2 ** shift;
  }
  if (expected > UNPACKED_BYTES_MAX) throw new RangeError(`packed data unpack to more than ${UNPACKED_BYTES_MAX} bytes`);
  const into = new GrowingBytes(expected);
  while (at < bytes.byteLength) at = element(bytes, at, into);
  if (into.length !== expected) throw new RangeError(`snappy: found ${into.length} bytes, expected ${expected}`);
  return into.done();
};

/** One literal or one copy; where the next begins. */
const element = (bytes: Buffer, at: number, into: GrowingBytes): number => {
  const tag = bytes.readUInt8(at);
  switch (tag & 3) {
    case 0: {
      const short = tag >> 2;
      const more = Math.max(0, short - 59);
      const length = (more === 0 ? short : bytes.readUIntLE(at + 1, more)) + 1;
      into.append(bytes, at + 1 + more, length);
      return at + 1 + more + length;
    }
    case 1:
      into.repeat(((tag & 0xe0) << 3) | bytes.readUInt8(at + 1), ((tag >> 2) & 7) + 4);
      return at + 2;
    case 2:
      into.repeat(bytes.readUInt16LE(at + 1), (tag >> 2) + 1);
      return at + 3;
    default:
      into.repeat(bytes.readUInt32LE(at + 1), (tag >> 2) + 1);
      return at + 5;
  }
};

/** Snappy, framed as Java does or bare. @throws RangeError for what is neither */
export const unpackSnappy = (packed: Buffer): Buffer => {
  if (!packed.subarray(0, FRAME.byteLength).equals(FRAME)) return unpackBlock(packed);
  const blocks: Buffer[] = [];
  for (let at = FRAME_HEAD_BYTES; at < packed.byteLength; ) {
    const length = packed.readUInt32BE(at);
    blocks.push(unpackBlock(packed.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return Buffer.concat(blocks);
};

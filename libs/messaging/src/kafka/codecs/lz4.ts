import { GrowingBytes } from './growing-bytes';

const MAGIC = 0x184d2204;
const UNPACKED = 0x80000000;
const FLAG = { blockChecksum: 0x10, contentSize: 0x08, contentChecksum: 0x04, dictionary: 0x01 } as const;

/** A length of four bits and, where these are all set, of as many bytes more as are all set and one. */
const lengthAt = (bytes: Buffer, at: number, nibble: number): { readonly length: number; readonly at: number } => {
  if (nibble < 15) return { length: nibble, at };
  let length = nibble;
  for (let next = 255; next === 255; at += 1) {
    next = bytes.readUInt8(at);
    length += next;
  }
  return { length, at };
};

const unpackBlock = (bytes: Buffer, into: GrowingBytes): void => {
  for (let at = 0; at < bytes.byteLength; ) {
    const token = bytes.readUInt8(at);
    const literals = lengthAt(bytes, at + 1, token >> 4);
    into.append(bytes, literals.at, literals.length);
    at = literals.at + literals.length;
    // The last sequence of a block has literals only.
    if (at >= bytes.byteLength) return;
    const offset = bytes.readUInt16LE(at);
    const match = lengthAt(bytes, at + 2, token & 15);
    into.repeat(offset, match.length + 4);
    at = match.at;
  }
};

/**
 * LZ4 frames, as producers pack batches. Blocks may refer to those before them. Checksums are left to the broker, which has looked.
 * @throws RangeError for what is no such frame
 */
export const unpackLz4 = (packed: Buffer): Buffer => {
  if (packed.byteLength < 7 || packed.readUInt32LE(0) !== MAGIC) throw new RangeError('expected an LZ4 frame');
  const flags = packed.readUInt8(4);
  if ((flags & FLAG.dictionary) !== 0) throw new RangeError('an LZ4 frame with a dictionary cannot be read');
  const into = new GrowingBytes(packed.byteLength * 4);
  let at = 7 + ((flags & FLAG.contentSize) === 0 ? 0 : 8);
  for (let size = packed.readUInt32LE(at); size !== 0; size = packed.readUInt32LE(at)) {
    at += 4;
    const length = size >= UNPACKED ? size - UNPACKED : size;
    if (size >= UNPACKED) into.append(packed, at, length);
    else unpackBlock(packed.subarray(at, at + length), into);
    at += length + ((flags & FLAG.blockChecksum) === 0 ? 0 : 4);
  }
  return into.done();
};

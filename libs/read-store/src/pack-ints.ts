/** "On no day": so frequent, and so far from every other value, that it has a code of its own. */
const NEVER = 2_147_483_647;
const HEADER_BYTES = 5;

type Width = 1 | 2 | 4;
const ALL_ONES: Readonly<Record<Width, number>> = { 1: 0xff, 2: 0xffff, 4: 0xffff_ffff };

/** Integers as distances from their least, in 1, 2 or 4 bytes each (little-endian); all ones stand for NEVER. Byte 0 is the width, then the base. */
export const packInts = (values: Int32Array): Buffer => {
  const { base, width } = frameOf(values);
  const bytes = Buffer.alloc(HEADER_BYTES + values.length * width);
  bytes.writeUInt8(width);
  bytes.writeInt32LE(base, 1);
  const codes = codesOf(bytes, HEADER_BYTES, values.length, width);
  for (let index = 0; index < values.length; index += 1) codes[index] = values[index] === NEVER ? ALL_ONES[width] : values[index]! - base;
  bytes.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), HEADER_BYTES);
  return bytes;
};

/** @throws RangeError when the bytes end early or the width is none */
export const unpackInts = (bytes: Buffer, at: number, length: number): Int32Array => {
  const width = widthAt(bytes, at);
  const base = bytes.readInt32LE(at + 1);
  if (bytes.length < at + HEADER_BYTES + length * width) throw new RangeError(`packed integers: found ${bytes.length} bytes, expected more`);
  const values = new Int32Array(length);
  unpackers[width](bytes, at + HEADER_BYTES, base, values);
  return values;
};

/** Straight from the bytes, one loop a width: a view of 2 or 4 bytes a value would need a copy that begins at an even address. */
const unpackers: Readonly<Record<Width, (bytes: Buffer, from: number, base: number, values: Int32Array) => void>> = {
  1: (bytes, from, base, values) => {
    for (let index = 0; index < values.length; index += 1) {
      const code = bytes[from + index]!;
      values[index] = code === ALL_ONES[1] ? NEVER : code + base;
    }
  },
  2: (bytes, from, base, values) => {
    for (let index = 0, place = from; index < values.length; index += 1, place += 2) {
      const code = bytes[place]! | (bytes[place + 1]! << 8);
      values[index] = code === ALL_ONES[2] ? NEVER : code + base;
    }
  },
  4: (bytes, from, base, values) => {
    for (let index = 0, place = from; index < values.length; index += 1, place += 4) {
      const code = (bytes[place]! | (bytes[place + 1]! << 8) | (bytes[place + 2]! << 16) | (bytes[place + 3]! << 24)) >>> 0;
      values[index] = code === ALL_ONES[4] ? NEVER : code + base;
    }
  },
};

/** Bytes that a packed column takes. */
export const packedWidth = (bytes: Buffer, at: number, length: number): number => HEADER_BYTES + length * widthAt(bytes, at);

const widthAt = (bytes: Buffer, at: number): Width => {
  const width = bytes.readUInt8(at);
  if (width !== 1 && width !== 2 && width !== 4) throw new RangeError(`packed integers: found width ${width}, expected 1, 2 or 4`);
  return width;
};

const frameOf = (values: Int32Array): { readonly base: number; readonly width: Width } => {
  let [least, greatest] = [NEVER, -NEVER - 1];
  for (const value of values) {
    if (value === NEVER) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const range = greatest < least ? 0 : greatest - least;
  return { base: greatest < least ? 0 : least, width: range < ALL_ONES[1] ? 1 : range < ALL_ONES[2] ? 2 : 4 };
};

// A copy, because a view of 2 or 4 bytes a value may only begin at an even address.
const codesOf = (bytes: Buffer, at: number, length: number, width: Width): Uint8Array | Uint16Array | Uint32Array => {
  const buffer = Uint8Array.from(bytes.subarray(at, at + length * width)).buffer;
  if (width === 1) return new Uint8Array(buffer);
  return width === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
};

/** Most that one packed batch may unpack to: a batch is about as large as a request may be, a bomb is not. */
export const UNPACKED_BYTES_MAX = 128 << 20;

/** Bytes that are written one after another, some of them copied from what was written before. */
export class GrowingBytes {
  private bytes: Buffer;
  length = 0;

  constructor(expected: number) {
    this.bytes = Buffer.allocUnsafe(Math.min(Math.max(expected, 64), UNPACKED_BYTES_MAX));
  }

  append(source: Uint8Array, from: number, count: number): void {
    if (count < 0 || from + count > source.byteLength) throw new RangeError('packed data end too early');
    this.reserve(count);
    this.bytes.set(source.subarray(from, from + count), this.length);
    this.length += count;
  }

  /** What stands `offset` back, `count` bytes; beyond the end it repeats itself. */
  repeat(offset: number, count: number): void {
    if (offset < 1 || offset > this.length) throw new RangeError('packed data point before their beginning');
    this.reserve(count);
    const from = this.length - offset;
    if (offset >= count) this.bytes.copyWithin(this.length, from, from + count);
    else for (let at = 0; at < count; at += 1) this.bytes[this.length + at] = this.bytes[from + at] as number;
    this.length += count;
  }

  done(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed > UNPACKED_BYTES_MAX) throw new RangeError(`packed data unpack to more than ${UNPACKED_BYTES_MAX} bytes`);
    if (needed <= this.bytes.byteLength) return;
    const larger = Buffer.allocUnsafe(Math.min(UNPACKED_BYTES_MAX, Math.max(needed, this.bytes.byteLength * 2)));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

type Growable = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** How much larger a copy is made than what was there: appending stays linear in all, and little room stands empty. */
const GROWTH = 1.25;

/** Room for `needed` values: the array itself, or a larger copy. */
export const grown = <A extends Growable>(array: A, needed: number): A => {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(Math.max(needed, Math.ceil(array.length * GROWTH), 1024));
  larger.set(array as never);
  return larger;
};

/** Whole numbers from 0 in as few bytes each as the greatest of them needs: most columns of codes need one. */
export type NarrowInts = Growable;

/** The array itself, or a wider copy of the same length, that can hold numbers up to `greatest`. */
export const widened = (array: NarrowInts, greatest: number): NarrowInts => {
  const bytes = greatest <= 0xff ? 1 : greatest <= 0xffff ? 2 : 4;
  if (bytes <= array.BYTES_PER_ELEMENT) return array;
  return bytes === 2 ? Uint16Array.from(array) : Int32Array.from(array);
};

type Growable = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** How much larger a copy is made than what was there: appending stays linear in all, and little room stands empty. */
const GROWTH = 1.25;

/** Room for `needed` values: the array itself, or a larger copy. */
export const grown = <A extends Growable>(array: A, needed: number): A => {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(Math.max(needed, Math.ceil(array.length * GROWTH), 1024));
  larger.set(array as never);
  return larger;
};

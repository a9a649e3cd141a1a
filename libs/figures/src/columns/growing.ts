type Growable = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Room for `needed` values: the array itself, or a copy at least twice as large, so that appending stays linear in all. */
export const grown = <A extends Growable>(array: A, needed: number): A => {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(Math.max(needed, array.length * 2, 1024));
  larger.set(array as never);
  return larger;
};

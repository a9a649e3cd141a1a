/** A part of a whole in per cent, with both numbers. */
export interface Ratio {
  /** One decimal, half up; null when the denominator is 0: there is nothing to take a part of. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

/** Computed in whole numbers, so that a half is exactly a half: 1 of 2000 is 0.1, and so are 99 of 283 35. */
export const ratio = (numerator: number, denominator: number): Ratio => ({
  value: denominator === 0 ? null : Math.floor((2000 * numerator + denominator) / (2 * denominator)) / 10,
  numerator,
  denominator,
});

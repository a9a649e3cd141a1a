import { contractOf, regionCodeIn } from '@netral/contracts';

/** Whether events of this type are a PPK's: each speaks for the one employer that it names. */
export const isOfPpk = (type: string): boolean => contractOf(type)?.role === 'ppk';

/** Whether two codes are one employer's: those of regions are compared in the edition of 2019, whichever they are written in. */
export const sameEmployer = (one: string, other: string): boolean =>
  one === other || (regionCodeIn('2019', one) ?? one) === (regionCodeIn('2019', other) ?? other);

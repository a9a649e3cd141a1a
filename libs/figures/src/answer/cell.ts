import type { Label } from '@netral/contracts';

/** One value of an answer, and what it is of. */
export interface Cell {
  readonly key: Readonly<Record<string, string>>;
  readonly label: Label;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly withheld?: true;
}

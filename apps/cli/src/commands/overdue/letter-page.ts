import type { Understood } from '../../questions/understood';
import type { Words } from '../../words';

/** A line of `/v1/recommendations`. */
export interface LetterLine {
  readonly recommendationId: string;
  readonly letterNumber: string | null;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly daysOverdue: number | null;
  readonly state: string;
  readonly employer: { readonly code: string; readonly kind: string | null; readonly type: string | null; readonly label: Words };
  readonly persons: { readonly recommended: number; readonly settled: number; readonly inProcess: number; readonly notStarted: number; readonly withdrawn: number };
  readonly deliveredOn: string | null;
  readonly disputed: boolean;
}

export interface LetterPage extends Understood {
  readonly items: readonly LetterLine[];
  readonly limit: number;
  readonly total: number;
  readonly next: string | null;
}

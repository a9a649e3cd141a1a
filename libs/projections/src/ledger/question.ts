import { isoOf } from '@netral/domain';
import { NEVER, type DayNumber } from '../projection';

/** A view's question: what was true on a day, by what stood in the log up to and including an ordinal. */
export interface ViewQuestion {
  readonly ordinal: number;
  readonly asOf: DayNumber;
}

/** The day as a date if it has come by `asOf`, else null. */
export const dateBy = (day: DayNumber, asOf: DayNumber): string | null => (day <= asOf && day !== NEVER ? isoOf(day) : null);

import { isoOf, weekday, type DayNumber } from '@netral/domain';
import type { SeriesStep } from '../question/question';

export interface Period {
  readonly from: DayNumber;
  readonly until: DayNumber;
}

/** Periods from the first day to the last; weeks end on Sunday, months on their last day, the last period on the last day. */
export const periods = (step: SeriesStep, from: DayNumber, until: DayNumber): readonly Period[] => {
  const found: Period[] = [];
  for (let first = from; first <= until; ) {
    const last = lastDay(step, first, until);
    found.push({ from: first, until: last });
    first = last + 1;
  }
  return found;
};

// Never beyond the last day asked: the day after that may have no date.
const lastDay = (step: SeriesStep, day: DayNumber, until: DayNumber): DayNumber => {
  if (step === 'day') return day;
  if (step === 'week') return Math.min(day + ((7 - weekday(day)) % 7), until);
  let last = day;
  while (last < until && isoOf(last + 1).endsWith('-01') === false) last += 1;
  return last;
};

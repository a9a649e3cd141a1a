import type { DayNumber } from '@netral/domain';

/** Days that a table spans at most, some 270 years: what lies further off is worked out each time it is asked. */
const spanDaysMax = 100_000;
const UNKNOWN = -2_147_483_648;

/** A whole number for each day, worked out once: one look-up a letter in a scan. */
export class DayTable {
  private first = 0;
  private values = new Int32Array(0);

  constructor(private readonly make: (day: DayNumber) => number) {}

  of(day: DayNumber): number {
    const index = day - this.first;
    const value = index >= 0 && index < this.values.length ? this.values[index]! : UNKNOWN;
    return value === UNKNOWN ? this.learn(day) : value;
  }

  private learn(day: DayNumber): number {
    const value = this.make(day);
    if (this.values.length === 0) this.first = day;
    const [first, last] = [Math.min(this.first, day), Math.max(this.first + this.values.length - 1, day)];
    if (last - first >= spanDaysMax) return value;
    if (first < this.first || last >= this.first + this.values.length) this.span(first, last);
    this.values[day - this.first] = value;
    return value;
  }

  /** Grows by half a year at each side, so that days in any order cost little. */
  private span(first: DayNumber, last: DayNumber): void {
    const room = 180;
    const values = new Int32Array(last - first + 1 + 2 * room).fill(UNKNOWN);
    values.set(this.values, this.first - (first - room));
    [this.first, this.values] = [first - room, values];
  }
}

/** A run costs as much as so many entries of an array. */
const RUN_COSTS = 16;
/** How much larger the array is made when it is full. */
const GROWTH = 1.25;

/**
 * Positions of events by ordinal. In a log without gaps they follow one another, and a run of such is two numbers; where a server leaves
 * gaps after every event there is an array of 64 bits each.
 */
export class Positions {
  private readonly firsts: number[] = [];
  private readonly starts: bigint[] = [];
  private array: BigUint64Array | undefined;
  private count = 0;
  /** What follows without a gap. */
  private next = -1n;

  append(positions: BigUint64Array): void {
    for (let index = 0; index < positions.length; index += 1) this.add(positions[index]!);
  }

  at(ordinal: number): bigint {
    if (this.array !== undefined) return this.array[ordinal]!;
    const run = lastWhere(this.firsts.length, (each) => this.firsts[each]! <= ordinal);
    return this.starts[run]! + BigInt(ordinal - this.firsts[run]!);
  }

  private add(position: bigint): void {
    if (this.array !== undefined) this.put(position);
    else {
      if (position !== this.next) {
        this.firsts.push(this.count);
        this.starts.push(position);
      }
      this.next = position + 1n;
      if (this.firsts.length > 64 && this.firsts.length * RUN_COSTS > this.count) this.spread();
    }
    this.count += 1;
  }

  private put(position: bigint): void {
    if (this.count === this.array!.length) {
      const larger = new BigUint64Array(Math.ceil(this.count * GROWTH));
      larger.set(this.array!);
      this.array = larger;
    }
    this.array![this.count] = position;
  }

  /** Goes over to one number an event; the one just added is among the runs already. */
  private spread(): void {
    const array = new BigUint64Array(Math.ceil((this.count + 1) * GROWTH));
    for (let ordinal = 0; ordinal <= this.count; ordinal += 1) array[ordinal] = this.at(ordinal);
    this.array = array;
    [this.firsts.length, this.starts.length] = [0, 0];
  }
}

/** The last of so many places, in order, up to which something holds; -1 for none. */
export const lastWhere = (count: number, holds: (place: number) => boolean): number => {
  let [low, high] = [-1, count - 1];
  while (low < high) {
    const middle = high - Math.floor((high - low) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

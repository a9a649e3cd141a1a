/**
 * The first so many of what is added, in an order: a page of a long list without sorting the list. What cannot be among them any
 * more is passed over at the price of one comparison.
 */
export class FirstOf<T> {
  private held: T[] = [];
  private last: T | undefined;

  constructor(private readonly count: number, private readonly compare: (a: T, b: T) => number) {}

  /** Whether it may be among them: worth making, where that costs something. */
  admits(value: T): boolean {
    return this.last === undefined || this.compare(value, this.last) < 0;
  }

  add(value: T): void {
    if (!this.admits(value)) return;
    this.held.push(value);
    if (this.held.length < 2 * this.count + LEAST_ROOM) return;
    this.held = this.inOrder() as T[];
    this.last = this.held.at(-1);
  }

  inOrder(): readonly T[] {
    return this.held.sort(this.compare).slice(0, this.count);
  }
}
const LEAST_ROOM = 16;

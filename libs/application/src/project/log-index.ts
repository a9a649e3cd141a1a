import type { LogIndexChunk } from '@netral/read-store';
import { lastWhere, Positions } from './positions';

/** How much larger the arrays are made when they are full. */
const GROWTH = 1.25;

/** The log's index in memory: dense ordinal, sparse position and running maximum of `recordedAt` of every event. Eight bytes an event where positions have no gaps, else sixteen. */
export class LogIndex {
  private readonly positions = new Positions();
  private known = new Float64Array(1024);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** Makes room for so many entries at once. */
  reserve(entries: number): void {
    if (entries > this.known.length) this.resize(entries);
  }

  /** Appends the entries that follow. @throws RangeError when the chunk is not the next */
  append({ firstOrdinal, positions, knownFrom }: LogIndexChunk): void {
    if (firstOrdinal !== this.count) throw new RangeError(`firstOrdinal: found ${firstOrdinal}, expected ${this.count}`);
    const needed = this.count + positions.length;
    if (needed > this.known.length) this.resize(Math.max(needed, Math.ceil(this.known.length * GROWTH)));
    this.positions.append(positions);
    this.known.set(knownFrom, this.count);
    this.count = needed;
  }

  /** 20 digits. @throws RangeError for an ordinal that no event has */
  positionAt(ordinal: number): string {
    return String(this.positions.at(this.checked(ordinal))).padStart(20, '0');
  }

  /** @throws RangeError for an ordinal that no event has */
  knownFromAt(ordinal: number): number {
    return this.known[this.checked(ordinal)]!;
  }

  /** Ordinal of the last event at or before a position; -1 for none. */
  ordinalAtPosition(position: string): number {
    const asked = BigInt(position);
    return lastWhere(this.count, (ordinal) => this.positions.at(ordinal) <= asked);
  }

  /** Ordinal of the last event known at an instant, milliseconds since 1970; -1 for none. */
  ordinalKnownAt(ms: number): number {
    return lastWhere(this.count, (ordinal) => this.known[ordinal]! <= ms);
  }

  private checked(ordinal: number): number {
    if (!(ordinal >= 0 && ordinal < this.count)) throw new RangeError(`ordinal: found ${ordinal}, expected 0 to ${this.count - 1}`);
    return ordinal;
  }

  private resize(size: number): void {
    const known = new Float64Array(size);
    known.set(this.known);
    this.known = known;
  }
}

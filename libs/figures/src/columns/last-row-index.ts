import type { NarrowInts } from './growing';

const EMPTY = -1;

/**
 * The last row of each (doc, slot): an open-addressing hash over the table's own columns. It costs eight bytes an
 * entity where a Map keyed by numbers beyond 31 bits costs fifty.
 */
export class LastRowIndex {
  private buckets = new Int32Array(1024).fill(EMPTY);
  private used = 0;

  /** Makes `row` the last of its (doc, slot); returns the one before it, -1 when there is none. */
  replace(row: number, doc: Int32Array, slot: NarrowInts): number {
    if (this.used * 2 >= this.buckets.length) this.rehash(doc, slot);
    const bucket = this.bucketOf(row, doc, slot);
    const before = this.buckets[bucket]!;
    if (before === EMPTY) this.used += 1;
    this.buckets[bucket] = row;
    return before;
  }

  private bucketOf(row: number, doc: Int32Array, slot: NarrowInts): number {
    const mask = this.buckets.length - 1;
    const [d, s] = [doc[row]!, slot[row]!];
    let bucket = hash(d, s) & mask;
    for (;;) {
      const held = this.buckets[bucket]!;
      if (held === EMPTY || (doc[held] === d && slot[held] === s)) return bucket;
      bucket = (bucket + 1) & mask;
    }
  }

  private rehash(doc: Int32Array, slot: NarrowInts): void {
    const held = this.buckets;
    this.buckets = new Int32Array(held.length * 2).fill(EMPTY);
    for (const row of held) if (row !== EMPTY) this.buckets[this.bucketOf(row, doc, slot)] = row;
  }
}

const hash = (doc: number, slot: number): number => {
  const mixed = Math.imul(doc, 0x9e3779b1) ^ Math.imul(slot + 1, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

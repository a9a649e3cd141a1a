const FIRST_PLACES = 1024;
/** Share of the places that may be taken before there are twice as many. */
const FULL = 0.6;

/**
 * Numbers by id, in eight bytes an entry and a half of them free, whatever the length of the ids: a table of hashes without the ids
 * themselves. Ids of one hash are told apart by whoever knows the ids of numbers.
 */
export class IdTable {
  private hashes = new Int32Array(FIRST_PLACES);
  /** One more than the number; 0: free. */
  private numbers = new Int32Array(FIRST_PLACES);
  private count = 0;

  /** Number of the id among those of its hash for which `is` holds; undefined when there is none. */
  find(id: string, is: (number: number) => boolean): number | undefined {
    const hash = hashOf(id);
    const mask = this.numbers.length - 1;
    for (let place = hash & mask; this.numbers[place] !== 0; place = (place + 1) & mask) {
      const number = this.numbers[place]! - 1;
      if (this.hashes[place] === hash && is(number)) return number;
    }
    return undefined;
  }

  /** Adds a number; not one that is there. */
  add(id: string, number: number): void {
    if (this.count >= this.numbers.length * FULL) this.grow();
    this.put(hashOf(id), number + 1);
    this.count += 1;
  }

  private put(hash: number, entry: number): void {
    const mask = this.numbers.length - 1;
    let place = hash & mask;
    while (this.numbers[place] !== 0) place = (place + 1) & mask;
    this.hashes[place] = hash;
    this.numbers[place] = entry;
  }

  private grow(): void {
    const [hashes, numbers] = [this.hashes, this.numbers];
    this.hashes = new Int32Array(numbers.length * 2);
    this.numbers = new Int32Array(numbers.length * 2);
    for (let place = 0; place < numbers.length; place += 1) if (numbers[place] !== 0) this.put(hashes[place]!, numbers[place]!);
  }
}

/** 32 bits, mixed so that the low ones depend on every letter. */
export const hashOf = (text: string): number => {
  let hash = text.length;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 15);
};

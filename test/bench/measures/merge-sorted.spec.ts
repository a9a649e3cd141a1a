import * as fc from 'fast-check';
import { mergeSorted, type Keyed } from './merge-sorted';

async function* given(source: readonly Keyed[]): AsyncGenerator<Keyed> {
  yield* source;
}

describe('sorted sources merged', () => {
  it('are as one list sorted by key, of equal keys the earlier source first', () =>
    fc.assert(fc.asyncProperty(fc.array(fc.array(fc.nat(9)), { maxLength: 8 }), async (numbers) => {
      const sources = numbers.map((some, rank) => some.toSorted().map((key, place) => ({ key: String(key), line: `${rank}.${place}` })));
      const merged: string[] = [];
      for await (const line of mergeSorted(sources.map(given))) merged.push(line);
      expect(merged).toEqual(sources.flat().sort((a, b) => Number(a.key) - Number(b.key)).map(({ line }) => line));
    })));
});

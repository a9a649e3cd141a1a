import fc from 'fast-check';
import { FirstOf } from './first-of';

describe('the first of many', () => {
  it('are those that sorting all of them would put first', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 0, max: 20 }), (values, count) => {
      const first = new FirstOf<{ readonly value: number; readonly place: number }>(count, (a, b) => a.value - b.value || a.place - b.place);
      const all = values.map((value, place) => ({ value, place }));
      for (const each of all) first.add(each);
      expect(first.inOrder()).toEqual([...all].sort((a, b) => a.value - b.value || a.place - b.place).slice(0, count));
    }));
  });

  it('are all of them when that many are wanted', () => {
    const first = new FirstOf<number>(Number.POSITIVE_INFINITY, (a, b) => a - b);
    for (let value = 1000; value > 0; value -= 1) first.add(value);
    expect(first.inOrder()).toHaveLength(1000);
  });
});

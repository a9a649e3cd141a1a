import * as fc from 'fast-check';
import { hashOf, IdTable } from './id-table';

describe('a table of ids', () => {
  it('finds the number of every id, and none of another', () =>
    fc.assert(fc.property(fc.uniqueArray(fc.string(), { maxLength: 3000 }), fc.string(), (ids, other) => {
      const table = new IdTable();
      ids.forEach((id, number) => table.add(id, number));
      for (const [number, id] of ids.entries()) expect(table.find(id, (found) => ids[found] === id)).toBe(number);
      if (!ids.includes(other)) expect(table.find(other, (found) => ids[found] === other)).toBeUndefined();
    }), { numRuns: 30 }));

  it('tells ids of one hash apart by the ids themselves', () => {
    const byHash = new Map<number, string>();
    let twins: [string, string] | undefined;
    for (let n = 0; twins === undefined; n += 1) {
      const known = byHash.get(hashOf(`R-${n}`));
      if (known === undefined) byHash.set(hashOf(`R-${n}`), `R-${n}`);
      else twins = [known, `R-${n}`];
    }
    const table = new IdTable();
    twins.forEach((id, number) => table.add(id, number));
    expect(twins.map((id) => table.find(id, (number) => twins[number] === id))).toEqual([0, 1]);
  });
});

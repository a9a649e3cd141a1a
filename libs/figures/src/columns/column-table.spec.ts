import fc from 'fast-check';
import { ColumnTable } from './column-table';
import { chunkOf, tableOf, type PlainRow } from '../testing/table.builder';

const schema = { employer: 'text', day: 'int' } as const;

describe('a table of columns', () => {
  it('ends a row where the next of the same document and slot begins', () => {
    const table = tableOf(schema, [
      { from: 1, doc: 0, slot: 0 }, { from: 2, doc: 0, slot: 1 }, { from: 5, doc: 0, slot: 0 }, { from: 7, doc: 0, slot: 0, present: false },
    ]);
    expect([...table.until.subarray(0, 4)]).toEqual([5, 2147483647, 7, 2147483647]);
    const shownAt = (ordinal: number) => [0, 1, 2, 3].filter((row) => table.visible(row, ordinal));
    expect([0, 1, 4, 5, 7].map(shownAt)).toEqual([[], [0], [0, 1], [1, 2], [1]]);
  });

  it('keeps one dictionary over chunks that have their own', () => {
    const table = new ColumnTable(schema);
    table.append(chunkOf(schema, [{ doc: 0, employer: '74' }, { doc: 1, employer: '52' }]));
    table.append(chunkOf(schema, [{ doc: 2, employer: '52' }, { doc: 3, employer: '33.11' }], 2));
    const { codes, values } = table.text('employer');
    expect([...codes.subarray(0, 4)].map((code) => values[code])).toEqual(['74', '52', '52', '33.11']);
    expect(values).toHaveLength(3);
    expect([table.text('employer').codeOf('33.11'), table.text('employer').codeOf('99')]).toEqual([2, -1]);
  });

  it('holds more texts and slots than fit a byte, and than fit two', () => {
    for (const count of [257, 70_000]) {
      const table = tableOf(schema, [{ doc: 0, employer: 'first' }, ...Array.from({ length: count }, (_, slot) => ({ doc: 1, slot, employer: `e${slot}` }))]);
      const at = (row: number) => [table.slot[row], table.text('employer').values[table.text('employer').codes[row]!]];
      expect([at(0), at(1), at(256), at(count)]).toEqual([[0, 'first'], [0, 'e0'], [255, 'e255'], [count - 1, `e${count - 1}`]]);
    }
  });

  it('counts the rows that begin up to an ordinal', () => {
    const table = tableOf(schema, [1, 1, 4, 9].map((from, doc) => ({ from, doc })));
    expect([0, 1, 3, 4, 8, 9, 99].map((ordinal) => table.begun(ordinal))).toEqual([0, 2, 2, 3, 3, 4, 4]);
  });

  it('refuses a chunk that is not the next, and a column it does not have', () => {
    const table = tableOf(schema, [{ doc: 0 }]);
    expect(() => table.append(chunkOf(schema, [{ doc: 1 }], 3))).toThrow('firstRow: found 3, expected 1');
    expect(() => table.append(chunkOf({ day: 'int' }, [{ doc: 1 }], 1))).toThrow('column employer: found none');
    expect(() => table.int('nothing')).toThrow('column nothing: not in the schema');
    expect(table.length).toBe(1);
  });

  it('is the same table however its rows were cut into chunks', () => {
    const row = fc.record({ doc: fc.nat(40), slot: fc.nat(60), employer: fc.constantFrom('74', '52', ''), day: fc.nat(9), present: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3000, size: 'max' }), fc.integer({ min: 1, max: 700 }), (some, cut) => {
        const rows: PlainRow[] = some.map((each, index) => ({ ...each, from: index }));
        const [whole, parts] = [tableOf(schema, rows), new ColumnTable(schema)];
        for (let first = 0; first < rows.length; first += cut) parts.append(chunkOf(schema, rows.slice(first, first + cut), first));
        expect(plain(parts)).toEqual(plain(whole));
        expect(plain(whole)).toEqual(rows.map((each, index) => ({ ...each, until: nextOf(rows, index) })));
      }),
      { numRuns: 20 },
    );
  });
});

const nextOf = (rows: readonly PlainRow[], index: number) => {
  const next = rows.findIndex((row, at) => at > index && row.doc === rows[index]!.doc && row.slot === rows[index]!.slot);
  return next < 0 ? 2147483647 : next;
};

const plain = (table: ColumnTable) =>
  Array.from({ length: table.length }, (_, row) => ({
    from: table.from[row], doc: table.doc[row], slot: table.slot[row], present: table.present[row] === 1, until: table.until[row],
    day: table.int('day')[row], employer: table.text('employer').values[table.text('employer').codes[row]!],
  }));

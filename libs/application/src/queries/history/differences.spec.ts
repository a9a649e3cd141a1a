import * as fc from 'fast-check';
import { differences } from './differences';

const subject = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;

describe('what differs between two states of a document', () => {
  it('is nothing between the same', () => expect(differences({ a: 1, b: [1, 2], c: { d: null } }, { a: 1, b: [1, 2], c: { d: null } })).toEqual([]));

  it('is named by its place, with what was there before and is there now', () =>
    expect(differences({ state: 'open', counts: { settled: 0 } }, { state: 'closed', counts: { settled: 1 } }))
      .toEqual([{ field: 'state', before: 'open', after: 'closed' }, { field: 'counts.settled', before: 0, after: 1 }]));

  it('is everything when there was nothing, and nothing is left when all is gone', () => {
    expect(differences(undefined, { a: 1, b: ['x'] })).toEqual([{ field: 'a', before: null, after: 1 }, { field: 'b', before: null, after: ['x'] }]);
    expect(differences({ a: 1 }, undefined)).toEqual([{ field: 'a', before: 1, after: null }]);
    expect(differences(undefined, undefined)).toEqual([]);
  });

  it('compares persons by who they are, wherever they stand in the list', () => {
    const [first, second] = [{ subject: subject('1'), state: 'not-started' }, { subject: subject('2'), state: 'not-started' }];
    expect(differences({ persons: [first, second] }, { persons: [{ ...second, state: 'settled' }, first] }))
      .toEqual([{ field: `persons.${second.subject}.state`, before: 'not-started', after: 'settled' }]);
  });

  it('adds up: applied one after another, the changes make the last state', () => fc.assert(fc.property(
    fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.integer(), fc.array(fc.string(), { maxLength: 2 })), { noNullPrototype: true }), { maxLength: 6 }),
    (states) => {
      const fields = new Map<string, unknown>();
      states.forEach((state, index) => {
        for (const { field, before, after } of differences(states[index - 1], state)) {
          expect(fields.get(field) ?? null).toEqual(before);
          fields.set(field, after);
        }
      });
      const last = states.at(-1) ?? {};
      expect(Object.fromEntries([...fields].filter(([, value]) => value !== null))).toEqual(last);
    },
  )));
});

import fc from 'fast-check';
import { assignByName, type NamedMember } from './assign-by-name';
import type { Partitions } from './messaging';

const named = (names: readonly string[]): NamedMember[] => names.map((name, index) => ({ id: `${name}-${index}`, name }));
const placesOf = (partitions: Partitions): string[] => Object.entries(partitions).flatMap(([topic, numbers]) => numbers.map((number) => `${topic}/${number}`));
const byName = (members: readonly NamedMember[], partitions: Partitions): Record<string, string[]> => {
  const given = assignByName(members, partitions);
  return Object.fromEntries(members.map(({ id, name }) => [name, placesOf(given.get(id) ?? {}).toSorted()]));
};

const someNames = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 6 });
const somePartitions = fc.dictionary(fc.constantFrom('netral.kasn', 'netral.ppk', 'netral.bkn'), fc.integer({ min: 1, max: 8 }).map((count) => Array.from({ length: count }, (_, index) => index)));

describe('partitions given by name', () => {
  it('gives each to one member, and nobody one more than another and again one', () =>
    fc.assert(fc.property(someNames, somePartitions, (names, partitions) => {
      const given = Object.values(byName(named(names), partitions));
      expect(given.flat().toSorted()).toEqual(placesOf(partitions).toSorted());
      const counts = given.map((places) => places.length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    })));

  it('gives a restarted member what it had, and the others what they had, whatever ids the broker hands out', () =>
    fc.assert(fc.property(someNames, somePartitions, fc.infiniteStream(fc.nat()), (names, partitions, order) => {
      const shuffled = named(names).map(({ name }) => ({ name, id: `${order.next().value}-${name}` })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(byName(shuffled, partitions)).toEqual(byName(named(names), partitions));
    })));

  it('still gives each partition once when two members bear one name', () =>
    fc.assert(fc.property(somePartitions, (partitions) => {
      const given = assignByName([{ id: 'x-1', name: 'x' }, { id: 'x-2', name: 'x' }], partitions);
      expect([...given.values()].flatMap(placesOf).toSorted()).toEqual(placesOf(partitions).toSorted());
    })));
});

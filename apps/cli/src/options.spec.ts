import fc from 'fast-check';
import { closest } from './closest';
import { parseArguments, wholeNumber } from './options';

const specs = { unit: { value: 'UNIT', meaning: { id: 'satuan', en: 'unit' } }, all: { meaning: { id: 'semua', en: 'all' } } } as const;

describe('arguments', () => {
  it('are read wherever they stand', () =>
    expect(parseArguments(['a', '--unit=persons', '--all', 'b'], specs, 2)).toEqual({ values: { unit: 'persons' }, switches: new Set(['all']), positionals: ['a', 'b'] }));
  it('after -- are no options', () => expect(parseArguments(['--', '--unit'], specs, 1).positionals).toEqual(['--unit']));
  it('hold a value with a dash in front only when it is written with =', () => {
    expect(parseArguments(['--unit=-x'], specs, 0).values.unit).toBe('-x');
    expect(() => parseArguments(['--unit', '-x'], specs, 0)).toThrow('needs a value');
  });
  it('are never taken for another: each value given comes back as it was', () =>
    fc.assert(fc.property(fc.string({ minLength: 1 }).filter((text) => !text.startsWith('-')), (text) => {
      expect(parseArguments(['--unit', text], specs, 0).values.unit).toBe(text);
    })));
  it('refuse a switch with a value', () => expect(() => parseArguments(['--all=yes'], specs, 0)).toThrow('takes no value'));
  it.each(['-1', '1.5', '', '1e3', '11', '999999999999999999'])('refuse %j as a whole number from 0 to 10', (text) =>
    expect(() => wholeNumber('n', text, 0, 10)).toThrow('--n: '));
  it('read a whole number within its bounds', () => expect([wholeNumber('n', '0', 0, 10), wholeNumber('n', '10', 0, 10), wholeNumber('n', undefined, 0, 10)]).toEqual([0, 10, undefined]));
});

describe('the closest name', () => {
  it.each([['figur', 'figure'], ['knownat', 'known-at'], ['empoyer', 'employer'], ['recom', 'recommended']])('of %s is %s', (found, meant) =>
    expect(closest(found, ['employer', 'figure', 'known-at', 'recommended'])).toBe(meant));
  it('is none for what is nothing like any', () => expect(closest('xyzzy', ['employer', 'figure'])).toBeUndefined());
});

import type { TSchema } from '@sinclair/typebox';
import * as fc from 'fast-check';
import { isDay } from '../core/days';
import { isPerson } from '../core/secrecy';
import { MARK } from '../core/shapes';

const two = (value: number): string => String(value).padStart(2, '0');

/** Any number that can be a NIP, of PNS and PPPK. */
export const arbitraryNip: fc.Arbitrary<string> = fc
  .record({
    year: fc.integer({ min: 1950, max: 1999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }),
    age: fc.integer({ min: 17, max: 45 }), kind: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 21, max: 29 })),
    sex: fc.constantFrom(1, 2), serial: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ year, month, day, age, kind, sex, serial }) =>
    `${year}${two(month)}${two(day)}${year + age}${two(kind)}${sex}${String(serial).padStart(3, '0')}`);

export const arbitraryDay: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 2015, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`)
  .filter(isDay);

/** Names and texts carry a mark of their own, so that a test can look for what is left of them. */
export const NAME_MARK = 'Nama#';
export const TEXT_MARK = 'Teks#';
/** Fits every pattern of ours but those of a NIP and a source: quicker than generating from the pattern. */
const identifier = fc
  .string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 2, maxLength: 12 })
  .map((rest) => `a${rest}`);
const words = (max: number) => fc.string({ minLength: 1, maxLength: Math.min(max, 15), unit: 'grapheme' });

const text = (schema: TSchema): fc.Arbitrary<string> => {
  if (schema[MARK] === 'nip') return arbitraryNip;
  if (schema[MARK] === 'person-name') return words(15).map((name) => NAME_MARK + name);
  if (schema[MARK] === 'free-text') return words(15).map((sent) => TEXT_MARK + sent);
  if (schema['format'] === 'date') return arbitraryDay;
  if (schema['format'] === 'date-time') return arbitraryDay.map((day) => `${day}T12:00:00.000+07:00`);
  const pattern = new RegExp(String(schema['pattern'] ?? ''), 'u');
  if (pattern.test('two words')) return words(Number(schema['maxLength'])).filter((sent) => pattern.test(sent));
  return pattern.test('urn:netral:kasn') ? identifier.map((agency) => `urn:netral:${agency}`) : identifier;
};

const list = (schema: TSchema): fc.Arbitrary<unknown> => {
  const items = schema['items'] as TSchema;
  const bounds = { minLength: Number(schema['minItems'] ?? 0), maxLength: Math.min(Number(schema['maxItems'] ?? 4), 4) };
  return isPerson(items)
    ? fc.uniqueArray(arbitraryOf(items) as fc.Arbitrary<{ nip: string }>, { ...bounds, selector: ({ nip }) => nip })
    : fc.array(arbitraryOf(items), bounds);
};

/** Values that a contract's schema accepts. Knows the keywords that our contracts use. */
export const arbitraryOf = (schema: TSchema): fc.Arbitrary<unknown> => {
  if (Array.isArray(schema['anyOf'])) return fc.oneof(...(schema['anyOf'] as readonly TSchema[]).map(arbitraryOf));
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as readonly string[]));
  if (schema['const'] !== undefined) return fc.constant(schema['const']);
  switch (schema['type']) {
    case 'string': return text(schema);
    case 'integer': return fc.integer({ min: Number(schema['minimum'] ?? 0), max: Number(schema['maximum'] ?? 1_000_000) });
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    case 'array': return list(schema);
    case 'object': {
      const properties = Object.entries(schema['properties'] as Record<string, TSchema>);
      const fields = Object.fromEntries(properties.map(([name, property]) => [name, arbitraryOf(property)]));
      return fc.record(fields, { requiredKeys: (schema['required'] ?? []) as string[], noNullPrototype: true });
    }
    default: throw new Error(`no values known for the schema type ${String(schema['type'])}`);
  }
};

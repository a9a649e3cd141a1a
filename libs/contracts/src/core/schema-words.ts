import type { TSchema } from '@sinclair/typebox';
import { MARK, patternWords } from './shapes';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text', integer: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', null: 'null',
};

const range = (low: unknown, high: unknown, what: string): string =>
  low === undefined && high === undefined ? '' : ` of ${String(low ?? 0)} to ${String(high ?? 'any number of')} ${what}`;

const textWords = (schema: TSchema): string => {
  if (schema[MARK] === 'nip') return 'NIP, 18 digits';
  if (schema['format'] === 'date') return 'a day that exists, YYYY-MM-DD';
  if (schema['format'] === 'date-time') return 'an instant by RFC 3339 with seconds and offset';
  const words = patternWords.get(String(schema['pattern']));
  const length = range(schema['minLength'], schema['maxLength'], 'characters');
  return words === undefined ? `text${length}` : `${words}${length}`;
};

/** What a schema expects, in words for a receipt. */
export const expectedOf = (schema: TSchema | undefined): string => {
  if (schema === undefined) return 'a value';
  if (Array.isArray(schema['anyOf'])) return (schema['anyOf'] as readonly TSchema[]).map(expectedOf).join(', or ');
  if (Array.isArray(schema['enum'])) return `one of ${(schema['enum'] as readonly string[]).join(', ')}`;
  if (schema['const'] !== undefined) return `"${String(schema['const'])}"`;
  if (schema['type'] === 'string') return textWords(schema);
  if (schema['type'] === 'array') return `a list${range(schema['minItems'], schema['maxItems'], 'items')}`;
  if (schema['type'] === 'integer') {
    const [low, high] = [schema['minimum'], schema['maximum']];
    return high === undefined ? `a whole number from ${String(low)}` : `a whole number from ${String(low)} to ${String(high)}`;
  }
  return KINDS[String(schema['type'])] ?? 'a value';
};

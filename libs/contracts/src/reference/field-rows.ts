import type { TSchema } from '@sinclair/typebox';
import { expectedOf } from '../core/schema-words';
import { MARK } from '../core/shapes';

/** One field of a contract, as the reference shows it. */
export interface FieldRow {
  /** `persons[].nip`, or `person.nip`. */
  readonly name: string;
  readonly required: boolean;
  readonly kind: string;
  readonly meaning: string;
}

const kindOf = (schema: TSchema): string => {
  if (schema[MARK] === 'employer') return 'employer: a code, or a name that is not ambiguous';
  const items = schema['items'] as TSchema | undefined;
  if (items === undefined || items['type'] === 'object') return expectedOf(schema);
  return `${expectedOf(schema)}, each ${expectedOf(items)}`;
};

const fieldsOf = (schema: TSchema, prefix: string): readonly FieldRow[] => {
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.entries((schema['properties'] ?? {}) as Record<string, TSchema>).flatMap(([name, property]) => {
    const items = property['items'] as TSchema | undefined;
    const meaning = String(property['description'] ?? '');
    const row = { name: prefix + name, required: required.includes(name), kind: kindOf(property), meaning };
    return [row, ...(items === undefined ? fieldsOf(property, `${prefix}${name}.`) : fieldsOf(items, `${prefix}${name}[].`))];
  });
};

/** All fields of a schema, those of what it holds below it, in the order of the contract. */
export const fieldRows = (schema: TSchema): readonly FieldRow[] => fieldsOf(schema, '');

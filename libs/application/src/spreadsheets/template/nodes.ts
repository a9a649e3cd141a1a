import { MARK, catalogue, latestVersionOf, type EventType } from '@netral/contracts';
import { expectedOf } from '@netral/contracts/core/schema-words';

/** How a cell of a column is read. */
export type Form = 'nip' | 'name' | 'free-text' | 'employer' | 'day' | 'instant' | 'integer' | 'boolean' | 'code' | 'text' | 'all-or-codes';

interface Named {
  readonly name: string;
  readonly required: boolean;
  /** In English, from the contract. */
  readonly meaning: string;
}
/** One value: one column. */
export interface Leaf extends Named {
  readonly kind: 'leaf';
  readonly form: Form;
  /** A blank cell says null, which the contract takes. */
  readonly nullable: boolean;
  /** The form in words, as a receipt has it. */
  readonly expected: string;
  /** All codes that the contract allows; undefined: not a closed list. */
  readonly codes: readonly string[] | undefined;
}
export interface Group extends Named {
  readonly kind: 'group';
  readonly fields: readonly Node[];
}
/** Columns numbered from 1: `persons.1.nip`, `persons.2.nip`, … */
export interface List extends Named {
  readonly kind: 'list';
  readonly item: Leaf | Group;
  readonly itemsMin: number;
  readonly itemsMax: number;
}
export type Node = Leaf | Group | List;

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
  readonly [MARK]?: string;
}
const MARKED: Readonly<Record<string, Form>> = { 'nip': 'nip', 'person-name': 'name', 'free-text': 'free-text', 'employer': 'employer' };
const LIST_MAX = 5000;

const formOf = (schema: Schema): Form => {
  const marked = MARKED[schema[MARK] ?? ''];
  if (marked !== undefined) return marked;
  if (schema.enum !== undefined) return 'code';
  if (schema.anyOf !== undefined) return schema.anyOf.some(({ type }) => type === 'array') ? 'all-or-codes' : formOf(schema.anyOf[0] as Schema);
  if (schema.format !== undefined) return schema.format === 'date' ? 'day' : 'instant';
  if (schema.type === 'integer' || schema.type === 'boolean') return schema.type;
  if (schema.type === 'string') return 'text';
  throw new Error(`no column for the schema type ${String(schema.type)}`);
};

const nodeOf = (name: string, schema: Schema, required: boolean): Node => {
  const named = { name, required, meaning: schema.description ?? '' };
  if (schema.properties !== undefined) return { kind: 'group', ...named, fields: fieldsOf(schema) };
  if (schema.items !== undefined) {
    const item = nodeOf(name, schema.items, true);
    if (item.kind === 'list') throw new Error(`no columns for a list of lists: ${name}`);
    return { kind: 'list', ...named, item, itemsMin: schema.minItems ?? 0, itemsMax: schema.maxItems ?? LIST_MAX };
  }
  const nullable = schema.anyOf?.some(({ type }) => type === 'null') ?? false;
  return { kind: 'leaf', ...named, form: formOf(schema), nullable, expected: expectedOf(schema as never), codes: schema.enum };
};

const fieldsOf = ({ properties = {}, required = [] }: Schema): readonly Node[] =>
  Object.entries(properties).map(([name, schema]) => nodeOf(name, schema, required.includes(name)));

/** Fields of the latest version of an event, in the order of its contract. */
export const nodesOf = (type: EventType): readonly Node[] => fieldsOf(catalogue[type].versions[latestVersionOf(type) - 1]?.wire as unknown as Schema);

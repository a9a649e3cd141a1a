import type { TSchema } from '@sinclair/typebox';
import type { EventType } from '../catalogue';
import { versionOf } from './contract-version';
import { isPerson } from './secrecy';
import { MARK } from './shapes';

/** Where in a contract's data something stands that is rewritten on arrival; what holds nothing of that kind has no plan. */
export type Plan =
  | { readonly kind: 'employer' | 'free-text' }
  | { readonly kind: 'list'; readonly items: Plan }
  | { readonly kind: 'object' | 'person'; readonly fields: ReadonlyMap<string, Plan> };

export const planOf = (schema: TSchema): Plan | undefined => {
  const mark = schema[MARK] as string | undefined;
  if (mark === 'employer' || mark === 'free-text') return { kind: mark };
  if (mark !== undefined) throw new Error(`the mark ${mark} stands only in a person, beside a nip`);
  if (Array.isArray(schema['anyOf']) && (schema['anyOf'] as readonly TSchema[]).some((branch) => planOf(branch) !== undefined)) {
    throw new Error('a choice of shapes cannot hold anything marked: what is stored would depend on the data');
  }
  const items = schema['items'] as TSchema | undefined;
  const inner = items === undefined ? undefined : planOf(items);
  if (inner !== undefined) return { kind: 'list', items: inner };
  const properties = (schema['properties'] ?? {}) as Record<string, TSchema>;
  const person = isPerson(schema);
  const entries = Object.entries(properties)
    .filter(([name]) => !(person && (name === 'nip' || name === 'name')))
    .map(([name, property]) => [name, planOf(property)] as const)
    .filter((entry): entry is readonly [string, Plan] => entry[1] !== undefined);
  return person || entries.length > 0 ? { kind: person ? 'person' : 'object', fields: new Map(entries) } : undefined;
};

const plans = new Map<EventType, (Plan | undefined)[]>();

/** The plan of one released version, made on first use and kept. */
export const planFor = (type: EventType, version: number): Plan | undefined => {
  const known = plans.get(type) ?? [];
  if (version in known) return known[version];
  const wire = versionOf(type, version)?.wire;
  if (wire === undefined) throw new RangeError(`${type} has no version ${version}`);
  const plan = (known[version] = planOf(wire));
  plans.set(type, known);
  return plan;
};

type Fields = Readonly<Record<string, unknown>>;
/** What becomes of each marked thing. `person` gets the fields with what is marked inside them already rewritten. */
export interface Rewriting {
  readonly person: (person: Fields, pointer: string) => Fields;
  readonly text: (text: string, pointer: string) => string;
  readonly employer: (ref: string, pointer: string) => string;
}

/** A copy of data that keeps to the plan's contract, with each marked thing rewritten; pointers begin at `pointer`. */
export const rewrite = (plan: Plan | undefined, value: unknown, pointer: string, how: Rewriting): unknown => {
  if (plan === undefined || value === undefined) return value;
  switch (plan.kind) {
    case 'employer':
      return how.employer(value as string, pointer);
    case 'free-text':
      return how.text(value as string, pointer);
    case 'list':
      return (value as readonly unknown[]).map((item, index) => rewrite(plan.items, item, `${pointer}/${index}`, how));
    case 'object':
    case 'person': {
      const fields: Record<string, unknown> = { ...(value as Fields) };
      for (const name in fields) {
        const inner = plan.fields.get(name);
        if (inner !== undefined) fields[name] = rewrite(inner, fields[name], `${pointer}/${name}`, how);
      }
      return plan.kind === 'person' ? how.person(fields, pointer) : fields;
    }
  }
};

/**
 * Pointer of the first text that `holds` and that would stay as it was sent: no NIP or name of a person, no free text. Data keeps to
 * the plan's contract; `inside` is the plan of a field called data, where one message holds another's.
 */
export const firstStaying = (plan: Plan | undefined, value: unknown, holds: (text: string) => boolean, inside?: Plan): string | undefined => {
  if (plan?.kind === 'free-text') return undefined;
  if (typeof value === 'string') return holds(value) ? '' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return firstInList(plan?.kind === 'list' ? plan.items : undefined, value, holds);
  const person = plan?.kind === 'person';
  const fields = plan?.kind === 'object' || person ? plan.fields : undefined;
  for (const name in value) {
    if (person && (name === 'nip' || name === 'name')) continue;
    const below = name === 'data' && inside !== undefined ? inside : fields?.get(name);
    const found = firstStaying(below, (value as Fields)[name], holds);
    if (found !== undefined) return `/${name}${found}`;
  }
  return undefined;
};

const firstInList = (items: Plan | undefined, list: readonly unknown[], holds: (text: string) => boolean): string | undefined => {
  for (let index = 0; index < list.length; index += 1) {
    const found = firstStaying(items, list[index], holds);
    if (found !== undefined) return `/${index}${found}`;
  }
  return undefined;
};

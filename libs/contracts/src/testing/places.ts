import type { TSchema } from '@sinclair/typebox';
import type { EventType } from '../catalogue';
import { versionOf } from '../core/contract-version';
import { nestedOf } from '../core/corrected';

/** One place in a message's data: its pointer, the schema there, and ways to change what stands there. */
export interface Place {
  readonly pointer: string;
  readonly schema: TSchema;
  readonly value: unknown;
  /** Whether the object around it demands it. */
  readonly required: boolean;
}

const placesIn = (schema: TSchema, value: unknown, pointer: string, required: boolean): readonly Place[] => {
  const here: Place = { pointer, schema, value, required };
  if (Array.isArray(value)) {
    const items = schema['items'] as TSchema | undefined;
    return [here, ...(items === undefined ? [] : value.flatMap((item, index) => placesIn(items, item, `${pointer}/${index}`, false)))];
  }
  if (typeof value !== 'object' || value === null) return [here];
  const properties = schema['properties'] as Record<string, TSchema>;
  const demanded = (schema['required'] ?? []) as readonly string[];
  return [here, ...Object.entries(value).flatMap(([name, inner]) => {
    const property = properties[name];
    return property === undefined ? [] : placesIn(property, inner, `${pointer}/${name}`, demanded.includes(name));
  })];
};

/** Every place of data that keeps to its contract, that of a correction's corrected data included. */
export const placesOf = (type: EventType, version: number, data: unknown, pointer = '/data'): readonly Place[] => {
  const wire = versionOf(type, version)?.wire;
  const nested = nestedOf(type, data);
  const own = wire === undefined ? [] : placesIn(wire, data, pointer, true);
  return nested === undefined ? own : [...own, ...placesOf(nested.type, nested.version, nested.data, `${pointer}/data`)];
};

/** A copy of a message with what stands at a pointer replaced; `undefined` takes it away. */
export const changed = (message: object, pointer: string, value: unknown): Record<string, unknown> => {
  const copy = JSON.parse(JSON.stringify(message)) as Record<string, unknown>;
  const names = pointer.split('/').slice(1);
  const last = names.pop() ?? '';
  let around: Record<string, unknown> = copy;
  for (const name of names) around = around[name] as Record<string, unknown>;
  if (value === undefined) delete around[last];
  else around[last] = value;
  return copy;
};

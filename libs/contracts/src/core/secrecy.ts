import type { TSchema } from '@sinclair/typebox';
import { MARK } from './shapes';

/**
 * How much of a value may be shown in an error: `open` whole, `nip` and `shape` nothing but its shape; `code-only`
 * stands beside a person's name, where a spreadsheet whose columns slipped would put it: shown if written like a code.
 */
export type Secrecy = 'open' | 'code-only' | 'shape' | 'nip';

const PERSONAL = ['nip', 'person-name', 'free-text'];
type Properties = Readonly<Record<string, TSchema>>;
const propertiesOf = (schema: TSchema): Properties => (schema['properties'] as Properties | undefined) ?? {};
const innerOf = (schema: TSchema): readonly TSchema[] => {
  const items = schema['items'] as TSchema | undefined;
  return items === undefined ? Object.values(propertiesOf(schema)) : [items];
};
const holdsPersonal = (schema: TSchema): boolean => PERSONAL.includes(schema[MARK] as string) || innerOf(schema).some(holdsPersonal);
export const isPerson = (schema: TSchema): boolean => propertiesOf(schema)['nip']?.[MARK] === 'nip';

/** @param path JSON pointer within the data, as far as the schema knows it */
export const secrecyAt = (root: TSchema, path: string): Secrecy => {
  let [schema, besidePerson]: [TSchema | undefined, boolean] = [root, false];
  for (const name of path.split('/').slice(1)) {
    if (schema === undefined) return besidePerson ? 'shape' : 'open';
    besidePerson ||= isPerson(schema);
    schema = (schema['items'] as TSchema | undefined) ?? propertiesOf(schema)[name];
  }
  if (schema === undefined) return besidePerson ? 'shape' : 'open';
  if (schema[MARK] === 'nip') return 'nip';
  if (holdsPersonal(schema)) return 'shape';
  return besidePerson ? 'code-only' : 'open';
};

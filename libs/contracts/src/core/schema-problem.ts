import type { ErrorObject } from 'ajv';
import type { TSchema } from '@sinclair/typebox';
import { foundIn, nameFound, shapeOf, showableName } from './found';
import type { ReasonCode } from './reason-codes';
import { refused, type Result } from './result';
import { expectedOf } from './schema-words';
import { secrecyAt } from './secrecy';

const CODES: Readonly<Record<string, ReasonCode>> = {
  required: 'missing-field', additionalProperties: 'unknown-field', type: 'wrong-type', enum: 'wrong-value', const: 'wrong-value',
  pattern: 'wrong-format', minLength: 'too-short', maxLength: 'too-long', minItems: 'too-few', maxItems: 'too-many',
  minimum: 'too-small', maximum: 'too-large',
};
const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;
const isFork = ({ keyword }: ErrorObject): boolean => keyword === 'anyOf';
const isMereKind = ({ keyword }: ErrorObject): boolean => keyword === 'type' || keyword === 'const';

/** Of the errors about one problem, the one that says most: the deepest; there, the branch that fits the value's kind. */
const mostSpecific = (errors: readonly ErrorObject[]): ErrorObject => {
  const deepest = Math.max(...errors.map(depth));
  const there = errors.filter((error) => depth(error) === deepest);
  const chosen = there.find((error) => !isFork(error) && !isMereKind(error)) ?? there.find(isFork) ?? there[0];
  if (chosen === undefined) throw new Error('a validation that fails names no error');
  return chosen;
};

const codeOf = ({ keyword, params, data, schema }: ErrorObject): ReasonCode => {
  if (keyword === 'format') return params['format'] === 'date' ? 'wrong-date' : 'wrong-time';
  if (keyword === 'anyOf') {
    const kinds = (schema as readonly TSchema[]).map((branch) => branch['type'] as string);
    return kinds.includes(typeof data) ? 'wrong-value' : 'wrong-type';
  }
  return CODES[keyword] ?? 'wrong-format';
};

/**
 * The one problem that a sender is told of, out of what Ajv found.
 * @param root schema of the data
 * @param base pointer of the data within the message, `/data` or `/data/data`
 */
export const problemOf = (root: TSchema, errors: readonly ErrorObject[], base: string): Result<never> => {
  const error = mostSpecific(errors);
  const { keyword, params, instancePath, data, parentSchema } = error;
  const pointer = base + instancePath;
  if (keyword === 'required') {
    const name = String(params['missingProperty']);
    const properties = parentSchema?.['properties'] as Record<string, TSchema>;
    return refused('missing-field', `${pointer}/${name}`, 'nothing', expectedOf(properties[name]));
  }
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    const known = Object.keys(parentSchema?.['properties'] as object).join(', ');
    return refused('unknown-field', showableName(name) ? `${pointer}/${name}` : pointer, nameFound(name), `only: ${known}`);
  }
  const secrecy = secrecyAt(root, instancePath);
  if (secrecy === 'nip') return refused('impossible-nip', pointer, shapeOf(data), 'a NIP: text of 18 digits');
  const code = codeOf(error);
  const shown = secrecy === 'open' || (secrecy === 'code-only' && typeof data === 'string' && /^[a-z0-9._-]{1,40}$/.test(data));
  return refused(code, pointer, shown && code !== 'wrong-type' ? foundIn(data) : shapeOf(data), expectedOf(parentSchema as TSchema));
};

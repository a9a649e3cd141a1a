import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { EventType } from '../catalogue';
import { versionOf } from './contract-version';
import { isDay, isInstant } from './days';
import { MARK } from './shapes';

const compiler = (told: boolean): Ajv => {
  const ajv = new Ajv({ strict: true, strictRequired: false, verbose: told, allErrors: false, ownProperties: told });
  ajv.addKeyword({ keyword: MARK, schemaType: 'string' });
  ajv.addFormat('date', isDay);
  ajv.addFormat('date-time', isInstant);
  return ajv;
};
/** Nearly all data is valid, which is seen in half the time without being ready to say what is wrong. */
const [quick, telling] = [compiler(false), compiler(true)];

/** Compiled on first use and kept: a contract never changes while a process runs. */
const compiled = { quick: new Map<EventType, ValidateFunction[]>(), telling: new Map<EventType, ValidateFunction[]>() };

const validator = (kind: 'quick' | 'telling', type: EventType, version: number): ValidateFunction => {
  const known = compiled[kind].get(type) ?? [];
  const found = known[version];
  if (found !== undefined) return found;
  const wire = versionOf(type, version)?.wire;
  if (wire === undefined) throw new RangeError(`${type} has no version ${version}`);
  const made = (kind === 'quick' ? quick : telling).compile(wire);
  known[version] = made;
  compiled[kind].set(type, known);
  return made;
};

/** Ajv's errors against one released version, or undefined when the data keeps to it. Stops at the first problem. */
export const schemaErrors = (type: EventType, version: number, data: unknown): readonly ErrorObject[] | undefined => {
  if (isParsed(data) && validator('quick', type, version)(data)) return undefined;
  const validate = validator('telling', type, version);
  return validate(data) ? undefined : (validate.errors ?? []);
};

/** Fields that every object inherits are no fields of data: only what a parser made is judged without asking whose a field is. */
const isParsed = (data: unknown): boolean => typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { EventType } from '../catalogue';
import { versionOf } from './contract-version';
import { isDay, isInstant } from './days';
import { MARK } from './shapes';

const ajv = new Ajv({ strict: true, strictRequired: false, verbose: true, allErrors: false, ownProperties: true });
ajv.addKeyword({ keyword: MARK, schemaType: 'string' });
ajv.addFormat('date', isDay);
ajv.addFormat('date-time', isInstant);

/** Compiled on first use and kept: a contract never changes while a process runs. */
const compiled = new Map<string, ValidateFunction>();

/** Ajv's errors against one released version, or undefined when the data keeps to it. Stops at the first problem. */
export const schemaErrors = (type: EventType, version: number, data: unknown): readonly ErrorObject[] | undefined => {
  const key = `${type}/${version}`;
  let validate = compiled.get(key);
  if (validate === undefined) {
    const wire = versionOf(type, version)?.wire;
    if (wire === undefined) throw new RangeError(`${type} has no version ${version}`);
    validate = ajv.compile(wire);
    compiled.set(key, validate);
  }
  return validate(data) ? undefined : (validate.errors ?? []);
};

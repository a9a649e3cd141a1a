import type { EventType } from '../catalogue';
import { contractVersionOf, versionOf, type ContractVersion } from './contract-version';
import { nestedOf } from './corrected';
import { checkCorrection, checkSameMatter } from './correction-checks';
import type { CloudEvent } from './envelope';
import { parseEnvelope } from './parse-envelope';
import { checkPersons } from './person-checks';
import type { Marks } from './personal';
import { DONE, accepted, firstRefusal, type Result } from './result';
import { problemOf } from './schema-problem';
import { checkTogether } from './span-checks';
import { schemaErrors } from './validator';

const checkSchema = (type: EventType, version: number, data: unknown, base: string): Result<void> => {
  const errors = schemaErrors(type, version, data);
  if (errors === undefined) return DONE;
  const wire = versionOf(type, version)?.wire;
  return wire === undefined ? DONE : problemOf(wire, errors, base);
};

/**
 * Whether data keeps to one released version of a contract: its schema, and what needs no other message to be seen.
 * Refuses with the first and most specific problem; pointers begin at the root of the message (`/data/…`).
 * Gives what it names of persons, texts and employers.
 * @throws RangeError when there is no such version: ask `contractVersionOf` first
 */
export const readData = (type: EventType, version: number, data: unknown): Result<Marks> => {
  const schema = checkSchema(type, version, data, '/data');
  if (!schema.ok) return schema;
  const correction = checkCorrection(type, data);
  if (!correction.ok) return correction;
  const nested = nestedOf(type, data);
  const inner = nested === undefined ? DONE : checkSchema(nested.type, nested.version, nested.data, '/data/data');
  if (!inner.ok) return inner;
  const persons = checkPersons(type, version, data);
  if (!persons.ok) return persons;
  const together = checkTogether(type, data, '/data');
  if (!together.ok) return together;
  if (nested === undefined) return persons;
  const rest = firstRefusal(() => checkTogether(nested.type, nested.data, '/data/data'), () => checkSameMatter(type, data));
  return rest.ok ? persons : rest;
};

/** The same, of which only the verdict is asked. @throws RangeError when there is no such version */
export const validateData = (type: EventType, version: number, data: unknown): Result<void> => {
  const read = readData(type, version, data);
  return read.ok ? DONE : read;
};

/** A message that keeps to its contract. Whether its sender may say so, and whether it was said before, is the ingest's to ask. */
export interface ReadMessage extends ContractVersion {
  readonly event: CloudEvent;
}

/** Judges one message, of which `JSON.parse` made `json`, against envelope and contract. */
export const readMessage = (json: unknown): Result<ReadMessage> => {
  const event = parseEnvelope(json);
  if (!event.ok) return event;
  const contract = contractVersionOf(event.value);
  if (!contract.ok) return contract;
  const data = validateData(contract.value.type, contract.value.version, event.value.data);
  return data.ok ? accepted({ ...contract.value, event: event.value }) : data;
};

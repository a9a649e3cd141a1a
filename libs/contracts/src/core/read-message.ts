import type { EventType } from '../catalogue';
import { contractVersionOf, versionOf, type ContractVersion } from './contract-version';
import { nestedOf } from './corrected';
import { checkCorrection, checkSameMatter } from './correction-checks';
import type { CloudEvent } from './envelope';
import { parseEnvelope } from './parse-envelope';
import { checkPersons } from './person-checks';
import { DONE, accepted, firstRefusal, type Result } from './result';
import { problemOf } from './schema-problem';
import { checkTogether } from './span-checks';
import { schemaErrors } from './validator';

const checkSchema = (type: EventType, version: number, data: unknown, base: string): Result<void> => {
  const errors = schemaErrors(type, version, data);
  const wire = versionOf(type, version)?.wire;
  return errors === undefined || wire === undefined ? DONE : problemOf(wire, errors, base);
};

/**
 * Whether data keeps to one released version of a contract: its schema, and what needs no other message to be seen.
 * Refuses with the first and most specific problem; pointers begin at the root of the message (`/data/…`).
 * @throws RangeError when there is no such version: ask `contractVersionOf` first
 */
export const validateData = (type: EventType, version: number, data: unknown): Result<void> =>
  firstRefusal(
    () => checkSchema(type, version, data, '/data'),
    () => checkCorrection(type, data),
    () => {
      const nested = nestedOf(type, data);
      return nested === undefined ? DONE : checkSchema(nested.type, nested.version, nested.data, '/data/data');
    },
    () => checkPersons(type, version, data),
    () => checkTogether(type, data, '/data'),
    () => {
      const nested = nestedOf(type, data);
      return nested === undefined ? DONE : checkTogether(nested.type, nested.data, '/data/data');
    },
    () => checkSameMatter(type, data),
  );

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

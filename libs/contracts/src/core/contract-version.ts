import { catalogue, eventTypes, type EventType } from '../catalogue';
import type { CloudEvent } from './envelope';
import type { EventContract, EventVersion } from './event-contract';
import { foundIn } from './found';
import { SCHEMA_ROOT, ceType, dataschemaOf, typeOfCe } from './names';
import { accepted, refused, type Result } from './result';

export interface ContractVersion {
  readonly type: EventType;
  readonly contract: EventContract<string, never>;
  readonly version: number;
}

const SCHEMA = /^(.+)\/([1-9]\d{0,3})$/;

/** The released versions of a type in words: `1 or 2`. */
const released = (type: EventType): string => `version ${catalogue[type].versions.map(({ version }) => version).join(' or ')}`;

/** By `type`, then by `dataschema`; with the verdict made once, since every message asks for one. */
const sendable: ReadonlyMap<string, ReadonlyMap<string, Result<ContractVersion>>> = new Map(
  eventTypes.filter((type) => catalogue[type].role !== 'intake').map((type) => [ceType(type), new Map(
    catalogue[type].versions.map(({ version }) => {
      const contract = catalogue[type] as unknown as EventContract<string, never>;
      return [dataschemaOf(type, version), accepted({ type, contract, version })] as const;
    }))]),
);

const whyNot = (sent: string, dataschema: string): Result<never> => {
  const type = typeOfCe(sent);
  if (type === undefined) return refused('unknown-type', '/type', foundIn(sent), 'id.netral.<role>.<event> of the catalogue');
  if (catalogue[type].role === 'intake') return refused('reserved-type', '/type', foundIn(sent), 'a type that agencies send');
  const [, schema, digits] = SCHEMA.exec(dataschema) ?? [];
  const expected = `${dataschemaOf(type)} (${released(type)})`;
  if (schema === undefined || !schema.startsWith(`${SCHEMA_ROOT}/`)) {
    return refused('wrong-format', '/dataschema', foundIn(dataschema), expected);
  }
  if (`${schema}/1` !== dataschemaOf(type, 1)) {
    return refused('type-and-schema-differ', '/dataschema', foundIn(dataschema), `${expected}, as type is ${ceType(type)}`);
  }
  return unknownVersion(type, Number(digits), '/dataschema');
};

/** The event and version that a message claims by `type` and `dataschema`; whether its data keeps to it is not looked at. */
export const contractVersionOf = ({ type, dataschema }: Pick<CloudEvent, 'type' | 'dataschema'>): Result<ContractVersion> =>
  sendable.get(type)?.get(dataschema) ?? whyNot(type, dataschema);

/** One released version of an event, if there is one. */
export const versionOf = (type: EventType, version: number): EventVersion | undefined =>
  catalogue[type].versions.find((each) => each.version === version);

/** What to say of a version that was never released. */
export const unknownVersion = (type: EventType, version: number, pointer: string): Result<never> =>
  refused('unknown-version', pointer, `version ${version}`, released(type));

import { catalogue, eventTypes, type EventType } from '../catalogue';
import { versionOf } from '../core/contract-version';
import type { CloudEvent } from '../core/envelope';
import { kebabOf } from '../core/names';
import { toStored } from '../core/personal';
import { exampleMessage } from '../examples';
import { shapeOfSchema } from './schema-shape';

/**
 * What a released version of an event is held to for ever: what it accepts, one message as sent, what the log holds of
 * it, and what the upcaster makes of the message of the version before.
 */
export interface Golden {
  readonly schema: unknown;
  readonly message: CloudEvent;
  readonly stored: unknown;
  readonly upcast?: unknown;
}

/** Every released version, and the file that holds it: `<role>/<kebab>.v<version>.json`. */
export const goldenFiles: readonly { readonly type: EventType; readonly version: number; readonly path: string }[] = eventTypes.flatMap(
  (type) => catalogue[type].versions.map(({ version }) => (
    { type, version, path: `${catalogue[type].role}/${kebabOf(type)}.v${version}.json` }
  )),
);

/** Stored form with pseudonyms and ids that are the same at every run: numbered in the order of the data. */
const storedForm = (type: EventType, version: number, data: unknown): unknown => {
  const [subjects, texts] = [new Map<string, string>(), new Map<string, string>()];
  const numbered = (known: Map<string, string>, key: string, kind: string): string => {
    const id = known.get(key) ?? `00000000-0000-4000-${kind}-${String(known.size + 1).padStart(12, '0')}`;
    known.set(key, id);
    return id;
  };
  return toStored(type, version, data, {
    subject: (nip) => numbered(subjects, nip, '8000'),
    sealed: (pointer) => numbered(texts, pointer, '9000'),
    employer: (ref) => ref,
  });
};

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/**
 * What the code makes of a version now.
 * @param message the message to hold it to: that of the released file, or for a new version its example
 * @param before what the log holds of the version before, from its released file
 */
export const goldenOf = (
  type: EventType, version: number, message: CloudEvent = exampleMessage(type, version), before?: unknown,
): Golden => {
  const released = versionOf(type, version);
  if (released === undefined) throw new RangeError(`${type} has no version ${version}`);
  const { wire, upcast } = released;
  const golden = { schema: shapeOfSchema(wire), message, stored: storedForm(type, version, message.data) };
  return asJson(upcast === undefined ? golden : { ...golden, upcast: upcast(before as never) }) as Golden;
};

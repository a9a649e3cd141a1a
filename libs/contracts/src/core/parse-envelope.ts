import { isInstant } from './days';
import type { CloudEvent } from './envelope';
import { foundIn, nameFound, shapeOf, showableName } from './found';
import { checkLimits } from './json-limits';
import { containsNip } from './nip';
import { DONE, accepted, firstRefusal, refused, type Result } from './result';

/** Characters of an `id`, `source`, `subject` or text of an extension. */
export const ATTRIBUTE_LENGTH_MAX = 200;
/** Extension attributes of one message. */
export const EXTENSIONS_MAX = 20;
/** What nearly every attribute is, and quicker to see. */
const PLAIN = /^[\x20-\x7e]+$/;
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;
const SOURCE = /^urn:netral:([a-z][a-z0-9-]{1,39})(?::([A-Za-z0-9._-]{1,64}))?$/;
const EXTENSION_NAME = /^[a-z0-9]{1,20}$/;
const JSON_CONTENT = /^application\/json(?:; ?charset=utf-8)?$/i;

type Rule = readonly [expected: string, holds: (text: string) => boolean, code?: 'wrong-format' | 'wrong-value' | 'wrong-time'];
const printable: Rule = [`1 to ${ATTRIBUTE_LENGTH_MAX} printable characters`, (text) => PLAIN.test(text) || PRINTABLE.test(text)];
const REQUIRED: Readonly<Record<string, Rule>> = {
  specversion: ['1.0', (text) => text === '1.0', 'wrong-value'],
  id: printable,
  source: ['urn:netral:<agency> or urn:netral:<agency>:<office>', (text) => SOURCE.test(text)],
  type: printable,
  dataschema: printable,
  subject: printable,
  time: ['an instant by RFC 3339 with seconds and offset, such as 2020-10-26T14:30:00+07:00', isInstant, 'wrong-time'],
};

const tooLong = (pointer: string, value: string): Result<never> =>
  refused('too-long', pointer, shapeOf(value), `up to ${ATTRIBUTE_LENGTH_MAX} characters`);

/** Texts of attributes that are the same in many messages, found good before: by attribute. */
const seen: Readonly<Record<string, Set<unknown>>> = { specversion: new Set(), source: new Set(), type: new Set(), dataschema: new Set() };
const SEEN_MAX = 1000;

const attribute = (message: Readonly<Record<string, unknown>>, name: string, rule: Rule): Result<void> => {
  const known = seen[name];
  if (known === undefined) return judged(message, name, rule);
  const value = message[name];
  if (known.has(value) && Object.hasOwn(message, name)) return DONE;
  const found = judged(message, name, rule);
  if (found.ok && known.size < SEEN_MAX) known.add(value);
  return found;
};

const judged = (message: Readonly<Record<string, unknown>>, name: string, [expected, holds, code]: Rule): Result<void> => {
  const value = message[name];
  const pointer = `/${name}`;
  if (!Object.hasOwn(message, name)) return refused('missing-field', pointer, 'nothing', expected);
  if (typeof value !== 'string') return refused('wrong-type', pointer, shapeOf(value), `text: ${expected}`);
  if (value === '') return refused('too-short', pointer, 'empty text', expected);
  if (value.length > ATTRIBUTE_LENGTH_MAX) return tooLong(pointer, value);
  if (containsNip(value)) return refused('nip-outside-person', pointer, shapeOf(value), 'no NIP: the attribute is stored in the log');
  return holds(value) ? DONE : refused(code ?? 'wrong-format', pointer, foundIn(value), expected);
};

/**
 * Extension attributes are taken and left aside: tracing and partitioning add them on the way, they are no part of the
 * fact. But only well-formed ones (lower-case letters and digits, up to 20; text, whole number or boolean), so that a
 * misspelt attribute of ours (`dataSchema`, `data_base64`) is told to its sender instead of being overlooked.
 */
const extension = (name: string, value: unknown): Result<void> => {
  const pointer = showableName(name) ? `/${name}` : '';
  const expected = 'an attribute of CloudEvents 1.0, or an extension named in up to 20 lower-case letters and digits';
  if (!EXTENSION_NAME.test(name)) return refused('unknown-field', pointer, nameFound(name), expected);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value))) return accepted(undefined);
  if (typeof value !== 'string') return refused('wrong-type', pointer, shapeOf(value), 'text, whole number or boolean');
  if (value.length > ATTRIBUTE_LENGTH_MAX) return tooLong(pointer, value);
  return containsNip(value) ? refused('nip-outside-person', pointer, shapeOf(value), 'no NIP') : accepted(undefined);
};

const extensions = (message: Readonly<Record<string, unknown>>): Result<void> => {
  const names = Object.keys(message).filter((name) => !KNOWN.has(name));
  if (names.length === 0) return DONE;
  if (names.length > EXTENSIONS_MAX) return refused('too-many', '', `${names.length} extension attributes`, `up to ${EXTENSIONS_MAX}`);
  return firstRefusal(...names.map((name) => () => extension(name, message[name])));
};

const KNOWN = new Set([...Object.keys(REQUIRED), 'datacontenttype', 'data']);
const RULES = Object.entries(REQUIRED);

const required = (message: Readonly<Record<string, unknown>>): Result<void> => {
  for (const [name, rule] of RULES) {
    const found = attribute(message, name, rule);
    if (!found.ok) return found;
  }
  return DONE;
};

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const contentType = (value: unknown): Result<void> =>
  value === undefined || value === 'application/json' || (typeof value === 'string' && JSON_CONTENT.test(value))
    ? DONE
    : refused('wrong-value', '/datacontenttype', foundIn(value), 'application/json');

/**
 * Reads the envelope of one message: CloudEvents 1.0 in JSON, structured mode. `data` must be an object and is not
 * looked into. The result holds our attributes only.
 * @param json what `JSON.parse` gave
 */
export const parseEnvelope = (json: unknown): Result<CloudEvent> => {
  if (!isObject(json)) return refused('not-an-object', '', shapeOf(json), 'a JSON object');
  const limits = checkLimits(json);
  if (!limits.ok) return limits;
  const message = json;
  const ours = required(message);
  if (!ours.ok) return ours;
  const content = contentType(message['datacontenttype']);
  if (!content.ok) return content;
  const others = extensions(message);
  if (!others.ok) return others;
  const { data } = message;
  if (!Object.hasOwn(message, 'data')) return refused('missing-field', '/data', 'nothing', 'an object');
  if (!isObject(data)) return refused('wrong-type', '/data', shapeOf(data), 'an object');
  const { id, source, type, dataschema, subject, time } = message as unknown as CloudEvent;
  const known = { specversion: '1.0', id, source, type, dataschema, subject, time, data } as const;
  return accepted(message['datacontenttype'] === undefined ? known : { ...known, datacontenttype: 'application/json' });
};

/** Agency and office that a well-formed `source` names. */
export const partsOfSource = (source: string): { readonly agency: string; readonly office?: string } | undefined => {
  const [, agency, office] = SOURCE.exec(source) ?? [];
  if (agency === undefined) return undefined;
  return office === undefined ? { agency } : { agency, office };
};

/**
 * `source` and `id` of whatever was sent, as far as they are such that a receipt and the log may repeat them (text,
 * printable, no NIP); null where not.
 */
export const identityOf = (json: unknown): { readonly source: string | null; readonly id: string | null } => {
  const read = (name: 'source' | 'id'): string | null => {
    if (typeof json !== 'object' || json === null || !Object.hasOwn(json, name)) return null;
    const rule = REQUIRED[name];
    const message = json as Readonly<Record<string, unknown>>;
    return rule !== undefined && checkLimits(message[name]).ok && attribute(message, name, rule).ok ? (message[name] as string) : null;
  };
  return { source: read('source'), id: read('id') };
};

import type { TopicMessage } from '@netral/messaging';
import type { IncomingMessage, Reason } from '../ingest/ingest';
import { decodeText } from '../ingest/json-text';
import { oversized } from '../ingest/ndjson';
import { scanJson } from '../ingest/scan-json';

export interface BindingLimits {
  readonly messageBytesMax: number;
  readonly depthMax: number;
}
type Bound = Pick<IncomingMessage, 'content' | 'refusal'>;

const STRUCTURED = /^application\/cloudevents\+json(?: ?; ?charset=utf-8)?$/i;
const JSON_DATA = /^(?:application\/json|application\/[a-z0-9.+-]{1,60}\+json)(?: ?; ?charset=utf-8)?$/i;
const ATTRIBUTE = 'ce_';
const CONTENT_TYPES = 'application/cloudevents+json, or application/json beside ce_ headers';

/**
 * One message of a topic by the CloudEvents binding to Kafka: structured (the value is the whole event) or binary (attributes as `ce_`
 * headers, the value is the data). Either way the same event in JSON, so that it is the same message whichever way it comes.
 */
export const readBinding = ({ value, headers }: TopicMessage, { messageBytesMax, depthMax }: BindingLimits): Bound => {
  if (value !== null && value.byteLength > messageBytesMax) return { content: oversized(value) };
  const named = inLowerCase(headers);
  const type = contentTypeIn(named);
  const binary = [...named.keys()].some((name) => name.startsWith(ATTRIBUTE));
  if (type !== undefined && STRUCTURED.test(type)) return value === null ? tombstone(undefined) : { content: value };
  const attributes = attributesIn(named, type);
  if (value === null) return tombstone(binary ? attributes.json : undefined);
  if (type !== undefined && (/^application\/cloudevents/i.test(type) || !JSON_DATA.test(type))) return wrong(value, { code: 'wrong-content-type', found: showable(type), expected: CONTENT_TYPES });
  if (!binary) {
    const found = type === undefined ? 'neither' : `content type ${showable(type)} without ce_ headers`;
    return wrong(value, { code: type === undefined ? 'missing-content-type' : 'wrong-content-type', found, expected: CONTENT_TYPES });
  }
  if (attributes.refusal !== undefined) return { content: whole(attributes.json, value), refusal: attributes.refusal };
  const data = decodeText(value);
  const scanned = data.ok ? scanJson(data.bytes, depthMax) : { ok: false as const, problem: data.problem };
  if (data.ok && scanned.ok) return { content: whole(attributes.json, data.bytes) };
  const { problem } = scanned as { problem: { code: string; offset: number; found: string; expected: string } };
  const reason = { code: problem.code, pointer: '/data', found: `${problem.found} at byte ${problem.offset + (data.ok ? data.skipped : 0)} of the value`, expected: problem.expected };
  return { content: Buffer.from(JSON.stringify({ ...attributes.json, data_base64: Buffer.from(value).toString('base64') })), refusal: reason };
};

const wrong = (content: Uint8Array, refusal: Reason): Bound => ({ content, refusal });

/** Kept with the attributes that stood beside it, if any, so that its receipt can name it. */
const tombstone = (attributes: Readonly<Record<string, string>> | undefined): Bound => ({
  content: attributes === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(attributes)),
  refusal: { code: 'tombstone', found: 'no value', expected: 'an event' },
});

/** The event in JSON: the data are put in as they came, so that no number or text of them changes. */
const whole = (attributes: Readonly<Record<string, string>>, data: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`${JSON.stringify(attributes).slice(0, -1)}${Object.keys(attributes).length === 0 ? '' : ','}"data":`), data, Buffer.from('}')]);

type Named = ReadonlyMap<string, readonly Uint8Array[]>;

const inLowerCase = (headers: Named): Named => {
  const named = new Map<string, readonly Uint8Array[]>();
  for (const [name, values] of headers) named.set(name.toLowerCase(), [...(named.get(name.toLowerCase()) ?? []), ...values]);
  return named;
};

const contentTypeIn = (headers: Named): string | undefined => {
  const [first] = headers.get('content-type') ?? [];
  return first === undefined ? undefined : Buffer.from(first).toString('latin1').trim();
};

/** Attributes from headers, texts all of them; and why they cannot be believed, if so. */
const attributesIn = (headers: Named, type: string | undefined): { readonly json: Readonly<Record<string, string>>; readonly refusal?: Reason } => {
  const json: Record<string, string> = {};
  let refusal: Reason | undefined;
  for (const [name, values] of headers) {
    if (!name.startsWith(ATTRIBUTE)) continue;
    const attribute = name.slice(ATTRIBUTE.length);
    const pointer = /^[a-z]{1,20}$/.test(attribute) ? `/${attribute}` : '';
    const decoded = decodeText(values[0] ?? new Uint8Array());
    if (values.length > 1) refusal ??= { code: 'duplicate-key', pointer, found: `a header that stands ${values.length} times`, expected: 'each attribute once' };
    if (attribute === 'data' || attribute === 'data_base64') refusal ??= { code: 'unknown-field', pointer, found: 'data in a header', expected: 'the data as the value of the message' };
    else if (!decoded.ok) refusal ??= { code: 'invalid-utf-8', pointer, found: decoded.problem.found, expected: decoded.problem.expected };
    else json[attribute] = decoded.text;
  }
  if (type !== undefined) json['datacontenttype'] = JSON_DATA.test(type) ? 'application/json' : type;
  return { json, ...(refusal && { refusal }) };
};

/** A content type in its own words only if it is plainly one: a header may hold anything. */
const showable = (type: string): string => (/^[a-z]{1,20}\/[a-z.+-]{1,60}$/i.test(type) ? type : `${type.length} characters`);

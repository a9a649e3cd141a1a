import { identityOf, parseEnvelope, partsOfSource, type CloudEvent } from '@netral/contracts';
import { keyRefusal, senderOfSource, wayOf } from './arrival';
import { canonicalText } from './canonical-json';
import type { IncomingMessage, Reason, Sender } from './ingest';
import { decodeText } from './json-text';
import { deadLetterIdOf, eventIdOf } from './message-ids';
import { isOversized, oversized } from './ndjson';
import { readText } from './read-text';
import { mayUseSource } from './sender-office';

export interface MessageLimits {
  readonly messageBytesMax: number;
  readonly depthMax: number;
}
export type KeyedHash = (content: string | Uint8Array) => string;

interface Common {
  readonly sender: Sender;
  readonly contentHash: string;
  /** Of the set-aside message that this is or would become. */
  readonly deadLetterId: string;
  /** As sent; undefined when it was too large to keep. */
  readonly content: Uint8Array | string | undefined;
  readonly contentBytes: number;
  readonly source: string | null;
  readonly id: string | null;
}
/** A message with a whole envelope, from the agency that its source names; its data has not been looked at. */
export interface EnvelopedMessage extends Common {
  readonly kind: 'enveloped';
  readonly event: CloudEvent;
  readonly eventId: string;
}
/** A message that cannot be judged any further. */
export interface RefusedMessage extends Common {
  readonly kind: 'refused';
  readonly reason: Reason;
  /** As far as it could be read: the season is taken from it, if that is known. */
  readonly data: unknown;
}
export type OpenedMessage = EnvelopedMessage | RefusedMessage;

/** What a repeat must repeat: RFC 8785, so that spaces and the order of keys make no difference. */
const contentOf = ({ type, dataschema, subject, time, data }: CloudEvent): string => canonicalText({ data, dataschema, subject, time, type });

/** Reads bytes as one message of this sender, before anything is asked of the log or of the rules. */
export const openMessage = (message: IncomingMessage, limits: MessageLimits, hash: KeyedHash): OpenedMessage => {
  const { content } = message;
  const large = isOversized(content) ? content : undefined;
  const given = isOversized(content) ? undefined : content;
  const contentBytes = large?.bytes ?? (typeof given === 'string' ? Buffer.byteLength(given) : given?.byteLength ?? 0);
  const refuse = (reason: Reason, contentHash: string, json?: unknown, way?: string): RefusedMessage => {
    const { source, id } = identityOf(json);
    const sender = senderOfSource(message.sender, source);
    const deadLetterId = message.deadLetterId ?? deadLetterIdOf(sender, source, id, contentHash, way);
    const data = (json as { data?: unknown } | null | undefined)?.data;
    return { kind: 'refused', reason, sender, contentHash, deadLetterId, content: given, contentBytes, source, id, data };
  };
  if (given === undefined || contentBytes > limits.messageBytesMax) {
    const { sha256 } = large ?? oversized(bytesOf(given as Uint8Array | string));
    const reason = { code: 'message-too-large', found: `${contentBytes} bytes`, expected: `up to ${limits.messageBytesMax} bytes` };
    return { ...refuse(reason, hash(`sha256:${sha256}`)), content: undefined };
  }
  const read = readJson(given, limits.depthMax);
  if (message.refusal !== undefined) return refuse(message.refusal, hash(given), read.json, wayOf(message, message.refusal));
  if (!read.ok) return refuse(read.reason, hash(given), read.json);
  const envelope = parseEnvelope(read.json);
  if (!envelope.ok) return refuse(envelope.reason, hash(given), read.json);
  const event = envelope.value;
  const contentHash = hash(contentOf(event));
  const sender = senderOfSource(message.sender, event.source);
  const agency = partsOfSource(event.source)?.agency;
  if (agency !== sender.agency) {
    return refuse({ code: 'sender-not-source', pointer: '/source', found: event.source, expected: `urn:netral:${sender.agency}, or an office of it` }, contentHash, read.json);
  }
  if (!mayUseSource(sender, event.source)) {
    const expected = `urn:netral:${sender.agency}:<employer>, of an employer of the key`;
    return refuse({ code: 'wrong-employer', pointer: '/source', found: event.source, expected }, contentHash, read.json);
  }
  const misplaced = keyRefusal(message.key, event.subject);
  if (misplaced !== undefined) return refuse(misplaced, contentHash, read.json, wayOf(message, misplaced));
  const { source, id } = event;
  const ids = { eventId: eventIdOf(source, id), deadLetterId: message.deadLetterId ?? deadLetterIdOf(sender, source, id, contentHash) };
  return { kind: 'enveloped', event, sender, contentHash, content: given, contentBytes, source, id, ...ids };
};

type Json = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly reason: Reason; readonly json?: unknown };

/** What a text in memory may hold that its bytes in UTF-8 do not: a byte order mark, halves of characters. */
const BEYOND_UTF8 = /[\ufeff\ud800-\udfff]/;

const readJson = (given: Uint8Array | string, depthMax: number): Json => {
  if (typeof given === 'string' && !BEYOND_UTF8.test(given)) {
    const read = readText(given, () => bytesOf(given), depthMax);
    return read.ok ? read : { ok: false, reason: reasonOf(read.problem, 0), json: read.json };
  }
  const decoded = decodeText(given);
  if (!decoded.ok) return { ok: false, reason: reasonOf(decoded.problem, 0) };
  const read = readText(decoded.text, () => decoded.bytes, depthMax);
  return read.ok ? read : { ok: false, reason: reasonOf(read.problem, decoded.skipped), json: read.json };
};

const bytesOf = (content: Uint8Array | string): Uint8Array => (typeof content === 'string' ? Buffer.from(content, 'utf8') : content);

const reasonOf = ({ code, offset, found, expected }: { code: string; offset: number; found: string; expected: string }, skipped: number): Reason =>
  ({ code, found: `${found} at byte ${offset + skipped}`, expected });

import { type NewEvent, type RecordedEvent, StoreUnavailableError } from '../../event-store';

/** Version of how an event of ours lies on the server. */
const FORMAT = 1;
const utf8 = new TextEncoder();

/** An event as bytes, before any call: what does not serialise must fail here. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/**
 * Data go as they are given, byte for byte, and are JSON to the server. Metadata carry the content hash beside the caller's text: as
 * JSON within JSON where that gives the same text back, so that the server's own page can show it, else as a text.
 */
export const encodeEvent = ({ id, type, data, metadata, contentHash }: NewEvent): EncodedEvent => {
  const hash = JSON.stringify(contentHash);
  const inner = isItsOwnText(metadata) ? `"metadata":${metadata}` : `"text":${JSON.stringify(metadata)}`;
  return { id, type, data: utf8.encode(data), metadata: utf8.encode(`{"netral":${FORMAT},"hash":${hash},${inner}}`) };
};

/** Bytes that count towards the server's limit of an append. */
export const bytesOf = ({ type, data, metadata }: EncodedEvent): number => data.length + metadata.length + 2 * type.length;

/** The beginning of an envelope as we write it, whose hash needs no escapes; what follows is the metadata, and a brace. */
const AS_WRITTEN = new RegExp(`^\\{"netral":${FORMAT},"hash":"([^"\\\\]*)","metadata":`);

interface Envelope {
  readonly netral?: unknown;
  readonly hash?: unknown;
  readonly metadata?: unknown;
  readonly text?: unknown;
}

/**
 * Content hash and metadata as the caller gave them.
 * @throws StoreUnavailableError `foreign` for an event of another system, or of a newer Netral
 */
export const openEnvelope = (bytes: Uint8Array, stream: string, type: string): Pick<RecordedEvent, 'contentHash' | 'metadata'> => {
  const json = textOf(bytes);
  const ours = AS_WRITTEN.exec(json);
  // Nearly always: no need to read what is only handed on.
  if (ours !== null) return { contentHash: ours[1]!, metadata: json.slice(ours[0].length, -1) };
  const { netral, hash, metadata, text } = parsed(json);
  if (typeof netral === 'number' && netral > FORMAT) {
    throw new StoreUnavailableError('foreign', `the log was written by a newer Netral: found format ${netral}, expected at most ${FORMAT}; it was left as it is`);
  }
  if (netral !== FORMAT || typeof hash !== 'string') {
    throw new StoreUnavailableError('foreign', `the server holds events of another system (${type} in ${JSON.stringify(stream)}): give Netral a server of its own, or a streamPrefix`);
  }
  return { contentHash: hash, metadata: typeof text === 'string' ? text : JSON.stringify(metadata) };
};

const parsed = (json: string): Envelope => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

const isItsOwnText = (text: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return false;
  }
};

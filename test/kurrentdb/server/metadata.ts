import { DELETED, type LogRecord } from './record';

export interface StreamMetadata {
  readonly maxCount?: bigint;
  readonly maxAgeMs?: number;
  readonly truncateBefore?: bigint;
}

export const metastreamOf = (stream: string): string => `$$${stream}`;
export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const originalOf = (metastream: string): string => metastream.slice(2);

const NOTHING: StreamMetadata = {};
/** A metastream keeps its last event only. */
export const OF_METASTREAM: StreamMetadata = { maxCount: 1n };
const parsed = new WeakMap<LogRecord, StreamMetadata>();

const whole = (text: string | undefined, least: bigint): bigint | undefined => {
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text) || BigInt(text) < least || BigInt(text) > DELETED) throw new RangeError(text);
  return BigInt(text);
};

// $tb of a deleted stream is past what a JavaScript number holds, so the digits are read from the text.
const digitsOf = (text: string, body: Record<string, unknown>, key: string): string | undefined => {
  if (!(key in body)) return undefined;
  if (typeof body[key] !== 'number') return 'not a number';
  const found = new RegExp(`"\\${key}"\\s*:\\s*(-?[0-9.eE+-]+)`).exec(text);
  return found?.[1] ?? 'not a number';
};

const parse = (text: string): StreamMetadata => {
  try {
    const body = JSON.parse(text) as Record<string, unknown>;
    const maxCount = whole(digitsOf(text, body, '$maxCount'), 1n);
    const maxAge = whole(digitsOf(text, body, '$maxAge'), 1n);
    const truncateBefore = whole(digitsOf(text, body, '$tb'), 0n);
    return {
      ...(maxCount === undefined ? {} : { maxCount }),
      ...(maxAge === undefined ? {} : { maxAgeMs: Number(maxAge) * 1000 }),
      ...(truncateBefore === undefined ? {} : { truncateBefore }),
    };
  } catch {
    // One wrong value and the server overlooks the whole of it.
    return NOTHING;
  }
};

/** What the last event of a metastream says; keys are case-sensitive, and metadata the server cannot read counts as none. */
export function metadataOf(last: LogRecord | undefined): StreamMetadata {
  if (last === undefined || !last.isJson) return NOTHING;
  let metadata = parsed.get(last);
  if (metadata === undefined) {
    metadata = parse(Buffer.from(last.data).toString('utf8'));
    parsed.set(last, metadata);
  }
  return metadata;
}

export const isSoftDelete = ({ truncateBefore }: StreamMetadata): boolean => truncateBefore === DELETED;
/** The body a soft delete writes to the metastream. */
export const SOFT_DELETE = Buffer.from(`{\n  "$tb": ${DELETED}\n}`);

/** The old body with the first revision that is to be seen again. */
export const revived = (last: LogRecord, from: bigint): Buffer => {
  const text = Buffer.from(last.data).toString('utf8').replace(/"\$tb"\s*:\s*\d+/, `"$tb": ${from}`);
  return Buffer.from(text);
};

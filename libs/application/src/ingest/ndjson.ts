import { createHash, type Hash } from 'node:crypto';
import type { OversizedContent } from './ingest';

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** One line of NDJSON, without its line end. */
export interface NdjsonLine {
  /** From 1, counting blank lines. */
  readonly number: number;
  /** Of the line's first byte, from the beginning of the input. */
  readonly offset: number;
  readonly byteLength: number;
  /** The line's bytes; or, for one longer than `lineBytesMax`, what can be told of it without holding it. */
  readonly content: Uint8Array | OversizedContent;
  /** False only for a last line that no newline ends: it may have been cut. */
  readonly ended: boolean;
}

export const isOversized = (content: Uint8Array | string | OversizedContent): content is OversizedContent =>
  typeof content === 'object' && !(content instanceof Uint8Array);

export const oversized = (content: Uint8Array): OversizedContent =>
  ({ bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') });

/** A line as it grows: bytes are held up to the bound, beyond it only counted and hashed. */
class GrowingLine {
  private readonly parts: Uint8Array[] = [];
  private hash: Hash | undefined;
  byteLength = 0;

  constructor(readonly number: number, readonly offset: number, private readonly lineBytesMax: number) {}

  add(part: Uint8Array): void {
    if (part.byteLength === 0) return;
    this.byteLength += part.byteLength;
    this.parts.push(part);
    // One byte more than the bound may be a carriage return that belongs to the line end.
    if (this.byteLength <= this.lineBytesMax + 1) return;
    this.hash ??= createHash('sha256');
    const last = part.at(-1) === CARRIAGE_RETURN ? part.subarray(-1) : undefined;
    for (const each of this.parts.splice(0)) this.hash.update(last !== undefined && each === part ? part.subarray(0, -1) : each);
    if (last !== undefined) this.parts.push(last);
  }

  end(ended: boolean): NdjsonLine {
    const held = Buffer.concat(this.parts);
    const bytes = ended && held.at(-1) === CARRIAGE_RETURN ? held.subarray(0, -1) : held;
    this.byteLength -= held.byteLength - bytes.byteLength;
    if (this.hash !== undefined) return this.line(ended, { bytes: this.byteLength, sha256: this.hash.update(bytes).digest('hex') });
    return this.line(ended, bytes.byteLength > this.lineBytesMax ? oversized(bytes) : bytes);
  }

  private line(ended: boolean, content: NdjsonLine['content']): NdjsonLine {
    return { number: this.number, offset: this.offset, byteLength: this.byteLength, content, ended };
  }
}

const isBlank = ({ content }: NdjsonLine): boolean =>
  content instanceof Uint8Array && content.every((byte) => byte === 0x20 || byte === 0x09 || byte === CARRIAGE_RETURN);

/**
 * Lines of an NDJSON file or request, all those that one chunk of the input completes at a time, so that a sender that waits for
 * a receipt gets it. Memory is bounded by one chunk and one line. Blank lines are left out; CRLF ends a line too.
 */
export async function* ndjsonLines(
  input: AsyncIterable<Uint8Array>, options: { readonly lineBytesMax: number },
): AsyncGenerator<readonly NdjsonLine[], void, undefined> {
  let offset = 0;
  let growing = new GrowingLine(1, 0, options.lineBytesMax);
  for await (const chunk of input) {
    const lines: NdjsonLine[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      growing.add(chunk.subarray(from, at));
      lines.push(growing.end(true));
      from = at + 1;
      growing = new GrowingLine(growing.number + 1, offset + from, options.lineBytesMax);
    }
    growing.add(chunk.subarray(from));
    offset += chunk.byteLength;
    const filled = lines.filter((line) => !isBlank(line));
    if (filled.length > 0) yield filled;
  }
  const last = growing.end(false);
  if (last.byteLength > 0 && !isBlank(last)) yield [last];
}

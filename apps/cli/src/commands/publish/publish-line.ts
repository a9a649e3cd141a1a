import { createReadStream } from 'node:fs';
import { decodeText, isOversized, ndjsonLines, type NdjsonLine } from '@netral/application';
import { identityOf, partsOfSource } from '@netral/contracts';

/** One line of a file as it goes on a topic. */
export interface PublishLine {
  readonly number: number;
  readonly source: string;
  readonly id: string;
  /** Key of the message. */
  readonly subject: string;
  readonly text: string;
  /** Bytes of the file up to and with this line. */
  readonly until: number;
}

/** Why a line cannot be published. Never what it holds. */
export interface LineProblem {
  readonly line: number;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}
export type Checked = { readonly line: PublishLine } | { readonly problem: LineProblem };

const READ_BYTES = 1 << 20;

/** The lines of a file, each fit to be published or with the reason why not. */
export async function* publishLines(file: string, agency: string, lineBytesMax: number): AsyncGenerator<readonly Checked[]> {
  for await (const lines of ndjsonLines(createReadStream(file, { highWaterMark: READ_BYTES }), { lineBytesMax })) yield lines.map((line) => check(line, agency));
}

const check = ({ number, content, offset, byteLength, ended }: NdjsonLine, agency: string): Checked => {
  const wrong = (field: string, found: string, expected: string): Checked => ({ problem: { line: number, field, found, expected } });
  if (isOversized(content)) return wrong('', `${content.bytes} bytes`, 'a message within NETRAL_INGEST_MESSAGE_BYTES_MAX');
  // Never mended: what is not UTF-8 would be published, and recorded, with other letters than the file has.
  const decoded = decodeText(content);
  if (!decoded.ok) return wrong('', `${decoded.problem.found}, at byte ${decoded.problem.offset} of the line`, decoded.problem.expected);
  const { text } = decoded;
  const event = objectIn(text);
  if (event === undefined) return wrong('', `${content.byteLength} bytes that are no JSON object`, 'one CloudEvent a line');
  const { source, id, subject } = event;
  for (const [field, value] of Object.entries({ source, id, subject })) {
    if (typeof value !== 'string' || value === '') return wrong(`/${field}`, value === undefined ? 'nothing' : kindOf(value), 'a text that is not empty');
  }
  const named = identityOf(event);
  for (const field of ['source', 'id'] as const) {
    if (named[field] === null) return wrong(`/${field}`, `${(event[field] as string).length} characters that the envelope does not take`, 'as docs/reference/events.md says');
  }
  const sender = partsOfSource(source as string)?.agency;
  if (sender !== agency) return wrong('/source', sender === undefined ? 'no source of an agency' : `urn:netral:${sender}`, `urn:netral:${agency}, the agency that publishes`);
  return { line: { number, source: source as string, id: id as string, subject: subject as string, text, until: offset + byteLength + (ended ? 1 : 0) } };
};

const objectIn = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const kindOf = (value: unknown): string => (value === null ? 'null' : value === '' ? 'an empty text' : Array.isArray(value) ? 'a list' : `a value of kind ${typeof value}`);

import { createReadStream, statSync } from 'node:fs';
import { ndjsonLines, type NdjsonLine } from '@netral/application';
import { partsOfSource } from '@netral/contracts';
import { UsageError } from '../../command';
import { say } from '../../words';

/** One line of an import and whose word it is. */
export interface ImportLine {
  readonly number: number;
  readonly content: NdjsonLine['content'];
  readonly agency: string;
  /** Bytes of the input up to and with this line. */
  readonly until: number;
}

/** Sender of a line that names none: the person at this machine. */
const UNNAMED = 'operator';
const READ_BYTES = 1 << 20;
const SOURCE = /"source"\s*:\s*"(urn:netral:[^"\\]{1,200})"/;

export interface ImportInput {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Undefined where it cannot be known: standard input. */
  readonly length: number | undefined;
}

/**
 * Opens a file, or standard input for `-`.
 * @throws UsageError when there is no such file, or nothing in it
 */
export const openInput = (file: string, standardInput: AsyncIterable<Uint8Array>): ImportInput => {
  if (file === '-') return { bytes: standardInput, length: undefined };
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`${file}: ${say('tidak ada', 'there is no such file')}`);
  if (found.isDirectory()) throw new UsageError(`${file}: ${say('folder, bukan berkas', 'a folder, not a file')}`);
  if (found.isFile() && found.size === 0) throw emptyInput(file);
  return { bytes: createReadStream(file, { highWaterMark: READ_BYTES }), length: found.isFile() ? found.size : undefined };
};

export const emptyInput = (file: string): UsageError => new UsageError(`${file}: ${say('kosong, tidak ada pesan', 'empty, there is no message in it')}`);

/** Lines with their senders, as many at a time as one read of the input completes. Memory is bounded by that. */
export async function* importLines(bytes: AsyncIterable<Uint8Array>, lineBytesMax: number, as: string | undefined): AsyncGenerator<readonly ImportLine[]> {
  for await (const lines of ndjsonLines(bytes, { lineBytesMax })) {
    yield lines.map(({ number, content, offset, byteLength, ended }) =>
      ({ number, content, agency: as ?? agencyOf(content), until: offset + byteLength + (ended ? 1 : 0) }));
  }
}

/** The agency that a line's `source` names; also of a line that was cut, if its source is still readable. */
export const agencyOf = (content: NdjsonLine['content']): string => {
  if (!(content instanceof Uint8Array)) return UNNAMED;
  const text = Buffer.from(content).toString('utf8');
  const source = sourceIn(text) ?? SOURCE.exec(text)?.[1];
  return (source === undefined ? undefined : partsOfSource(source)?.agency) ?? UNNAMED;
};

const sourceIn = (text: string): string | undefined => {
  try {
    const { source } = JSON.parse(text) as { source?: unknown };
    return typeof source === 'string' ? source : undefined;
  } catch {
    return undefined;
  }
};

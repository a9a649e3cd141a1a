import { type ExpectedRevision, InvalidAppendError, type Location, type StreamAppend } from '../../event-store';
import { judgeAppend, type Verdict } from '../../judge-append';
import { bytesOf, type EncodedEvent, encodeEvent } from '../wire/envelope';

/** The server's limit of an append unless it is configured otherwise: data, metadata and twice the type of all its events. */
export const APPEND_BYTES_MAX = 1_048_576;
/** One append of a batch, ready to be sent. */
export interface Ready extends StreamAppend {
  /** Its place among the results. */
  readonly index: number;
  readonly encoded: readonly EncodedEvent[];
  readonly bytes: number;
}

/** @throws InvalidAppendError naming the limit and what was found */
export const encodeAppend = (append: StreamAppend, index: number): Ready => {
  const encoded = append.events.map(encodeEvent);
  const bytes = encoded.reduce((sum, each) => sum + bytesOf(each), 0);
  if (bytes > APPEND_BYTES_MAX) throw tooLarge(append.stream, bytes, APPEND_BYTES_MAX);
  return { ...append, index, encoded, bytes };
};

export const tooLarge = (stream: string, bytes: number, limit: number): InvalidAppendError =>
  new InvalidAppendError(stream, `the append is larger than the server takes: found ${bytes} bytes, expected at most ${limit} bytes of data, metadata and types`);

/** What is known of the log before an append: standing ids, and where each stream ends. */
export interface Known {
  readonly places: Map<string, Location>;
  readonly lastRevisions: Map<string, ExpectedRevision>;
}

/** By ids only: what the revision says is for the server to judge, at the moment of writing. */
export const judgeIds = (append: StreamAppend, { places }: Known): Verdict =>
  judgeAppend({ standing: (id) => places.get(id), lastRevision: () => append.expected }, append);

/** Appends that can be sent together without waiting for one another: they share no id, and those of one stream follow each other. */
export class Run {
  readonly appends: Ready[] = [];
  private readonly ids = new Set<string>();
  private readonly ends = new Map<string, bigint>();

  /** Whether the outcome of an earlier one has to be known before this one can be judged. */
  mustWait({ stream, expected, events }: StreamAppend): boolean {
    const end = this.ends.get(stream);
    return (end !== undefined && end !== expected) || events.some(({ id }) => this.ids.has(id));
  }

  holds(stream: string): boolean {
    return this.ends.has(stream);
  }

  add(ready: Ready): void {
    this.appends.push(ready);
    for (const { id } of ready.events) this.ids.add(id);
    this.ends.set(ready.stream, endOf(ready));
  }

  /** Neighbours of one stream go as one block, as far as the server's limit allows. The order stays. */
  blocks(bytesMax = APPEND_BYTES_MAX): readonly (readonly Ready[])[] {
    const blocks: Ready[][] = [];
    let bytes = 0;
    for (const ready of this.appends) {
      const block = blocks.at(-1);
      if (block?.at(-1)?.stream === ready.stream && bytes + ready.bytes <= bytesMax) {
        block.push(ready);
        bytes += ready.bytes;
      } else {
        blocks.push([ready]);
        bytes = ready.bytes;
      }
    }
    return blocks;
  }
}

/** Revision of an append's last event, if it is written. */
export const endOf = ({ expected, events }: StreamAppend): bigint => (expected === 'no-stream' ? -1n : expected) + BigInt(events.length);

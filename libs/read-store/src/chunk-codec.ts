import { packedWidth, packInts, unpackInts } from './pack-ints';
import type { LogIndexChunk, RowChunk } from './row-chunk';

/** Raise it when the bytes change their meaning: an older store is then rebuilt. */
export const CODEC_VERSION = 1;

interface Header {
  readonly firstRow: number;
  readonly length: number;
  readonly ints: readonly string[];
  readonly texts: readonly (readonly [name: string, values: readonly string[]])[];
}

/**
 * A chunk as bytes: length of the header, the header as JSON (names, dictionaries), then the columns one after another, each
 * in as few bytes a value as its range needs.
 */
export const encodeChunk = ({ firstRow, length, from, doc, slot, present, ints, texts }: RowChunk): Buffer => {
  const header: Header = { firstRow, length, ints: Object.keys(ints), texts: Object.entries(texts).map(([name, { values }]) => [name, values]) };
  const json = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length);
  const columns = [from, doc, slot, ...Object.values(ints), ...Object.values(texts).map(({ codes }) => codes)];
  return Buffer.concat([size, json, present.subarray(0, length), ...columns.map((column) => packInts(column.subarray(0, length)))]);
};

/** @throws RangeError when the bytes end early */
export const decodeChunk = (bytes: Uint8Array): RowChunk => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = 4 + view.readUInt32LE(0);
  const { firstRow, length, ints, texts } = JSON.parse(view.toString('utf8', 4, headerEnd)) as Header;
  let at = headerEnd + length;
  const present = Uint8Array.from(view.subarray(headerEnd, at));
  const next = (): Int32Array => {
    const column = unpackInts(view, at, length);
    at += packedWidth(view, at, length);
    return column;
  };
  const [from, doc, slot] = [next(), next(), next()];
  return {
    firstRow, length, from, doc, slot, present,
    ints: Object.fromEntries(ints.map((name) => [name, next()])),
    texts: Object.fromEntries(texts.map(([name, values]) => [name, { values, codes: next() }])),
  };
};

export const encodeLogIndex = ({ positions, knownFrom }: LogIndexChunk): { readonly positions: Buffer; readonly knownFrom: Buffer } => ({
  positions: Buffer.from(positions.buffer, positions.byteOffset, positions.byteLength),
  knownFrom: Buffer.from(knownFrom.buffer, knownFrom.byteOffset, knownFrom.byteLength),
});

export const decodeLogIndex = (firstOrdinal: number, bytes: { readonly positions: Uint8Array; readonly knownFrom: Uint8Array }): LogIndexChunk => ({
  firstOrdinal,
  positions: new BigUint64Array(aligned(bytes.positions)),
  knownFrom: new Float64Array(aligned(bytes.knownFrom)),
});

const aligned = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

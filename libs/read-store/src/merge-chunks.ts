import type { LogIndexChunk, RowChunk, TextCodes } from './row-chunk';

/** Chunks larger than this are never merged further. */
export const MERGED_ROWS_MAX = 65_536;

/**
 * Whether a chunk just written takes the one before it in: while it is at least as long, as in a binary counter, so that
 * commits of one row each leave few chunks and every row is rewritten a few times only.
 */
export const takesIn = (before: { readonly length: number }, added: { readonly length: number }): boolean =>
  before.length <= added.length && before.length + added.length <= MERGED_ROWS_MAX;

/** Chunks that follow one another, as one. */
export const mergeChunks = (chunks: readonly RowChunk[]): RowChunk => {
  const [first] = chunks;
  if (first === undefined || chunks.length === 1) return first!;
  const ints = Object.keys(first.ints).map((name) => [name, joinInts(chunks.map((each) => each.ints[name]!))] as const);
  const texts = Object.keys(first.texts).map((name) => [name, joinTexts(chunks.map((each) => each.texts[name]!))] as const);
  return {
    firstRow: first.firstRow,
    length: chunks.reduce((sum, { length }) => sum + length, 0),
    from: joinInts(chunks.map(({ from }) => from)),
    doc: joinInts(chunks.map(({ doc }) => doc)),
    slot: joinInts(chunks.map(({ slot }) => slot)),
    present: join(chunks.map(({ present }) => present), (length) => new Uint8Array(length)),
    ints: Object.fromEntries(ints),
    texts: Object.fromEntries(texts),
  };
};

/** The rows of a chunk from `fromRow` on. */
export const cutChunk = (chunk: RowChunk, fromRow: number): RowChunk => {
  const skip = fromRow - chunk.firstRow;
  if (skip <= 0) return chunk;
  const cut = <A extends Int32Array | Uint8Array>(column: A) => column.subarray(skip) as A;
  return {
    firstRow: fromRow,
    length: chunk.length - skip,
    from: cut(chunk.from),
    doc: cut(chunk.doc),
    slot: cut(chunk.slot),
    present: cut(chunk.present),
    ints: Object.fromEntries(Object.entries(chunk.ints).map(([name, column]) => [name, cut(column)])),
    texts: Object.fromEntries(Object.entries(chunk.texts).map(([name, { values, codes }]) => [name, { values, codes: cut(codes) }])),
  };
};

export const mergeLogIndex = (before: LogIndexChunk, added: LogIndexChunk): LogIndexChunk => {
  const length = before.positions.length + added.positions.length;
  const [positions, knownFrom] = [new BigUint64Array(length), new Float64Array(length)];
  positions.set(before.positions);
  positions.set(added.positions, before.positions.length);
  knownFrom.set(before.knownFrom);
  knownFrom.set(added.knownFrom, before.knownFrom.length);
  return { firstOrdinal: before.firstOrdinal, positions, knownFrom };
};

export const cutLogIndex = (chunk: LogIndexChunk, fromOrdinal: number): LogIndexChunk => {
  const skip = fromOrdinal - chunk.firstOrdinal;
  return skip <= 0 ? chunk : { firstOrdinal: fromOrdinal, positions: chunk.positions.subarray(skip), knownFrom: chunk.knownFrom.subarray(skip) };
};

const join = <A extends Int32Array | Uint8Array>(parts: readonly A[], make: (length: number) => A): A => {
  const joined = make(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

const joinInts = (parts: readonly Int32Array[]): Int32Array => join(parts, (length) => new Int32Array(length));

const joinTexts = (parts: readonly TextCodes[]): TextCodes => {
  const codeOf = new Map<string, number>();
  const translated = parts.map(({ values, codes }) => {
    const own = values.map((text) => codeOf.get(text) ?? (codeOf.set(text, codeOf.size), codeOf.size - 1));
    return codes.map((code) => own[code]!);
  });
  return { values: [...codeOf.keys()], codes: joinInts(translated) };
};

import type { Ingest, Receipt } from '@netral/application';
import type { ImportLine } from './import-line';

/** Gives lines to the ingest, wherever it runs; one receipt a line, in order. */
export type HandOver = (lines: readonly ImportLine[], signal: AbortSignal) => Promise<readonly Receipt[]>;

/** Into the ingest of this process, which holds the stores. */
export const handOverHere = (ingest: Ingest): HandOver =>
  (lines) => ingest.submit(lines.map(({ content, agency }) => ({ content, sender: { agency } })));

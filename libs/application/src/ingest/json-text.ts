import { isUtf8 } from 'node:buffer';

/** Why bytes are not the JSON text of a message; `offset` counts bytes from the first one sent. */
export interface JsonProblem {
  readonly code: 'empty' | 'invalid-utf-8' | 'invalid-json' | 'too-deep' | 'duplicate-key';
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
}
export type JsonText = { readonly ok: true; readonly text: string; readonly bytes: Uint8Array; readonly skipped: number } | { readonly ok: false; readonly problem: JsonProblem };

const BOM = [0xef, 0xbb, 0xbf] as const;
const WINDOW_BYTES = 65_536;

/** Offset of the first byte that is no UTF-8: by windows first, then by halves of one window. */
const firstBadByte = (bytes: Uint8Array): number => {
  const holds = (from: number, until: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, until), { stream: until < bytes.byteLength });
      return true;
    } catch {
      return false;
    }
  };
  let from = 0;
  while (from + WINDOW_BYTES < bytes.byteLength && holds(from, from + WINDOW_BYTES)) {
    from += WINDOW_BYTES;
    // A character may straddle two windows: the next one begins where a character does.
    while (from > 0 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from -= 1;
  }
  let [good, bad] = [0, Math.min(WINDOW_BYTES, bytes.byteLength - from)];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (holds(from, from + middle)) good = middle;
    else bad = middle;
  }
  return from + good;
};

/**
 * Bytes as strict UTF-8. A byte order mark at the start, which spreadsheet programs write, is left out; it says nothing.
 */
export const decodeText = (content: Uint8Array | string): JsonText => {
  const whole = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const skipped = BOM.every((byte, index) => whole[index] === byte) ? BOM.length : 0;
  const bytes = whole.subarray(skipped);
  if (!isUtf8(bytes)) {
    const problem = { code: 'invalid-utf-8', offset: skipped + firstBadByte(bytes), found: 'a byte that is not UTF-8', expected: 'text in UTF-8' } as const;
    return { ok: false, problem };
  }
  return { ok: true, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'), bytes, skipped };
};

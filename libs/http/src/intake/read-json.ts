import { decodeText, scanJson, type JsonProblem, type JsonScan } from '@netral/application';
import { Problem } from '../problem/problem';

export interface JsonBody {
  /** Without a byte order mark. */
  readonly bytes: Uint8Array;
  readonly scan: JsonScan;
}

const problemOf = ({ code, offset, found, expected }: JsonProblem, skipped: number): Problem => {
  const place = `${found} at byte ${offset + skipped}`;
  if (code === 'empty') return new Problem('empty-body');
  const known = code === 'duplicate-key' ? 'invalid-json' : code;
  return new Problem(known, `found ${place}, expected ${expected}`, { errors: [{ pointer: '', found: place, expected }] });
};

/** Looks over a body that is to be JSON. A key that stands twice is left to the message that holds it. @throws Problem with the byte offset; nothing was recorded */
export const readJsonBody = (body: Uint8Array, depthMax: number): JsonBody => {
  const decoded = decodeText(body);
  if (!decoded.ok) throw problemOf(decoded.problem, 0);
  const scanned = scanJson(decoded.bytes, depthMax);
  if (!scanned.ok) throw problemOf(scanned.problem, decoded.skipped);
  return { bytes: decoded.bytes, scan: scanned.scan };
};

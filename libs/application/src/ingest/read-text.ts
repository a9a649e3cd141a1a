import type { JsonProblem } from './json-text';
import { scanJson } from './scan-json';

export type ReadJson =
  | { readonly ok: true; readonly json: unknown }
  /** `json`: as far as it could be read. */
  | { readonly ok: false; readonly problem: JsonProblem; readonly json?: unknown };

/** Whether it nests too deeply, or holds a number that no double can. */
const isStrange = (value: unknown, levels: number): boolean => {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isStrange(item, levels - 1));
  for (const key in value) if (isStrange((value as Readonly<Record<string, unknown>>)[key], levels - 1)) return true;
  return false;
};

/** Keys of all objects in it; it does not nest deeper than was seen to. */
const keysOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const inner of Object.values(value)) count += keysOf(inner);
  return count;
};

const [COLON, SPACE] = [0x3a, 0x20];

/** Keys that stand in well-formed JSON text without escapes: texts before a colon. */
const keysWritten = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    at = text.indexOf('"', at + 1) + 1;
    while (text.charCodeAt(at) <= SPACE) at += 1;
    if (text.charCodeAt(at) === COLON) count += 1;
  }
  return count;
};

/** Whether it is seen at a glance that nothing stands twice: as a parser would write it itself, or with as many keys as were kept. */
const isPlain = (text: string, json: unknown): boolean =>
  JSON.stringify(json) === text || (!text.includes('\\') && keysWritten(text) === keysOf(json));

/**
 * Text as JSON: well-formed (RFC 8259), not too deep, each key once, every number one that a double can hold. The parser of the
 * machine is asked first; only what it refuses, or may have read otherwise than it was meant, is walked over byte by byte.
 */
export const readText = (text: string, bytes: () => Uint8Array, depthMax: number): ReadJson => {
  let json: unknown;
  try {
    json = JSON.parse(text);
    if (!isStrange(json, depthMax) && isPlain(text, json)) return { ok: true, json };
  } catch {
    // What is wrong, and where, the walk tells.
  }
  const scanned = scanJson(bytes(), depthMax);
  if (!scanned.ok) return { ok: false, problem: scanned.problem };
  json ??= JSON.parse(text);
  return scanned.scan.duplicate === undefined ? { ok: true, json } : { ok: false, problem: scanned.scan.duplicate, json };
};

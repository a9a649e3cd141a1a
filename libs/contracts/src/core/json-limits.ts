import { shapeOf } from './found';
import { DONE, refused, type Result } from './result';

/** Levels of nesting in a message: the deepest contract (a correction of a letter) needs 6. */
export const NESTING_MAX = 16;
const ANY_SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const isBroken = (text: string): boolean => ANY_SURROGATE.test(text) && LONE_SURROGATE.test(text);

/**
 * Bounds that hold before any contract is looked at, so that nothing later can overflow or meet a text that cannot
 * be written. Walks without recursion: the depth is the sender's to choose.
 */
export const checkLimits = (json: unknown): Result<void> => {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && isBroken(value)) return refused('broken-text', '', shapeOf(value), 'whole characters');
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= NESTING_MAX) return refused('too-deep', '', `more than ${NESTING_MAX} levels`, `up to ${NESTING_MAX} levels`);
    if (!Array.isArray(value) && Object.keys(value).some(isBroken)) {
      return refused('broken-text', '', 'a field name', 'whole characters');
    }
    for (const inner of Object.values(value)) open.push({ value: inner, depth: depth + 1 });
  }
  return DONE;
};

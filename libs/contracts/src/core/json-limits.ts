import { shapeOf } from './found';
import { DONE, refused, type Result } from './result';

/** Levels of nesting in a message: the deepest contract (a correction of a letter) needs 6. */
export const NESTING_MAX = 16;
const ANY_SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const isBroken = (text: string): boolean => ANY_SURROGATE.test(text) && LONE_SURROGATE.test(text);

const broken = (value: string): Result<void> => refused('broken-text', '', shapeOf(value), 'whole characters');

/**
 * Bounds that hold before any contract is looked at, so that nothing later can overflow or meet a text that cannot
 * be written. Goes no deeper than is allowed: the depth is the sender's to choose.
 */
export const checkLimits = (json: unknown, depth = 0): Result<void> => {
  if (typeof json === 'string') return isBroken(json) ? broken(json) : DONE;
  if (typeof json !== 'object' || json === null) return DONE;
  if (depth >= NESTING_MAX) return refused('too-deep', '', `more than ${NESTING_MAX} levels`, `up to ${NESTING_MAX} levels`);
  if (Array.isArray(json)) {
    for (const item of json) {
      const found = checkLimits(item, depth + 1);
      if (!found.ok) return found;
    }
    return DONE;
  }
  for (const key in json) {
    if (isBroken(key)) return refused('broken-text', '', 'a field name', 'whole characters');
    const found = checkLimits((json as Readonly<Record<string, unknown>>)[key], depth + 1);
    if (!found.ok) return found;
  }
  return DONE;
};

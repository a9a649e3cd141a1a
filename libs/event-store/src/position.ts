import type { Position } from './event-store';

/** Largest position there is: an unsigned 64-bit number, as a server's log offset. */
const POSITION_MAX = 18_446_744_073_709_551_615n;

/** A log offset as text that sorts like the log. */
export const positionOf = (offset: bigint | number): Position => String(offset).padStart(20, '0');

/** @throws RangeError unless the text is 20 digits of an unsigned 64-bit number */
export const offsetOf = (position: Position): bigint => {
  const offset = /^\d{20}$/.test(position) ? BigInt(position) : undefined;
  if (offset === undefined || offset > POSITION_MAX) throw new RangeError(`position: found ${JSON.stringify(position)}, expected 20 digits`);
  return offset;
};

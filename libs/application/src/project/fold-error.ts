import type { EventType } from '@netral/contracts';

/** An event that cannot be folded. Nothing is skipped: the fold stops before it until a release knows what to do with it. */
export class FoldError extends Error {
  constructor(readonly position: string, readonly type: EventType | string, readonly reason: string, options?: ErrorOptions) {
    super(`event ${type} at position ${withoutZeros(position)} cannot be folded: ${reason}`, options);
    this.name = 'FoldError';
  }
}

/** A position as people read it. */
export const withoutZeros = (position: string): string => position.replace(/^0+(?=\d)/, '');

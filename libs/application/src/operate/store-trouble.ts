import { StoreUnavailableError } from '@netral/event-store';
import { ReadStoreError } from '@netral/read-store';

/** Reasons that pass by themselves, or when a person mends the store: whoever asks may ask again. */
const PASSING: readonly string[] = ['unreachable', 'locked', 'disk-full', 'read-only', 'denied', 'untrusted'];

/** Which store an answer failed for, and why, when it is no fault of ours; never the words of the store, which may name a place. */
export const storeTroubleOf = (error: unknown): { readonly store: 'log' | 'read models'; readonly reason: string } | undefined => {
  if (error instanceof ReadStoreError && PASSING.includes(error.reason)) return { store: 'read models', reason: error.reason };
  return error instanceof StoreUnavailableError && PASSING.includes(error.reason) ? { store: 'log', reason: error.reason } : undefined;
};

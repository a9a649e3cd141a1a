import type { ReasonCode } from './reason-codes';

/**
 * Why a message is not taken: the code, where (JSON pointer from the root of the message), what was found (in shape
 * only where it may be personal) and what was expected.
 */
export interface Refusal {
  readonly code: ReasonCode;
  readonly pointer?: string;
  readonly found?: string;
  readonly expected?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Refusal };

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (code: ReasonCode, pointer: string, found: string, expected: string): Result<never> => ({
  ok: false,
  reason: { code, pointer, found, expected },
});
export const DONE: Result<void> = { ok: true, value: undefined };

/** The first refusal among checks that are made only as long as none refuses. */
export const firstRefusal = (...checks: readonly (() => Result<void>)[]): Result<void> => {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return DONE;
};

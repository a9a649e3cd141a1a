import { setTimeout as pause } from 'node:timers/promises';

/** How often, and how far apart, something is tried again that may pass. */
export interface RetryPolicy {
  readonly attemptsMax: number;
  readonly delayMs: number;
  readonly delayMsMax: number;
}
export const RETRY: RetryPolicy = { attemptsMax: 8, delayMs: 100, delayMsMax: 5_000 };

/** Waits before the n-th attempt (from 1), twice as long each time, by chance a little more or less: not everybody comes back at once. Ends early, without an error, when the signal aborts. */
export const backOff = async (attempt: number, { delayMs, delayMsMax }: RetryPolicy, signal: AbortSignal): Promise<void> => {
  const longest = Math.min(delayMs * 2 ** (attempt - 1), delayMsMax);
  await pause(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
};

/** Does it until it succeeds, fails for good, or was tried often enough; then throws the last failure. */
export const withRetries = async <T>(work: () => Promise<T>, isPassing: (error: unknown) => boolean, policy: RetryPolicy, signal: AbortSignal): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= policy.attemptsMax || !isPassing(error) || signal.aborted) throw error;
      await backOff(attempt, policy, signal);
      if (signal.aborted) throw error;
    }
  }
};

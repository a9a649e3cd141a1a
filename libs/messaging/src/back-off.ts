/** Milliseconds before the n-th attempt (from 1): doubled each time up to a bound, and by chance between half and all of it, so that many do not come at once. */
export const backOffMs = (attempt: number, { firstMs = 200, mostMs = 15_000, random = Math.random }: { readonly firstMs?: number; readonly mostMs?: number; readonly random?: () => number } = {}): number => {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(whole * (0.5 + random() / 2));
};

/** Waits, or until the signal aborts; never rejects. */
export const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });

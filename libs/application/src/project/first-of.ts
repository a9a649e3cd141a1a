/** A signal that aborts with the first of several. `forget` lets go of them, which AbortSignal.any cannot: its sources hold on to it as long as they live. */
export const firstOf = (...signals: readonly AbortSignal[]): { readonly signal: AbortSignal; readonly forget: () => void } => {
  const joined = new AbortController();
  const abort = (): void => joined.abort(signals.find(({ aborted }) => aborted)?.reason);
  for (const each of signals) each.addEventListener('abort', abort);
  if (signals.some(({ aborted }) => aborted)) abort();
  return { signal: joined.signal, forget: () => signals.forEach((each) => each.removeEventListener('abort', abort)) };
};

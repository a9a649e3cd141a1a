/** What comes, until the signal aborts: then it ends, without waiting for what has not come yet. */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  for (;;) {
    const next = await Promise.race([iterator.next(), aborted]);
    if (next === undefined) {
      // Not awaited: a read that is stuck would hold us too.
      iterator.return?.()?.catch(() => undefined);
      return;
    }
    if (next.done === true) return;
    yield next.value;
  }
}

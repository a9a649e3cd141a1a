/** Wakes those who wait for the next append, within one process. */
export class Bell {
  private readonly waiting = new Set<() => void>();

  ring(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves at the next ring, when the signal aborts, or after `msMax` milliseconds; leaves no timer and no listener behind. */
  wait(signal: AbortSignal, msMax?: number): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = msMax === undefined ? undefined : setTimeout(wake, msMax);
      signal.addEventListener('abort', wake);
      this.waiting.add(wake);
    });
  }

  get waiters(): number {
    return this.waiting.size;
  }
}

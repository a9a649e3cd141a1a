import { FencedError, type FoldLease, type FoldLeaseOptions } from './fold-lease';

/** The lease of a store that one process at a time opens for writing: it never runs out, and waits only for another holder in this process. */
export class SoleLease {
  private token = 0;
  private held: Promise<void> = Promise.resolve();

  async take({ signal }: FoldLeaseOptions): Promise<FoldLease> {
    const before = this.held;
    let release = (): void => undefined;
    this.held = new Promise((resolve) => (release = resolve));
    const released = this.held;
    // Whoever waits behind one that gave up waits for its predecessor.
    if (!(await freed(before, signal))) {
      void before.then(release);
      throw signal.reason;
    }
    this.token += 1;
    return { token: this.token, lost: new AbortController().signal, release: async () => { release(); await released; } };
  }

  /** @throws FencedError */
  check(token: number | undefined): void {
    if (token !== undefined && token < this.token) throw new FencedError(token, this.token);
  }
}

/** Whether it was freed before the signal aborted. */
const freed = (before: Promise<void>, signal: AbortSignal): Promise<boolean> => new Promise((resolve) => {
  if (signal.aborted) return resolve(false);
  signal.addEventListener('abort', () => resolve(false), { once: true });
  void before.then(() => resolve(true));
});

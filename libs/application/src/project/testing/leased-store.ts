import { FencedError, type FoldLease, type FoldLeaseOptions, type ReadStore } from '@netral/read-store';

/** Leases as a server gives them: one at a time, taken over when the holder sleeps, with a token that grows; commits are fenced by it. */
export class Leases {
  private token = 0;
  private holder: { readonly lost: AbortController } | undefined;
  private waiting: (() => void)[] = [];

  /** The same store, as one of several processes sees it. */
  over(store: ReadStore): ReadStore {
    return new Proxy(store, {
      get: (target, name) => {
        if (name === 'lease') return (options: FoldLeaseOptions) => this.take(options);
        if (name === 'commit') return (commit: Parameters<ReadStore['commit']>[0]) => this.fenced(target, commit);
        const found = Reflect.get(target, name) as unknown;
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
  }

  /** The holder slept longer than its lease lasts: another may have it, and the sleeper does not know yet. */
  expire(): () => void {
    const slept = this.holder;
    this.free();
    return () => slept?.lost.abort();
  }

  private async take({ signal }: FoldLeaseOptions): Promise<FoldLease> {
    while (this.holder !== undefined) {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        this.waiting.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
    }
    const mine = (this.holder = { lost: new AbortController() });
    this.token += 1;
    return { token: this.token, lost: mine.lost.signal, release: async () => { if (this.holder === mine) this.free(); } };
  }

  private async fenced(store: ReadStore, { token, ...commit }: Parameters<ReadStore['commit']>[0]): Promise<void> {
    if (token === undefined || token < this.token) throw new FencedError(token ?? 0, this.token);
    await store.commit(commit);
  }

  private free(): void {
    this.holder = undefined;
    for (const wake of this.waiting.splice(0)) wake();
  }
}

import type { FoldLease, FoldLeaseOptions, ReadStore } from '@netral/read-store';

export type LeaseTerms = Pick<FoldLeaseOptions, 'holder' | 'ttlMs'>;

/** The right to fold as one projector has it: taken when it is needed, kept over failures of the stores, given back at the end. */
export class HeldLease {
  private lease: FoldLease | undefined;
  private taking: Promise<FoldLease> | undefined;

  constructor(private readonly store: Pick<ReadStore, 'lease'>, private readonly terms: LeaseTerms) {}

  get isHeld(): boolean {
    return this.lease !== undefined && !this.lease.lost.aborted;
  }

  /** Fencing token of the lease held last; undefined before the first. */
  get token(): number | undefined {
    return this.lease?.token;
  }

  /** Waits for it, unless it is held already. @throws AbortError, and whatever the store throws */
  async take(signal: AbortSignal): Promise<FoldLease> {
    if (this.lease !== undefined && this.isHeld) return this.lease;
    // Who asks meanwhile waits with the first: a second wait would be for ourselves.
    this.taking ??= this.store.lease({ ...this.terms, signal }).finally(() => (this.taking = undefined));
    return (this.lease = await this.taking);
  }

  /** Never throws: what cannot be given back runs out by itself. */
  async giveBack(): Promise<void> {
    await this.lease?.release().catch(() => undefined);
    this.lease = undefined;
  }
}

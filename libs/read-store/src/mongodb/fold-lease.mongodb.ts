import { setTimeout as pause } from 'node:timers/promises';
import type { FoldLease, FoldLeaseOptions } from '../fold-lease';
import type { MongoConnection } from './connection';
import { leases, type LeaseRow } from './layout';
import { isDuplicate } from './store-errors';

/** Looks of a waiting process within one lease, and the longest pause between two. */
const LOOKS = 10;
const PAUSE_MS_MAX = 250;
/** Leases that have ended and are kept, for people who look. */
const KEPT = 20;
/** Part of its time after which a holder that could not renew gives up: well before anybody may take it over. */
const HELD_SHARE = 0.8;
/** Milliseconds of a clock that only goes forward, of this process alone. */
const elapsed = (): number => performance.now();

/** Rows of leases; the one with the greatest token counts. */
export class Leases {
  constructor(readonly connection: MongoConnection) {}

  async top(): Promise<LeaseRow | undefined> {
    return (await this.connection.call((db) => leases(db).find().sort({ _id: -1 }).limit(1).toArray()))[0];
  }

  /** True when the row is ours and the greatest. */
  async add(row: LeaseRow): Promise<boolean> {
    const added = await this.connection.call(async (db) => {
      try {
        await leases(db).insertOne(row);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    });
    if (!added || (await this.top())?._id !== row._id) return false;
    await this.connection.call((db) => leases(db).deleteMany({ _id: { $lt: row._id - KEPT } }));
    return true;
  }

  async renew(token: number): Promise<boolean> {
    if ((await this.top())?._id !== token) return false;
    const { matchedCount } = await this.connection.call((db) => leases(db).updateOne({ _id: token, released: false }, { $inc: { renewals: 1 } }));
    return matchedCount === 1;
  }

  async release(token: number): Promise<void> {
    await this.connection.call((db) => leases(db).updateOne({ _id: token }, { $set: { released: true } }));
  }
}

/**
 * Waits until nobody holds the lease and takes it. No clocks are compared: it is taken over when its row stood unchanged for as long as it lasts,
 * as measured by who waits. Its token is greater than any before and than `least`.
 * @throws AbortError, ReadStoreError
 */
export const takeLease = async (rows: Leases, least: number, { holder, ttlMs, signal }: FoldLeaseOptions): Promise<HeldLease> => {
  let watched: { readonly token: number; readonly renewals: number; readonly since: number } | undefined;
  for (;;) {
    signal.throwIfAborted();
    const asked = elapsed();
    const top = await rows.top();
    if (top !== undefined && !top.released) {
      if (watched?.token !== top._id || watched.renewals !== top.renewals) watched = { token: top._id, renewals: top.renewals, since: elapsed() };
      if (asked - watched.since < top.ttlMs) {
        await pause(Math.min(top.ttlMs / LOOKS, PAUSE_MS_MAX), undefined, { signal });
        continue;
      }
    }
    const taken = elapsed();
    const token = Math.max(top?._id ?? 0, least) + 1;
    if (await rows.add({ _id: token, holder, ttlMs, renewals: 0, released: false })) return new HeldLease(rows, token, ttlMs, taken);
  }
};

/** Renews itself at a third of its time. Once lost it stays lost, even if nobody else has taken it. */
export class HeldLease implements FoldLease {
  private readonly ended = new AbortController();
  private renewing: Promise<void> = Promise.resolve();
  private renewal: NodeJS.Timeout | undefined;
  private limit: NodeJS.Timeout | undefined;
  private released: Promise<void> | undefined;

  constructor(private readonly rows: Leases, readonly token: number, private readonly ttlMs: number, since: number) {
    this.keepUntil(since);
    this.renewLater();
  }

  get lost(): AbortSignal {
    return this.ended.signal;
  }

  release(): Promise<void> {
    return (this.released ??= this.giveBack());
  }

  // A server that cannot be reached is not waited for longer than a call: the lease runs out by itself.
  private async giveBack(): Promise<void> {
    this.stop();
    await this.renewing;
    await this.rows.release(this.token).catch(() => undefined);
  }

  private keepUntil(since: number): void {
    clearTimeout(this.limit);
    this.limit = setTimeout(() => this.lose(), Math.max(0, since + this.ttlMs * HELD_SHARE - elapsed())).unref();
  }

  private renewLater(): void {
    this.renewal = setTimeout(() => void (this.renewing = this.renew()), this.ttlMs / 3).unref();
  }

  private async renew(): Promise<void> {
    const asked = elapsed();
    try {
      const renewed = await this.rows.renew(this.token);
      if (this.lost.aborted || this.released !== undefined) return;
      if (!renewed) return this.lose();
      this.keepUntil(asked);
    } catch {
      // Tried again; the limit ends it.
    }
    if (!this.lost.aborted && this.released === undefined) this.renewLater();
  }

  private lose(): void {
    this.stop();
    this.ended.abort(new DOMException('the lease of the read models ran out', 'AbortError'));
  }

  private stop(): void {
    clearTimeout(this.renewal);
    clearTimeout(this.limit);
  }
}

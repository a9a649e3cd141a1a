import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Claim, ClaimTable } from './claim-table';

/** An id that is to be written. */
export type Wanted = Omit<Claim, 'owner'>;

export interface ClaimTimes {
  /** How long somebody who writes the same is waited for; then it is written once more, which the server can only do at the same place. */
  readonly sameMsMax: number;
  /** How long a claim for other content stands, once it was seen, without its owner having done anything: longer than any append takes. */
  readonly otherMsMax: number;
}
export const CLAIM_TIMES: ClaimTimes = { sameMsMax: 2_000, otherMsMax: 300_000 };

const POLL_MS = 5;
const POLL_MS_MAX = 50;
const SEEN_MAX = 10_000;

export interface Taken {
  /** Ids that somebody else is writing with other content, or into another stream. */
  readonly refused: ReadonlySet<string>;
  /** Whether a claim was another's before, or our own from an earlier attempt: what became of that stands in the log. */
  readonly inherited: boolean;
  /** By the clock of `performance.now()`. */
  readonly at: number;
}

/**
 * Who may write which id: of several processes, and whatever the streams, one at a time. Claims are taken in the order of the ids, and waited
 * for one after another, so that no two processes ever wait for each other. Whoever claims looks for the ids in the index after that,
 * and releases only after the index knows what was written.
 */
export class Claims {
  readonly owner = randomUUID();
  /** Claims for other content, and since when they are known. */
  private readonly seen = new Map<string, number>();

  constructor(private readonly table: () => ClaimTable, private readonly times: ClaimTimes = CLAIM_TIMES) {}

  async take(wanted: readonly Wanted[]): Promise<Taken> {
    const byId = new Map(wanted.toReversed().map((each) => [each.id, each]));
    let left = [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const refused = new Set<string>();
    let inherited = false;
    const begun = performance.now();
    for (let wait = POLL_MS; ; ) {
      left = left.slice(await this.table().claim(left.map((each) => ({ ...each, owner: this.owner }))));
      if (left.length === 0) return { refused, inherited, at: performance.now() };
      const standing = await this.table().claimed(left.map(({ id }) => id));
      const first = standing.get(left[0]!.id);
      if (first === undefined) {
        // Ended since, or not known to a majority yet.
        await pause(POLL_MS);
        continue;
      }
      if (first.owner !== this.owner && performance.now() - begun < this.times.sameMsMax) {
        await pause(wait);
        wait = Math.min(wait * 2, POLL_MS_MAX);
        continue;
      }
      inherited = true;
      const settled = await this.settle(left, standing, first.owner, refused);
      left = left.filter(({ id }) => !settled.has(id));
    }
  }

  /** Whether what was claimed then can be relied upon: nobody has taken it for given up. */
  holds({ at }: Pick<Taken, 'at'>): boolean {
    return performance.now() - at < this.times.otherMsMax / 2;
  }

  async release(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.table().release(ids, this.owner);
  }

  /** Claims of one owner, who has had time enough. @returns the ids that need not be claimed any more: ours now, or refused */
  private async settle(left: readonly Wanted[], standing: ReadonlyMap<string, Claim>, owner: string, refused: Set<string>): Promise<ReadonlySet<string>> {
    const theirs = left.flatMap((want) => {
      const claim = standing.get(want.id);
      return claim?.owner === owner ? [{ id: want.id, same: claim.stream === want.stream && claim.contentHash === want.contentHash }] : [];
    });
    const same = theirs.filter((each) => each.same).map(({ id }) => id);
    const others = theirs.filter((each) => !each.same).map(({ id }) => id);
    const givenUp = others.filter((id) => this.isGivenUp(id, owner));
    if (givenUp.length > 0) await this.table().release(givenUp, owner);
    const refusedNow = others.filter((id) => !givenUp.includes(id));
    for (const id of refusedNow) refused.add(id);
    if (owner === this.owner) return new Set([...same, ...refusedNow]);
    // Not settled by this: whether they are ours now, the next round tells.
    if (same.length > 0) await this.table().inherit(same, owner, this.owner);
    return new Set(refusedNow);
  }

  private isGivenUp(id: string, owner: string): boolean {
    const key = `${id} ${owner}`;
    const since = this.seen.get(key);
    if (since !== undefined) return performance.now() - since >= this.times.otherMsMax;
    if (this.seen.size >= SEEN_MAX) this.seen.clear();
    this.seen.set(key, performance.now());
    return this.times.otherMsMax === 0;
  }
}

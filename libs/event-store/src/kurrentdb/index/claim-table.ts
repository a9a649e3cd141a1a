/** An id that somebody is about to write, and as what. */
export interface Claim {
  readonly id: string;
  readonly stream: string;
  readonly contentHash: string;
  /** Who: one for each opened log. */
  readonly owner: string;
}

/** Ids that are being written. A claim that stays behind is one whose event may or may not stand in the log. */
export interface ClaimTable {
  /** Enters claims in the order given, up to the first whose id is claimed already. @returns how many were entered */
  claim(claims: readonly Claim[]): Promise<number>;
  /** Standing claims of these ids. */
  claimed(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>>;
  /** Claims that stand, whosever, at most `limit`. */
  claims(limit: number): Promise<readonly Claim[]>;
  /** Hands over claims that still are the former owner's. */
  inherit(ids: readonly string[], from: string, to: string): Promise<void>;
  /** Ends claims that are this owner's. */
  release(ids: readonly string[], owner: string): Promise<void>;
}

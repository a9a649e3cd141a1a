import { StoreUnavailableError, type StreamAppend } from '../../event-store';
import type { Claims, Taken, Wanted } from '../index/claims';

/** The claims of one batch: those whose event may stand in the log without the index knowing it outlive the batch. */
export class BatchClaims {
  private readonly held = new Map<string, Wanted>();
  private readonly kept = new Set<string>();
  private readonly refused = new Set<string>();
  private taken: Taken | undefined;

  constructor(private readonly claims: Claims) {}

  /** Whether the log has to be looked at first: somebody left the claim behind. */
  get inherited(): boolean {
    return this.taken?.inherited === true;
  }

  /** Claims every id of the batch, by the first append that names it. */
  async take(appends: readonly StreamAppend[]): Promise<void> {
    await this.claim(appends.flatMap(wantedOf));
  }

  /**
   * Sees that the append may be sent: its ids are claimed as what they are in it.
   * @returns whether one was claimed anew: nobody held it for a moment, and the index may know more of it by now
   * @throws StoreUnavailableError `locked`: another process writes one of them as something else
   */
  async ensure(append: StreamAppend): Promise<boolean> {
    const wanted = wantedOf(append);
    // An earlier append of the batch named the id too, as something else, and was refused.
    const other = wanted.filter(({ id, stream, contentHash }) => {
      const held = this.held.get(id);
      return held !== undefined && (held.stream !== stream || held.contentHash !== contentHash);
    });
    if (other.length > 0 && !other.some(({ id }) => this.kept.has(id))) {
      await this.claims.release(other.map(({ id }) => id));
      for (const { id } of other) this.held.delete(id);
      await this.claim(other);
      if (this.inherited) throw contested();
    } else if (other.length > 0) throw contested();
    if (wanted.some(({ id }) => this.refused.has(id)) || this.taken === undefined || !this.claims.holds(this.taken)) throw contested();
    return other.length > 0;
  }

  /** From now on the events may stand in the log. */
  keep(ids: readonly string[]): void {
    for (const id of ids) this.kept.add(id);
  }

  /** The index knows of them, or they were surely not written. */
  free(ids: readonly string[]): void {
    for (const id of ids) this.kept.delete(id);
  }

  /** Never rejects: a claim that stays behind holds nobody up who writes the same. */
  async end(): Promise<void> {
    await this.claims.release([...this.held.keys()].filter((id) => !this.kept.has(id))).catch(() => undefined);
  }

  private async claim(wanted: readonly Wanted[]): Promise<void> {
    // What is claimed before a failure is not known: all of it is released at the end.
    for (const each of wanted.toReversed()) this.held.set(each.id, each);
    this.taken = await this.claims.take(wanted);
    for (const { id } of wanted) {
      if (!this.taken.refused.has(id)) this.refused.delete(id);
      else this.refused.add(id);
    }
  }
}

const wantedOf = ({ stream, events }: StreamAppend): Wanted[] => events.map(({ id, contentHash }) => ({ id, stream, contentHash }));
const contested = (): StoreUnavailableError =>
  new StoreUnavailableError('locked', 'another process is recording the same message id with other content; send it again');

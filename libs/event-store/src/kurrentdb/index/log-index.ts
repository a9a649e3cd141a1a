import { type Location, NO_POSITION, type Position, type RecordedEvent } from '../../event-store';
import type { LogReader } from '../read/log-reader';
import { Claims, type ClaimTimes } from './claims';
import type { EventIndex, ExpectedEnd, IndexEntry } from './event-index';

/** Events entered in one write. */
const AT_ONCE = 1000;
/** After so many events of our own the index is confirmed: another process that opens it need not read further back. */
const CATCH_UP_EVENTS = 20_000;
/** Ends of streams that are remembered. */
const STREAMS_MAX = 100_000;
/** Claims that are looked at when the index is opened: those that processes left behind when they ended. */
const CLAIMS_MAX = 10_000;

/**
 * The index brought in line with the log: checked and caught up when it is first used, and again whenever a stream has moved by
 * another's hand.
 */
export class LogIndex {
  private opened: Promise<void> | undefined;
  private catching: Promise<void> | undefined;
  /** Whether this process wrote what the checkpoint does not cover: who only reads, catches up at every question. */
  private wroteSince = false;

  private recordedSince = 0;
  /** Where streams ended when this process wrote or read them last: up to there the index holds them. */
  private readonly ends = new Map<string, bigint>();
  private held: EventIndex | undefined;
  /** Who may write which id now. */
  readonly claims: Claims;

  constructor(private readonly make: () => EventIndex, private readonly reader: LogReader, times?: ClaimTimes) {
    this.claims = new Claims(() => this.entries, times);
  }

  /** Opened when first asked for: who only reads the log needs none. */
  get entries(): EventIndex {
    return (this.held ??= this.make());
  }

  /** A revision known of a stream that may not be there, if the index is in use. */
  async lastKnown(stream: string): Promise<bigint | undefined> {
    return this.opened === undefined ? undefined : (await this.entries.lastRevisions([{ stream, expected: 'no-stream' }])).get(stream);
  }

  /**
   * A revision known of each stream, if any: equal to the expected one where all ids of the stream are known, as far as anybody knows. A new
   * stream is not looked for: if it is there after all, the server says so; unless others follow it, which would then be sent again
   * behind appends of other streams. Of several of one stream the first counts.
   */
  async lastRevisions(asked: readonly ExpectedEnd[]): Promise<Map<string, bigint>> {
    const found = new Map<string, bigint>();
    const unknown: ExpectedEnd[] = [];
    const first = new Map(asked.toReversed().map((end) => [end.stream, end]));
    const followed = new Set(asked.filter((end) => first.get(end.stream) !== end).map(({ stream }) => stream));
    for (const end of first.values()) {
      const known = this.ends.get(end.stream);
      if (known !== undefined && (end.expected === 'no-stream' || known >= end.expected)) found.set(end.stream, known);
      else if (end.expected !== 'no-stream' || followed.has(end.stream)) unknown.push(end);
    }
    if (unknown.length > 0) for (const [stream, revision] of await this.entries.lastRevisions(unknown)) found.set(stream, revision);
    return found;
  }

  /** Resolves when it holds what the log held at the first call. */
  open(): Promise<void> {
    this.opened ??= this.verifyAndCatchUp().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  /** Reads what the log holds beyond the checkpoint, as it is now. Calls at one time share one reading. */
  async catchUp(): Promise<void> {
    await this.open();
    // One that began earlier may have passed by where something stands now.
    await this.catching?.catch(() => undefined);
    this.catching ??= this.readOn().finally(() => (this.catching = undefined));
    await this.catching;
  }

  /** Where the events of these ids stand. @see EventStore.locate */
  async locate(ids: readonly string[]): Promise<ReadonlyMap<string, Location>> {
    await this.open();
    if (!this.wroteSince && ids.length > 0) await this.catchUp();
    return this.places(ids);
  }

  /** As `locate`, without looking at the log for what is not known. */
  async places(ids: readonly string[]): Promise<ReadonlyMap<string, Location>> {
    const found = new Map<string, Location>();
    for (const [id, entry] of await this.entries.locate(ids)) found.set(id, await this.withPosition(entry));
    return found;
  }

  async record(entries: readonly IndexEntry[]): Promise<void> {
    if (entries.length === 0) return;
    this.wroteSince = true;
    await this.entries.record(entries);
    this.remember(entries);
    if ((this.recordedSince += entries.length) < CATCH_UP_EVENTS || this.catching !== undefined) return;
    // Whoever needs it waits for it; that it failed shows then.
    void this.catchUp().catch(() => undefined);
  }

  /** A subscription came by here: what it read counts, where it leaves no gap behind the checkpoint. */
  async passedBy(after: Position, events: readonly RecordedEvent[]): Promise<void> {
    if (this.opened === undefined) return;
    await this.opened;
    const checkpoint = (await this.entries.checkpoint())?.position ?? NO_POSITION;
    const last = events.at(-1);
    if (last === undefined || after > checkpoint || last.position <= checkpoint) return;
    await this.entries.confirm(events, last);
    this.remember(events);
  }

  private remember(entries: readonly Pick<IndexEntry, 'stream' | 'revision'>[]): void {
    if (this.ends.size > STREAMS_MAX) this.ends.clear();
    for (const { stream, revision } of entries) if (revision > (this.ends.get(stream) ?? -1n)) this.ends.set(stream, revision);
  }

  async close(): Promise<void> {
    await this.opened?.catch(() => undefined);
    await this.catching?.catch(() => undefined);
    await this.held?.close();
  }

  private async verifyAndCatchUp(): Promise<void> {
    this.ends.clear();
    const checkpoint = await this.entries.checkpoint();
    if (checkpoint !== undefined) {
      const standing = await this.reader.recordAt(checkpoint.position);
      // Another log, or an older copy of this one that was brought back: what we know is not about it.
      if (standing?.event.getId()?.getString().toLowerCase() !== checkpoint.id) await this.entries.clear();
    }
    // What others record from now on is theirs to know; what was recorded before, and the log does not hold, never was.
    const doubtful = new Set(await this.entries.doubtful());
    await this.readOn(doubtful);
    if (doubtful.size > 0) await this.entries.forget([...doubtful]);
    await this.endSettledClaims();
  }

  /** Of processes that ended between the append and the end of their claim. */
  private async endSettledClaims(): Promise<void> {
    const standing = await this.entries.claims(CLAIMS_MAX);
    const settled = await this.entries.locate(standing.map(({ id }) => id));
    for (const owner of new Set(standing.map((claim) => claim.owner))) {
      const ids = standing.filter((claim) => claim.owner === owner && settled.has(claim.id)).map(({ id }) => id);
      if (ids.length > 0) await this.entries.release(ids, owner);
    }
  }

  private async readOn(doubtful?: Set<string>): Promise<void> {
    this.recordedSince = 0;
    const from = (await this.entries.checkpoint())?.position ?? NO_POSITION;
    let events: RecordedEvent[] = [];
    const enter = async (): Promise<void> => {
      const last = events.at(-1);
      if (last !== undefined) await this.entries.confirm(events, last);
      for (const { id } of events) doubtful?.delete(id);
      this.remember(events);
      events = [];
    };
    for await (const records of this.reader.records(from)) {
      for (const { event } of records) if (event !== undefined) events.push(event);
      if (events.length >= AT_ONCE) await enter();
    }
    await enter();
    this.wroteSince = false;
  }

  private async withPosition(entry: IndexEntry): Promise<Location> {
    if (entry.position !== undefined) return { ...entry, position: entry.position };
    for await (const [event] of this.reader.stream(entry.stream, entry.revision, 'forwards', 1)) {
      if (event?.id !== entry.id) break;
      await this.entries.record([{ ...entry, position: event.position }]);
      return { ...entry, position: event.position };
    }
    throw new Error(`${entry.stream}@${entry.revision}: the index does not agree with the log`);
  }
}

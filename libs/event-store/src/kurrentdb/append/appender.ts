import {
  type Appended, type ExpectedRevision, NO_POSITION, OutcomeUnknownError, RevisionConflictError, StoreUnavailableError, type StreamAppend,
} from '../../event-store';
import { isRefusal } from '../../judge-append';
import { positionOf } from '../../position';
import type { IndexEntry } from '../index/event-index';
import type { LogIndex } from '../index/log-index';
import type { LogReader } from '../read/log-reader';
import { BatchClaims } from './batch-claims';
import { encodeAppend, judgeIds, type Known, type Ready, Run, tooLarge } from './run';
import type { Sender, Settled } from './sender';

type Result = PromiseSettledResult<Appended>;
const rejected = (reason: unknown): Result => ({ status: 'rejected', reason });

/**
 * Judges appends by the index, sends them, and enters what was written. One batch at a time. The ids are claimed before the index is asked
 * for them, and until it knows what was written: no other process can write one meanwhile, into whatever stream.
 */
export class Appender {
  constructor(private readonly index: LogIndex, private readonly sender: Sender, private readonly reader: LogReader) {}

  /** One result an append; never rejects. */
  async append(appends: readonly StreamAppend[]): Promise<readonly Result[]> {
    try {
      this.reader.assertOpen();
      await this.index.open();
      const claims = new BatchClaims(this.index.claims);
      try {
        await claims.take(appends);
        if (claims.inherited) await this.index.catchUp();
        return await new Batch(appends, await this.known(appends), claims, this.index, this.sender, this.reader).write();
      } finally {
        await claims.end();
      }
    } catch (error) {
      return appends.map(() => rejected(this.reader.unavailable(error)));
    }
  }

  private async known(appends: readonly StreamAppend[]): Promise<Known> {
    // In this order: of a stream that ends here for us, every id is known.
    const lastRevisions = await this.index.lastRevisions(appends);
    const places = await this.index.places([...new Set(appends.flatMap(({ events }) => events.map(({ id }) => id)))]);
    return { places: new Map(places), lastRevisions: new Map(lastRevisions) };
  }
}

/** One batch on its way: each append is judged seeing those before it. */
class Batch {
  private readonly results: Result[] = [];
  private readonly written: IndexEntry[] = [];
  /** Ids whose exact place is not known yet. */
  private readonly inner = new Set<string>();
  private caughtUp = false;
  private run = new Run();

  constructor(
    private readonly appends: readonly StreamAppend[], private readonly known: Known, private readonly claims: BatchClaims,
    private readonly index: LogIndex, private readonly sender: Sender, private readonly reader: LogReader,
  ) {}

  async write(): Promise<readonly Result[]> {
    for (const [index, append] of this.appends.entries()) {
      try {
        await this.take(append, index);
      } catch (error) {
        this.results[index] = rejected(isRefusal(error) ? error : this.reader.unavailable(error));
      }
    }
    await this.flush();
    // What is written stands, whether the index can be told or not: it will be found behind, and read it from the log.
    await this.record().catch(() => undefined);
    return this.results;
  }

  private async take(append: StreamAppend, index: number): Promise<void> {
    if (this.run.mustWait(append)) await this.flush();
    if (!this.run.holds(append.stream) && this.isBehind(append)) await this.catchUp();
    if (append.events.some(({ id }) => this.inner.has(id))) await this.refresh(append.events.map(({ id }) => id));
    let verdict = judgeIds(append, this.known);
    if (verdict.write && (await this.claims.ensure(append))) {
      await this.refresh(append.events.map(({ id }) => id));
      verdict = judgeIds(append, this.known);
    }
    if (verdict.write) await this.put(encodeAppend(append, index));
    else this.results[index] = { status: 'fulfilled', value: verdict.repeated };
  }

  /**
   * Puts it among those that are sent together. One that the server will probably refuse goes alone: what comes after it would
   * otherwise be sent again behind appends of other streams, and the order of the log would not be that of the batch.
   */
  private async put(ready: Ready): Promise<void> {
    const doubtful = !this.run.holds(ready.stream) && (this.known.lastRevisions.get(ready.stream) ?? 'no-stream') !== ready.expected;
    if (doubtful) await this.flush();
    this.run.add(ready);
    if (doubtful) await this.flush();
  }

  /**
   * The stream does not end for us where the caller saw it end: somebody else wrote, and ids may stand in it that we have not
   * heard of. Where both agree, all ids of the stream are known, and the server lets nobody in between.
   */
  private isBehind({ stream, expected }: StreamAppend): boolean {
    return !this.caughtUp && (this.known.lastRevisions.get(stream) ?? 'no-stream') !== expected;
  }

  private async catchUp(): Promise<void> {
    await this.flush();
    await this.index.catchUp();
    this.caughtUp = true;
    await this.refresh(this.appends.flatMap(({ events }) => events.map(({ id }) => id)));
    for (const [stream, revision] of await this.index.lastRevisions(this.appends)) this.known.lastRevisions.set(stream, revision);
  }

  /** What the index was not told stays claimed: whoever comes next looks into the log. */
  private async record(): Promise<void> {
    const entries = this.written.splice(0);
    const ids = entries.map(({ id }) => id);
    this.claims.keep(ids);
    await this.index.record(entries);
    this.claims.free(ids);
  }

  /** Where events stand exactly: within an append of several, that is asked only when somebody wants to know. */
  private async refresh(ids: readonly string[]): Promise<void> {
    await this.record();
    for (const [id, place] of await this.index.places(ids)) this.known.places.set(id, place);
    for (const id of ids) this.inner.delete(id);
  }

  /** Sends what has gathered. Afterwards everything known is known of it too. */
  private async flush(): Promise<void> {
    const { run } = this;
    this.run = new Run();
    const blocks = run.blocks();
    this.claims.keep(blocks.flat().flatMap(({ events }) => events.map(({ id }) => id)));
    const settled = blocks.length === 0 ? [] : await this.sender.send(blocks);
    for (const [index, block] of blocks.entries()) await this.conclude(block, settled[index]!);
  }

  private async conclude(block: readonly Ready[], settled: Settled): Promise<void> {
    if (settled.kind === 'written') return this.enter(block, settled.position);
    // A block is refused as a whole: each append of it is entitled to a verdict of its own.
    if (block.length === 1) {
      if (settled.kind !== 'unknown') this.claims.free(block[0]!.events.map(({ id }) => id));
      this.results[block[0]!.index] = rejected(this.reasonOf(block[0]!, settled));
    } else for (const ready of block) await this.conclude([ready], (await this.sender.send([[ready]]))[0]!);
  }

  private async enter(block: readonly Ready[], position: bigint | undefined): Promise<void> {
    const [first, last] = [block[0]!, block.at(-1)!];
    let revision = first.expected === 'no-stream' ? 0n : first.expected + 1n;
    // The server says only where the last event stands.
    const ends = block.length > 1 || position === undefined ? await this.positionsOf(first.stream, revision, block) : undefined;
    for (const ready of block) {
      const { stream, index, events } = ready;
      const at = ready === last && position !== undefined ? positionOf(position) : ends?.get(revision + BigInt(events.length) - 1n);
      for (const [place, { id, contentHash, metadata }] of events.entries()) {
        const entry: IndexEntry = { id, stream, revision, position: place === events.length - 1 ? at : undefined, contentHash, metadata };
        this.written.push(entry);
        if (entry.position === undefined) this.inner.add(id);
        this.known.places.set(id, { ...entry, position: entry.position ?? NO_POSITION });
        revision += 1n;
      }
      this.known.lastRevisions.set(stream, revision - 1n);
      this.results[index] = at === undefined
        ? rejected(new OutcomeUnknownError(stream))
        : { status: 'fulfilled', value: { outcome: 'appended', revision: revision - 1n, position: at } };
    }
  }

  private async positionsOf(stream: string, from: bigint, block: readonly Ready[]): Promise<ReadonlyMap<bigint, string>> {
    const count = block.reduce((sum, { events }) => sum + events.length, 0);
    const found = new Map<bigint, string>();
    try {
      for await (const events of this.reader.stream(stream, from, 'forwards', count)) for (const { revision, position } of events) found.set(revision, position);
    } catch {
      // Written it is, but where cannot be told now: the caller looks for its ids.
    }
    return found;
  }

  private reasonOf({ stream, expected, bytes }: Ready, settled: Exclude<Settled, { kind: 'written' }>): unknown {
    switch (settled.kind) {
      case 'conflict':
        return new RevisionConflictError(stream, expected, settled.actual satisfies ExpectedRevision);
      case 'too-large':
        return tooLarge(stream, bytes, settled.bytesMax);
      case 'refused':
        return settled.error instanceof StoreUnavailableError ? settled.error : this.reader.unavailable(settled.error);
      case 'unknown':
        return new OutcomeUnknownError(stream, { cause: settled.error });
    }
  }
}

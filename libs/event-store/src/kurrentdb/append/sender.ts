import { backOff, type RetryPolicy, withRetries } from '../retry';
import { isPassing } from '../wire/failures';
import type { LogReader } from '../read/log-reader';
import type { Connection } from '../wire/connection';
import type { RecordedEvent } from '../../event-store';
import { AppendSession, type Block, type Sent } from './append-session';
import type { Ready } from './run';

/** Bytes of appends under way at once. */
const WINDOW_BYTES_MAX = 8 * 1_048_576;

/** What became of a block, for certain, unless `unknown`. */
export type Settled = Sent & { readonly error?: unknown };

export interface SenderOptions {
  readonly connection: Connection;
  readonly reader: LogReader;
  readonly retry: RetryPolicy;
  /** How long an answer to one append is waited for. */
  readonly appendMsMax: number;
  /** Appends under way at once. */
  readonly windowMax: number;
  readonly closed: AbortSignal;
}

/**
 * Sends blocks in order, many under way at once. Where an answer stays out, the log is read at the place where the events would stand:
 * they are there, or the same is sent again at the same revision, which the server can only write once.
 */
export class Sender {
  private session: AppendSession | undefined;

  constructor(private readonly options: SenderOptions) {}

  /**
   * What became of each block, in order. After the first whose outcome is unknown no further ones are sent until it is settled. Where
   * the server cannot be reached, what was not sent yet is refused.
   */
  async send(blocks: readonly (readonly Ready[])[]): Promise<readonly Settled[]> {
    const settled: Settled[] = [];
    while (settled.length < blocks.length) {
      const rest = blocks.slice(settled.length);
      const sent = await this.sendUntilTrouble(rest).catch((error: unknown) => rest.map((): Sent => ({ kind: 'refused', error })));
      const troubled = new Set<string>();
      for (const each of sent) {
        const block = blocks[settled.length]!;
        const [{ stream }] = block as readonly [Ready];
        // A conflict behind one of the same stream that was not answered is no verdict: it was judged without that one.
        const doubtful = each.kind === 'unknown' || (each.kind === 'conflict' && troubled.has(stream));
        if (doubtful) troubled.add(stream);
        settled.push(doubtful ? await this.settle(block, each) : each);
      }
    }
    return settled;
  }

  close(): void {
    this.session?.close();
    this.session = undefined;
  }

  private async sendUntilTrouble(blocks: readonly (readonly Ready[])[]): Promise<readonly Sent[]> {
    const { retry, closed, windowMax, appendMsMax } = this.options;
    const session = await withRetries(() => this.openSession(), isPassing, retry, closed);
    const results: Sent[] = [];
    let [under, bytes, trouble] = [0, 0, false];
    let wake = (): void => undefined;
    for (const [index, block] of blocks.entries()) {
      const size = block.reduce((sum, each) => sum + each.bytes, 0);
      while (under > 0 && (under >= windowMax || bytes + size > WINDOW_BYTES_MAX)) await new Promise<void>((resolve) => (wake = resolve));
      if (trouble) break;
      under += 1;
      bytes += size;
      results[index] = { kind: 'unknown', error: undefined };
      void session.send(this.wireBlock(block), appendMsMax).then((sent) => {
        results[index] = sent;
        trouble ||= sent.kind === 'unknown';
        under -= 1;
        bytes -= size;
        wake();
      });
    }
    while (under > 0) await new Promise<void>((resolve) => (wake = resolve));
    // An answer that stays out may be the connection's fault: what comes next goes over another one.
    if (trouble) this.close();
    return results;
  }

  /** Until the outcome of one block is certain, or it was tried often enough. */
  private async settle(block: readonly Ready[], first: Sent): Promise<Settled> {
    const { retry, closed } = this.options;
    let last = first;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const standing = await this.standing(block);
        if (standing !== undefined) return standing;
        // Nothing of it stands there, and whatever else does is older: a conflict is certain now.
        if (last.kind !== 'unknown' && attempt > 1) return last;
        const session = await this.openSession();
        last = await session.send(this.wireBlock(block), this.options.appendMsMax);
        if (last.kind !== 'unknown' && last.kind !== 'conflict') return last;
        if (last.kind === 'unknown') this.close();
      } catch (error) {
        last = { kind: 'unknown', error };
      }
      if (closed.aborted || attempt >= retry.attemptsMax) return last;
      if (last.kind === 'unknown') await backOff(attempt, retry, closed);
    }
  }

  /** The block as the log holds it at its place; undefined if it does not. */
  private async standing(block: readonly Ready[]): Promise<Settled | undefined> {
    const ids = block.flatMap(({ events }) => events.map(({ id }) => id));
    const [first] = block as readonly [Ready];
    const from = first.expected === 'no-stream' ? 0n : first.expected + 1n;
    let last: RecordedEvent | undefined;
    let seen = 0;
    for await (const events of this.options.reader.stream(first.stream, from, 'forwards', ids.length)) {
      for (const event of events) {
        if (event.id !== ids[seen]) return undefined;
        seen += 1;
        last = event;
      }
    }
    return last === undefined || seen < ids.length ? undefined : { kind: 'written', revision: last.revision, position: BigInt(last.position) };
  }

  private async openSession(): Promise<AppendSession> {
    if (this.session?.usable !== true) this.session = await AppendSession.open(this.options.connection);
    return this.session;
  }

  private wireBlock(block: readonly Ready[]): Block {
    const [{ stream, expected }] = block as readonly [Ready];
    return { stream: this.options.reader.prefix + stream, expected, events: block.flatMap(({ encoded }) => encoded) };
  }
}

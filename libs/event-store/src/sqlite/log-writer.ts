import { type Appended, type ExpectedRevision, type Location, type StreamAppend } from '../event-store';
import { checkShape, judgeAppend, type StandingLog } from '../judge-append';
import { positionOf } from '../position';
import { settled } from '../settle';
import type { LogStatements } from './log-statements';

/** Ends of streams that are remembered: some 10 MB. */
const STREAMS_MAX = 100_000;

/**
 * Writes appends, inside a transaction. It alone writes the log, as long as its lock is held, so it remembers where streams end. An
 * append of one event, which nearly all are, is tried before its id is looked for: the index of ids tells it in the same step.
 */
export class LogWriter implements StandingLog {
  private readonly ends = new Map<string, ExpectedRevision>();

  constructor(private readonly statements: LogStatements) {}

  write(appends: readonly StreamAppend[]): readonly PromiseSettledResult<Appended>[] {
    try {
      let offset = this.statements.headOffset();
      return appends.map((append) => settled(() => {
        const written = this.one(append, offset);
        if (written.outcome === 'appended') offset += append.events.length;
        return written;
      }));
    } catch (error) {
      // What the transaction takes back was remembered too.
      this.forget();
      throw error;
    }
  }

  /** To be called when a transaction did not come to its end. */
  forget(): void {
    this.ends.clear();
  }

  lastRevision(stream: string): ExpectedRevision {
    return this.ends.get(stream) ?? this.statements.lastRevision(stream);
  }

  standing(id: string): Location | undefined {
    return this.statements.standing(id);
  }

  private one(append: StreamAppend, offset: number): Appended {
    const { stream, expected, events } = append;
    checkShape(append);
    const [event] = events;
    if (events.length === 1 && event !== undefined && this.lastRevision(stream) === expected) {
      const revision = expected === 'no-stream' ? 0n : expected + 1n;
      if (this.statements.insertIfNew(offset + 1, stream, Number(revision), event)) return this.appended(stream, revision, offset + 1);
    }
    const verdict = judgeAppend(this, append);
    if (!verdict.write) return verdict.repeated;
    let revision = Number(verdict.firstRevision);
    for (const each of events) this.statements.insert((offset += 1), stream, revision++, each);
    return this.appended(stream, BigInt(revision - 1), offset);
  }

  private appended(stream: string, revision: bigint, offset: number): Appended {
    if (this.ends.size >= STREAMS_MAX) this.ends.clear();
    this.ends.set(stream, revision);
    return { outcome: 'appended', revision, position: positionOf(offset) };
  }
}

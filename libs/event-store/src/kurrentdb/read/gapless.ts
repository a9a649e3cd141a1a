import { NO_POSITION, type Position, type RecordedEvent, StoreUnavailableError } from '../../event-store';

/**
 * Sees that no event of a stream is missing in what is read in log order: one that was truncated and scavenged would otherwise be a
 * silence. Read from the start, each stream begins at revision 0; read from a position, wherever it is first met.
 */
export class Gapless {
  private readonly last = new Map<string, bigint>();

  constructor(private readonly after: Position) {}

  /** @throws StoreUnavailableError `corrupt` naming the stream and what is missing */
  see({ stream, revision }: RecordedEvent): void {
    const before = this.last.get(stream);
    const expected = before === undefined ? (this.after === NO_POSITION ? 0n : revision) : before + 1n;
    if (revision !== expected) {
      throw new StoreUnavailableError('corrupt', `${stream}: revision ${expected} is missing from the log (found ${revision}): the stream was truncated or scavenged on the server`);
    }
    this.last.set(stream, revision);
  }
}

import type { EventStore, ExpectedRevision } from '@netral/event-store';

/**
 * Revisions that streams end at, as this writer knows them: spares a read before each append. A wrong one does no harm but a
 * conflict, after which it is forgotten and read again.
 */
export class StreamHeads {
  private readonly known = new Map<string, ExpectedRevision>();

  constructor(private readonly store: EventStore, private readonly streamsMax: number) {}

  /** Reads those that are not known; afterwards `of` answers for all of them. */
  async learn(streams: Iterable<string>): Promise<void> {
    const missing: string[] = [];
    for (const stream of new Set(streams)) {
      const revision = this.known.get(stream);
      if (revision === undefined) missing.push(stream);
      // Last in the map is last to be forgotten.
      else {
        this.known.delete(stream);
        this.known.set(stream, revision);
      }
    }
    const revisions = await Promise.all(missing.map((stream) => this.store.lastRevision(stream)));
    for (const stream of this.known.keys()) {
      if (this.known.size + missing.length <= this.streamsMax) break;
      this.known.delete(stream);
    }
    missing.forEach((stream, index) => this.known.set(stream, revisions[index] as ExpectedRevision));
  }

  of(stream: string): ExpectedRevision | undefined {
    return this.known.get(stream);
  }

  set(stream: string, revision: ExpectedRevision): void {
    this.known.set(stream, revision);
  }

  forget(streams: Iterable<string>): void {
    for (const stream of streams) this.known.delete(stream);
  }
}

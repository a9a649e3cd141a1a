import { upcast, type EventMetadata, type EventType } from '@netral/contracts';
import { emptyRulebook, evolveRulebook, jakartaDayOf, type Rulebook } from '@netral/domain';
import type { EventStore } from '@netral/event-store';

/** The joint decision as the log's one writer knows it: folded from the `rules` stream, and again after each append to it. */
export class RuleKeeper {
  private folded: Rulebook = emptyRulebook;
  private next = 0n;

  constructor(private readonly store: EventStore) {}

  get book(): Rulebook {
    return this.folded;
  }

  /** Folds what the stream holds beyond what was folded. */
  async catchUp(): Promise<void> {
    for await (const event of this.store.readStream('rules', { from: this.next })) {
      const { recordedAt, version } = JSON.parse(event.metadata) as EventMetadata;
      const place = { position: event.position, ordinal: Number(event.revision), recordedOn: jakartaDayOf(Date.parse(recordedAt)) };
      const data = upcast(event.type as EventType, version, JSON.parse(event.data));
      this.folded = evolveRulebook(this.folded, { ...place, type: event.type, data });
      this.next = event.revision + 1n;
    }
  }
}

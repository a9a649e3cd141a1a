import { upcast, type EventMetadata, type EventType } from '@netral/contracts';
import { emptyRulebook, evolveRulebook, jakartaDayOf, type Rulebook } from '@netral/domain';
import type { EventStore } from '@netral/event-store';
import type { StreamHeads } from './stream-heads';

/**
 * The joint decision as this process knows it: folded from the `rules` stream before each batch and after each append to it, so that what
 * another process adopts is seen too.
 */
export class RuleKeeper {
  private folded: Rulebook = emptyRulebook;
  private next = 0n;

  /** @param heads told where the rules end for whoever judges by them: what is adopted follows just that */
  constructor(private readonly store: EventStore, private readonly heads?: Pick<StreamHeads, 'set'>) {}

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
    this.heads?.set('rules', this.next === 0n ? 'no-stream' : this.next - 1n);
  }
}

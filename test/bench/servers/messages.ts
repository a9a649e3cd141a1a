import { topicOf } from '@netral/application';
import { seasonCopies, type SeasonMessage } from '@netral/season';

export interface BenchMessage {
  readonly topic: string;
  readonly key: string | null;
  readonly value: string;
}

const COPIES_MAX = 40;

const asPublished = ({ agency, message }: SeasonMessage): BenchMessage => ({
  topic: topicOf(agency as Parameters<typeof topicOf>[0]),
  key: typeof message === 'string' ? null : (message as { subject?: string }).subject ?? null,
  value: typeof message === 'string' ? message : JSON.stringify(message),
});

/** Messages of generated seasons, one season after another, each message given once. */
export class MessageSupply {
  /** The joint decision, which says who may hand over what: it comes before all others. */
  readonly joint: readonly BenchMessage[];
  private readonly copies: Generator<readonly SeasonMessage[]>;
  private waiting: readonly SeasonMessage[] = [];
  private at = 0;

  constructor(seed: number) {
    this.copies = seasonCopies({ seed, scale: COPIES_MAX });
    this.joint = (this.copies.next().value as readonly SeasonMessage[]).map(asPublished);
  }

  /** @throws Error when all seasons are told */
  take(count: number): readonly BenchMessage[] {
    const taken: BenchMessage[] = [];
    while (taken.length < count) {
      if (this.at >= this.waiting.length) this.tell();
      taken.push(asPublished(this.waiting[this.at]!));
      this.at += 1;
    }
    return taken;
  }

  private tell(): void {
    const { value, done } = this.copies.next();
    if (done === true) throw new Error(`all messages of ${COPIES_MAX} seasons were taken`);
    [this.waiting, this.at] = [value as readonly SeasonMessage[], 0];
  }
}

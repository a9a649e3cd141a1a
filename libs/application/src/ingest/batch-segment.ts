import type { IncomingMessage, Receipt } from './ingest';
import type { Fact } from './judge-fact';
import type { Waiting } from './message-queue';
import type { SetAside } from './set-aside';

/** A message on its way in; `redrive`: judged anew, although it was set aside before. */
export interface Arrival {
  readonly message: IncomingMessage;
  readonly redrive: boolean;
}
export type Job = Waiting<Arrival, Receipt>;

/** What is to be written of one message; `repeats` came after it with the same content and get its receipt. */
export interface SegmentItem {
  readonly job: Job;
  readonly what: { readonly fact: Fact } | { readonly aside: SetAside };
  readonly recordedAt: string;
  readonly repeats: Job[];
}

export const isFact = (item: SegmentItem): item is SegmentItem & { readonly what: { readonly fact: Fact } } => 'fact' in item.what;
export const messageOf = ({ what }: SegmentItem) => ('fact' in what ? what.fact.message : what.aside.message);

/** Id of the event that the item becomes. */
export const idOf = ({ what }: SegmentItem): string => ('fact' in what ? what.fact.message.eventId : what.aside.message.deadLetterId);

/** Messages judged and not yet written, in order: they share one durable write. */
export class Segment {
  private readonly byId = new Map<string, SegmentItem>();

  get items(): readonly SegmentItem[] {
    return [...this.byId.values()];
  }

  find(id: string): SegmentItem | undefined {
    return this.byId.get(id);
  }

  add(item: SegmentItem): void {
    this.byId.set(idOf(item), item);
  }

  clear(): void {
    this.byId.clear();
  }
}

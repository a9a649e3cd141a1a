import type { EventStore } from '@netral/event-store';
import type { IdentityVault } from '@netral/vault';
import { idOf, isFact, messageOf, type SegmentItem } from './batch-segment';
import { groupAppend, unavailable, type AppendOutcome, type Placed, type PlannedEvent } from './group-append';
import type { Reason, Receipt } from './ingest';
import { IngestUnavailableError } from './ingest.errors';
import type { Fact } from './judge-fact';
import * as receipts from './receipts';
import { kept, plannedFact, pseudonymsOf } from './record-fact';
import { deadLetterOf, messageSetAside, type SetAside } from './set-aside';
import type { StreamHeads } from './stream-heads';

/** Where events stand, by id, as far as this batch has asked. */
export type KnownPlaces = Map<string, Placed>;
export interface Written {
  /** Items that stand in the log now. */
  readonly standing: readonly SegmentItem[];
  /** Why some do not; undefined when all do. */
  readonly failure: Error | undefined;
}
interface Plan {
  readonly item: SegmentItem;
  readonly planned: PlannedEvent;
  /** Why, if it is set aside: as first kept in the vault. */
  readonly reason: Reason | undefined;
}

const failAll = (items: readonly SegmentItem[], error: Error): void => {
  for (const { job, repeats } of items) for (const { fail } of [job, ...repeats]) fail(error);
};

/** Writes what was judged: persons, texts and set-aside messages to the vault first, then the events in one durable append. */
export class SegmentWriter {
  constructor(private readonly store: EventStore, private readonly vault: IdentityVault, private readonly heads: StreamHeads) {}

  /** Answers every item; the ids written are then known. */
  async write(items: readonly SegmentItem[], known: KnownPlaces): Promise<Written> {
    try {
      const plans = await this.plan(items, known);
      const outcomes = await groupAppend(this.store, this.heads, plans.map(({ planned }) => planned));
      const failures = plans.map((plan, index) => settle(plan, outcomes[index] as AppendOutcome, known));
      return { standing: plans.filter((_, index) => failures[index] === undefined).map(({ item }) => item), failure: failures.find((failure) => failure !== undefined) };
    } catch (error) {
      const failure = unavailable(error);
      failAll(items, failure);
      return { standing: [], failure };
    }
  }

  private async plan(items: readonly SegmentItem[], known: KnownPlaces): Promise<Plan[]> {
    const facts = items.filter(isFact).map(({ what }) => what.fact);
    const misplaced = await this.misplaced(facts, known);
    const subjectOf = await kept(facts.filter((fact) => !misplaced.has(fact)), this.vault);
    const drafts = items.map((item): { readonly item: SegmentItem; readonly planned?: PlannedEvent } => {
      const aside = isFact(item) ? misplaced.get(item.what.fact) : undefined;
      if (aside !== undefined) return { item: { ...item, what: { aside } } };
      return isFact(item) ? { item, planned: plannedFact(item.what.fact, subjectOf, item.recordedAt) } : { item };
    });
    const reasons = await this.keep(drafts.flatMap(({ item }) => (isFact(item) ? [] : [item])));
    return drafts.flatMap(({ item, planned }): Plan[] => {
      if (planned !== undefined) return [{ item, planned, reason: undefined }];
      const aside = (item.what as { aside: SetAside }).aside;
      const reason = reasons.get(aside.message.deadLetterId) ?? aside.reason;
      const standing = known.get(aside.message.deadLetterId);
      // Driven again and still not good: nothing new is recorded.
      if (item.job.item.redrive && standing !== undefined) return answer(item, receipts.setAside(aside.message, standing, aside.reason, aside.message.deadLetterId));
      return [{ item, planned: messageSetAside({ ...aside, reason }, item.recordedAt), reason }];
    });
  }

  /**
   * Corrections of a matter or person other than that of what they correct. Told before anything of theirs is sealed; of persons
   * their streams are found by, pseudonyms are mostly there already.
   */
  private async misplaced(facts: readonly Fact[], known: KnownPlaces): Promise<ReadonlyMap<Fact, SetAside>> {
    const found = new Map<Fact, SetAside>();
    const corrected = new Set(facts.map(({ corrects }) => corrects).filter((id) => id !== undefined));
    if (corrected.size === 0) return found;
    const asked = facts.filter(({ corrects, message }) => corrects !== undefined || corrected.has(message.eventId));
    const subjectOf = await pseudonymsOf(asked, this.vault);
    const streams = new Map<string, string>();
    for (const fact of asked) {
      const { stream } = plannedFact(fact, subjectOf, '');
      const aside = otherMatter(fact, stream, streams, known);
      if (aside === undefined) streams.set(fact.message.eventId, stream);
      else found.set(fact, aside);
    }
    return found;
  }

  /** Seals what is set aside. The first reason kept is the reason: a crash may have come between vault and log. */
  private async keep(items: readonly SegmentItem[]): Promise<ReadonlyMap<string, Reason>> {
    if (items.length === 0) return new Map();
    await this.vault.keepDeadLetters(items.map(({ what, recordedAt }) => deadLetterOf((what as { aside: SetAside }).aside, recordedAt)));
    const kept = await Promise.all(items.map((item) => this.vault.deadLetter(idOf(item))));
    return new Map(kept.flatMap((letter) => (letter === undefined ? [] : [[letter.deadLetterId, letter.reason] as const])));
  }
}

const answer = ({ job, repeats }: SegmentItem, receipt: Receipt): [] => {
  for (const { settle: give } of [job, ...repeats]) give(receipt);
  return [];
};

/** A correction goes where the corrected message stands: one that names another matter than that would be lost in the wrong stream. */
export const otherMatter = ({ corrects, message }: Fact, stream: string, streams: ReadonlyMap<string, string>, known: ReadonlyMap<string, Placed>): SetAside | undefined => {
  const standing = corrects === undefined ? undefined : streams.get(corrects) ?? known.get(corrects)?.stream;
  if (standing === undefined || standing === stream) return undefined;
  const reason = { code: 'correction-changes-matter', pointer: '/data/messageId', found: 'a message of another matter or person', expected: 'the matter (or person) of the message corrected' };
  return { message, reason, season: (message.event.data as { season?: string }).season };
};

/** Answers the item; why it does not stand in the log, if so. */
const settle = ({ item, planned, reason }: Plan, outcome: AppendOutcome, known: KnownPlaces): Error | undefined => {
  if (outcome.kind === 'failed' || outcome.kind === 'conflict') {
    const error = outcome.kind === 'failed' ? outcome.error : new IngestUnavailableError('contended', 'another writer recorded the same id meanwhile');
    failAll([item], error);
    return error;
  }
  const { placed } = outcome;
  known.set(planned.event.id, placed);
  const message = messageOf(item);
  if (reason !== undefined) {
    answer(item, receipts.setAside(message, placed, reason, message.deadLetterId));
    return undefined;
  }
  item.job.settle(outcome.kind === 'written' ? receipts.recorded(message, placed, item.recordedAt) : receipts.duplicate(message, placed));
  for (const repeat of item.repeats) repeat.settle(receipts.duplicate(message, placed));
  return undefined;
};

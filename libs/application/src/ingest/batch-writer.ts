import { catalogue, contractVersionOf } from '@netral/contracts';
import type { EventStore } from '@netral/event-store';
import type { Clock } from '@netral/platform';
import type { IdentityVault } from '@netral/vault';
import { Segment, isFact, messageOf, type Job, type SegmentItem } from './batch-segment';
import { unavailable } from './group-append';
import type { Receipt } from './ingest';
import { correctedMessage, judgeFact, type Original } from './judge-fact';
import { openMessage, type EnvelopedMessage, type MessageLimits, type OpenedMessage } from './open-message';
import { originalAt } from './original-at';
import * as receipts from './receipts';
import { RuleKeeper } from './rule-keeper';
import { SegmentWriter, type KnownPlaces } from './segment-writer';
import { seasonNamed, type SetAside } from './set-aside';
import { SimulatedClock } from './simulated-clock';
import { withoutNames } from './stray-name';
import { StreamHeads } from './stream-heads';

export interface BatchWriterPorts {
  readonly store: EventStore;
  readonly vault: IdentityVault;
  readonly clock: Clock;
}
const STREAMS_KNOWN_MAX = 50_000;

/**
 * Judges messages one after another and writes them together. One batch at a time: the only writer of the log knows what stands in
 * it, so that a message is recorded once whatever comes twice, in whatever order.
 */
export class BatchWriter {
  private readonly rules: RuleKeeper;
  private readonly simulated: SimulatedClock;
  private readonly writer: SegmentWriter;

  constructor(private readonly ports: BatchWriterPorts, private readonly limits: MessageLimits) {
    const { store, vault } = ports;
    const heads = new StreamHeads(store, STREAMS_KNOWN_MAX);
    this.rules = new RuleKeeper(store, heads);
    this.simulated = new SimulatedClock(store);
    this.writer = new SegmentWriter(store, vault, heads);
  }

  /** Answers each job once, with a receipt or an error. */
  async write(jobs: readonly Job[]): Promise<void> {
    try {
      await this.rules.catchUp();
      if (jobs.some(({ item }) => item.message.recordedAt !== undefined)) await this.simulated.open();
      const batch = await this.open(jobs);
      for (const [index, job] of jobs.entries()) {
        const message = batch.opened[index] as OpenedMessage;
        // A turn of the loop for each message costs more than judging it.
        if (!batch.takeAtOnce(job, message)) await batch.take(job, message);
      }
      await batch.flush();
    } catch (error) {
      for (const { fail } of jobs) fail(unavailable(error));
    }
  }

  private async open(jobs: readonly Job[]): Promise<Batch> {
    const opened = jobs.map(({ item }) => openMessage(item.message, this.limits, (content) => this.ports.vault.hash(content)));
    const ids = opened.flatMap((message) => {
      if (message.kind === 'refused') return [message.deadLetterId];
      const corrected = correctedMessage(message);
      return [message.eventId, message.deadLetterId, ...(corrected === undefined ? [] : [corrected])];
    });
    const known: KnownPlaces = new Map(await this.ports.store.locate([...new Set(ids)]));
    const now = new Date(this.ports.clock.now()).toISOString();
    return new Batch(this.ports, { rules: this.rules, simulated: this.simulated, writer: this.writer }, opened, known, now);
  }
}

/** Whether the messages after it may be judged by what it lays down. */
const isJoint = (message: OpenedMessage): boolean => {
  const claimed = message.kind === 'enveloped' ? contractVersionOf(message.event) : undefined;
  return claimed?.ok === true && claimed.value.contract.role === 'joint';
};

/** Whether it corrects another message, or others are judged by it. */
const isAboutOthers = (message: EnvelopedMessage): boolean => isJoint(message) || correctedMessage(message) !== undefined;

/** One batch on its way: judged in order, written in segments, of which there is mostly one. */
class Batch {
  private readonly segment = new Segment();
  /** Why nothing more of the batch is judged: what went before, on which it may rest, was not recorded. */
  private broken: Error | undefined;

  constructor(
    private readonly ports: BatchWriterPorts,
    private readonly kept: { readonly rules: RuleKeeper; readonly simulated: SimulatedClock; readonly writer: SegmentWriter },
    readonly opened: readonly OpenedMessage[],
    private readonly known: KnownPlaces,
    private readonly now: string,
  ) {}

  /**
   * Takes what nearly all messages are: a fact that is new to the log and to the batch, is about no other message and lays down no
   * rules. Whether it was one.
   */
  takeAtOnce(job: Job, message: OpenedMessage): boolean {
    if (this.broken !== undefined || message.kind === 'refused' || job.item.redrive || this.isNear(message) || isAboutOthers(message)) return false;
    const { recordedAt } = job.item.message;
    if (recordedAt !== undefined && this.kept.simulated.refusal(recordedAt) !== undefined) return false;
    try {
      const verdict = judgeFact(message, this.kept.rules.book, undefined);
      const what = verdict.ok ? { fact: verdict.fact } : { aside: this.asideOf(message, verdict.reason, message.event.data) };
      this.segment.add({ job, what, recordedAt: recordedAt ?? this.now, repeats: [] });
    } catch (error) {
      this.fail(job, message, unavailable(error));
    }
    return true;
  }

  /** Whether the log or the batch holds something under its ids. */
  private isNear({ eventId, deadLetterId }: EnvelopedMessage): boolean {
    return this.known.has(eventId) || this.known.has(deadLetterId) || this.segment.find(eventId) !== undefined || this.segment.find(deadLetterId) !== undefined;
  }

  /** Never rejects. One message that meets a fault of ours does not hold up the others, unless they may rest on it. */
  async take(job: Job, message: OpenedMessage): Promise<void> {
    try {
      if (this.broken === undefined) await this.judged(job, message);
    } catch (error) {
      this.fail(job, message, unavailable(error));
    }
    if (this.broken !== undefined) job.fail(this.broken);
  }

  private fail(job: Job, message: OpenedMessage, error: Error): void {
    job.fail(error);
    if (isJoint(message)) this.broken ??= error;
  }

  private async judged(job: Job, message: OpenedMessage): Promise<void> {
    if (await this.repeats(job, message)) return;
    const { recordedAt } = job.item.message;
    const refusal = recordedAt === undefined ? undefined : this.kept.simulated.refusal(recordedAt);
    if (refusal !== undefined) return this.fail(job, message, refusal);
    const what = message.kind === 'refused' ? { aside: this.asideOf(message, message.reason, message.data) } : await this.judge(message);
    const item: SegmentItem = { job, what, recordedAt: recordedAt ?? this.now, repeats: [] };
    this.segment.add(item);
    // Later messages of the same batch are judged by what this one laid down.
    if (isFact(item) && catalogue[item.what.fact.type].role === 'joint') await this.flush();
  }

  async flush(): Promise<void> {
    const { items } = this.segment;
    if (items.length === 0) return;
    this.segment.clear();
    const { standing, failure } = await this.kept.writer.write(items, this.known);
    this.broken ??= failure;
    for (const { recordedAt } of standing) this.kept.simulated.advance(recordedAt);
    if (standing.some((item) => isFact(item) && catalogue[item.what.fact.type].role === 'joint')) await this.catchUp();
  }

  private async catchUp(): Promise<void> {
    try {
      await this.kept.rules.catchUp();
    } catch (error) {
      this.broken ??= unavailable(error);
    }
  }

  /** A message that was seen before gets the receipt of the first time; whether it did. */
  private async repeats(job: Job, message: OpenedMessage): Promise<boolean> {
    if (message.kind === 'enveloped') {
      const standing = this.known.get(message.eventId);
      if (standing?.contentHash === message.contentHash) {
        job.settle(receipts.duplicate(message, standing));
        return true;
      }
      const pending = this.segment.find(message.eventId);
      if (pending !== undefined && messageOf(pending).contentHash === message.contentHash) {
        pending.repeats.push(job);
        return true;
      }
    }
    const pending = this.segment.find(message.deadLetterId);
    pending?.repeats.push(job);
    if (pending !== undefined || job.item.redrive) return pending !== undefined;
    const receipt = await this.firstReceipt(message);
    if (receipt !== undefined) job.settle(receipt);
    return receipt !== undefined;
  }

  private async firstReceipt(message: OpenedMessage): Promise<Receipt | undefined> {
    const standing = this.known.get(message.deadLetterId);
    if (standing === undefined) return undefined;
    const letter = await this.ports.vault.deadLetter(message.deadLetterId);
    return receipts.setAside(withoutNames(message), standing, letter?.reason ?? { code: 'unknown' }, message.deadLetterId);
  }

  private async judge(message: EnvelopedMessage): Promise<SegmentItem['what']> {
    // What contradicts a message that is only about to be written waits until that one stands: evidence must name what is recorded.
    if (this.segment.find(message.eventId) !== undefined) await this.flush();
    if (this.broken !== undefined) throw this.broken;
    if (this.known.has(message.eventId)) return { aside: await this.conflict(message) };
    const corrected = correctedMessage(message);
    const verdict = judgeFact(message, this.kept.rules.book, corrected === undefined ? undefined : await this.original(corrected));
    return verdict.ok ? { fact: verdict.fact } : { aside: this.asideOf(message, verdict.reason, message.event.data) };
  }

  private async conflict(message: EnvelopedMessage): Promise<SetAside> {
    const { source, id } = message.event;
    const original = await this.original(message.eventId);
    const reason = { code: 'conflicting-redelivery', pointer: '/id', found: 'other content than was recorded under this id', expected: 'the same content, or an id of its own' };
    return { ...this.asideOf(message, reason, original?.data), conflictsWith: { source, id } };
  }

  private asideOf(message: OpenedMessage, reason: SetAside['reason'], data: unknown): SetAside {
    return { message: withoutNames(message), reason, season: seasonNamed(data, this.kept.rules.book) };
  }

  /** What stands, or is about to, under an event id. */
  private async original(eventId: string): Promise<Original | undefined> {
    const pending = this.segment.find(eventId);
    if (pending !== undefined) return isFact(pending) ? { type: pending.what.fact.type, data: pending.what.fact.draft } : undefined;
    const place = this.known.get(eventId);
    return place === undefined ? undefined : originalAt(this.ports.store, place);
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { catalogue, type EventType } from '@netral/contracts';
import { evolveRulebook, jakartaDayOf, type Rulebook } from '@netral/domain';
import type { EventStore } from '@netral/event-store';
import type { Clock } from '@netral/platform';
import type { IdentityVault } from '@netral/vault';
import type { IncomingMessage, Reason, Receipt, Sender } from './ingest';
import type { Placed } from './group-append';
import { correctedMessage, judgeFact, type Original } from './judge-fact';
import { openMessage, type EnvelopedMessage, type MessageLimits, type OpenedMessage } from './open-message';
import { originalAt } from './original-at';
import * as receipts from './receipts';
import { plannedFact } from './record-fact';
import { RuleKeeper } from './rule-keeper';
import { otherMatter } from './segment-writer';

/** What the ingest would answer just now; nothing was written, sealed or given a pseudonym. */
export type Checked =
  | { readonly outcome: 'good' }
  /** It is recorded already (with its receipt), or the same message stands earlier among those checked. */
  | { readonly outcome: 'duplicate'; readonly receipt?: Receipt }
  | { readonly outcome: 'refused'; readonly reason: Reason };

const CHUNK_MESSAGES = 100;
const conflict: Reason = { code: 'conflicting-redelivery', pointer: '/id', found: 'other content under an id that is taken', expected: 'the same content, or an id of its own' };

/** Judges messages as the ingest would, in their order, and writes nothing. */
export class MessageChecker {
  private readonly rules: RuleKeeper;

  constructor(private readonly ports: { readonly store: EventStore; readonly vault: IdentityVault; readonly clock: Clock }, private readonly limits: MessageLimits) {
    this.rules = new RuleKeeper(ports.store);
  }

  /** The keyed hash by which ids may be made from content. */
  hash(content: string): string {
    return this.ports.vault.hash(content);
  }

  /** Events that the sender's agency has ever been granted: of the operator those of the joint decision. */
  async typesOf({ agency }: Sender): Promise<readonly EventType[]> {
    if (agency === 'operator') return (Object.keys(catalogue) as EventType[]).filter((type) => catalogue[type].role === 'joint');
    await this.rules.catchUp();
    const granted = new Set([...this.rules.book.grants.values()].filter((grant) => grant.agency === agency).flatMap(({ eventTypes }) => [...eventTypes]));
    return (Object.keys(catalogue) as EventType[]).filter((type) => granted.has(type) || (granted.size > 0 && catalogue[type].role === 'any'));
  }

  async check(messages: readonly IncomingMessage[]): Promise<readonly Checked[]> {
    await this.rules.catchUp();
    const checking = new Checking(this.ports, this.rules.book);
    const answers: Checked[] = [];
    for (let from = 0; from < messages.length; from += CHUNK_MESSAGES) {
      const opened = messages.slice(from, from + CHUNK_MESSAGES).map((message) => openMessage(message, this.limits, (content) => this.ports.vault.hash(content)));
      answers.push(...(await checking.take(opened)));
      await nextTurn();
    }
    return answers;
  }
}

/** Messages of one check: a later one may repeat, contradict or rest on an earlier one. */
class Checking {
  private readonly hashes = new Map<string, string>();
  private readonly originals = new Map<string, Original>();

  constructor(private readonly ports: { readonly store: EventStore; readonly vault: IdentityVault; readonly clock: Clock }, private book: Rulebook) {}

  async take(opened: readonly OpenedMessage[]): Promise<readonly Checked[]> {
    const ids = opened.flatMap((message) => (message.kind === 'refused' ? [message.deadLetterId] : [message.eventId, message.deadLetterId, correctedMessage(message) ?? message.eventId]));
    const known = new Map<string, Placed>(await this.ports.store.locate([...new Set(ids)]));
    const answers: Checked[] = [];
    for (const message of opened) answers.push(message.kind === 'refused' ? { outcome: 'refused', reason: message.reason } : await this.one(message, known));
    return answers;
  }

  private async one(message: EnvelopedMessage, known: ReadonlyMap<string, Placed>): Promise<Checked> {
    const standing = known.get(message.eventId);
    if (standing !== undefined) return standing.contentHash === message.contentHash ? { outcome: 'duplicate', receipt: receipts.duplicate(message, standing) } : { outcome: 'refused', reason: conflict };
    const before = this.hashes.get(message.eventId);
    if (before !== undefined) return before === message.contentHash ? { outcome: 'duplicate' } : { outcome: 'refused', reason: conflict };
    // What was set aside gets its first receipt again, whatever has changed since: only a redrive judges it anew.
    if (known.has(message.deadLetterId)) {
      const letter = await this.ports.vault.deadLetter(message.deadLetterId);
      return { outcome: 'refused', reason: letter?.reason ?? { code: 'unknown' } };
    }
    return this.judged(message, known);
  }

  private async judged(message: EnvelopedMessage, known: ReadonlyMap<string, Placed>): Promise<Checked> {
    const corrected = correctedMessage(message);
    const place = corrected === undefined ? undefined : known.get(corrected);
    const original = corrected === undefined ? undefined : this.originals.get(corrected) ?? (place === undefined ? undefined : await originalAt(this.ports.store, place));
    const verdict = judgeFact(message, this.book, original);
    if (!verdict.ok) return { outcome: 'refused', reason: verdict.reason };
    const { fact } = verdict;
    if (place !== undefined) {
      // Where it would stand: of a person without a pseudonym nothing stands yet.
      const nips = new Set(fact.marks.identities.map(({ nip }) => nip));
      const subjects = new Map(await Promise.all([...nips].map(async (nip) => [nip, (await this.ports.vault.find(nip)) ?? ''] as const)));
      const aside = otherMatter(fact, plannedFact(fact, (nip) => subjects.get(nip) ?? '', '').stream, new Map(), known);
      if (aside !== undefined) return { outcome: 'refused', reason: aside.reason };
    }
    this.hashes.set(message.eventId, message.contentHash);
    this.originals.set(message.eventId, { type: fact.type, data: fact.draft });
    if (catalogue[fact.type].role === 'joint') {
      const ordinal = this.book.entries.length;
      const place = { position: `check-${ordinal}`, ordinal, recordedOn: jakartaDayOf(this.ports.clock.now()) };
      this.book = evolveRulebook(this.book, { ...place, type: fact.type, data: fact.draft });
    }
    return { outcome: 'good' };
  }
}

import type { EventStore } from '@netral/event-store';
import type { DeadLetter, IdentityVault } from '@netral/vault';
import { gapOf, type Gap } from './dead-letter-gap';
import type { Ingest, Reason, Receipt } from './ingest';
import { eventIdOf } from './message-ids';

/** A set-aside message without its content: that stays sealed, its sender has it. */
export interface DeadLetterSummary {
  readonly id: string;
  readonly agency: string;
  readonly setAsideAt: string;
  readonly reason: Reason;
  readonly source: string | null;
  readonly messageId: string | null;
  readonly contentBytes: number;
  /** `recorded`: judged anew since, the same content stands in the log now. */
  readonly state: 'set-aside' | 'recorded';
  /** Where it is missing, while it is; null also where that cannot be told. */
  readonly gap: Gap | null;
}

/** Whose set-aside messages may be seen; all, when nothing is named. */
export interface DeadLetterScope {
  readonly agency?: string;
  /** Only those of senders limited to some of these employers. */
  readonly employers?: readonly string[];
}
type Kept = Omit<DeadLetter, 'content'>;
const PAGE = 200;
/** Set-aside messages that one question opens at most: each has to be unsealed to see whose it is. */
const OPENED_MAX = 1000;

const isWithin = ({ agency, employers }: DeadLetterScope, letter: Kept): boolean => {
  if (agency !== undefined && letter.agency !== agency) return false;
  return employers === undefined || ((letter.senderEmployers?.length ?? 0) > 0 && letter.senderEmployers?.every((employer) => employers.includes(employer)) === true);
};

/** What was set aside, and its way back in. */
export class DeadLetters {
  constructor(private readonly vault: IdentityVault, private readonly store: EventStore, private readonly ingest: Ingest) {}

  /**
   * Oldest first. `next` is the id to go on after; null at the end. Of a long backlog of others a page may hold fewer than asked, or
   * none, and still have a next one.
   */
  async list(scope: DeadLetterScope, { after, limit }: { readonly after?: string; readonly limit: number }): Promise<{ readonly items: readonly DeadLetterSummary[]; readonly next: string | null }> {
    const items: Kept[] = [];
    let cursor = after;
    let opened = 0;
    let ended = false;
    // One more than asked tells whether there are more.
    while (items.length <= limit && opened < OPENED_MAX && !ended) {
      const page = await this.vault.deadLetters({ ...(scope.agency !== undefined && { agency: scope.agency }), ...(cursor !== undefined && { after: cursor }), limit: PAGE });
      items.push(...page.filter((letter) => isWithin(scope, letter)));
      cursor = page.at(-1)?.deadLetterId ?? cursor;
      opened += page.length;
      ended = page.length < PAGE;
    }
    const shown = items.slice(0, limit);
    return { items: await this.summaries(shown), next: items.length > limit ? (shown.at(-1)?.deadLetterId ?? null) : ended ? null : (cursor ?? null) };
  }

  async get(id: string, scope: DeadLetterScope): Promise<DeadLetterSummary | undefined> {
    const letter = await this.vault.deadLetter(id);
    return letter === undefined || !isWithin(scope, letter) ? undefined : (await this.summaries([letter]))[0];
  }

  /** Undefined when there is none such, or nothing of it was kept that could be judged. */
  redrive(id: string): Promise<Receipt | undefined> {
    return this.ingest.redrive(id);
  }

  private async summaries(letters: readonly Kept[]): Promise<readonly DeadLetterSummary[]> {
    const idOf = ({ messageSource, messageId }: Kept): string => (messageSource === undefined || messageId === undefined ? '' : eventIdOf(messageSource, messageId));
    const standing = await this.store.locate(letters.map(idOf).filter((id) => id !== ''));
    const places = await this.store.locate(letters.map(({ deadLetterId }) => deadLetterId));
    return Promise.all(letters.map(async (letter) => {
      const isRecorded = standing.get(idOf(letter))?.contentHash === letter.contentHash;
      return { ...this.summary(letter, isRecorded), gap: isRecorded ? null : await this.gap(letter, places.get(letter.deadLetterId)?.position) };
    }));
  }

  private async gap({ deadLetterId }: Kept, position: string | undefined): Promise<Gap | null> {
    return position === undefined ? null : gapOf(this.store, (await this.vault.deadLetter(deadLetterId))?.content, position);
  }

  private summary(letter: Kept, isRecorded: boolean): Omit<DeadLetterSummary, 'gap'> {
    return {
      id: letter.deadLetterId, agency: letter.agency, setAsideAt: letter.setAsideAt, reason: letter.reason, source: letter.messageSource ?? null,
      messageId: letter.messageId ?? null, contentBytes: letter.contentBytes,
      state: isRecorded ? 'recorded' : 'set-aside',
    };
  }
}

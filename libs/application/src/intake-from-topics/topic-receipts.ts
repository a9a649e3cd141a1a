import type { OutgoingMessage } from '@netral/messaging';
import type { Receipt } from '../ingest/ingest';

/** Where a message stood; of one judged anew from the dead letters: nowhere. */
export interface TopicPlace {
  readonly topic: string | null;
  readonly partition: number | null;
  /** As text: a topic may hold more than a number in JSON can count. */
  readonly offset: string | null;
}
/** What stands on `netral.receipts`. */
export type TopicReceipt = Receipt & TopicPlace;

/** What stands on `netral.dead-letters`: enough to find and mend the message, nothing of its text. */
export interface DeadLetterAnnouncement extends TopicPlace {
  readonly deadLetter: string;
  readonly agency: string;
  readonly source: string | null;
  readonly id: string | null;
  readonly code: string;
  readonly pointer: string | null;
  readonly setAsideAt: string | null;
  /** Keyed hash of the content: equal contents, equal hashes, nothing to guess from. */
  readonly contentHash: string;
}

const headers = { 'content-type': 'application/json' } as const;
export const NOWHERE: TopicPlace = { topic: null, partition: null, offset: null };

/** Keyed by the message's own id, so that all receipts of one message stand in one partition, in order; without one where it has none to show. */
export const receiptMessage = (receipt: Receipt, place: TopicPlace): OutgoingMessage => ({ key: receipt.id, value: JSON.stringify({ ...receipt, ...place } satisfies TopicReceipt), headers });

export const announcementMessage = (receipt: Receipt, place: TopicPlace, agency: string, contentHash: string): OutgoingMessage => {
  const { source, id, reason, recordedAt } = receipt;
  const deadLetter = receipt.deadLetter as string;
  const value: DeadLetterAnnouncement = { deadLetter, agency, source, id, code: reason?.code ?? 'unknown', pointer: reason?.pointer ?? null, setAsideAt: recordedAt, contentHash, ...place };
  return { key: deadLetter, value: JSON.stringify(value), headers };
};

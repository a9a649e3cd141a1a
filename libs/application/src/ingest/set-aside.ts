import type { EventData, EventMetadata } from '@netral/contracts';
import { isoOf, jakartaDayOf, type Rulebook } from '@netral/domain';
import type { DeadLetter } from '@netral/vault';
import type { PlannedEvent } from './group-append';
import type { Reason } from './ingest';
import type { OpenedMessage } from './open-message';

/** A message that will not be recorded as a fact, and why. */
export interface SetAside {
  readonly message: OpenedMessage;
  readonly reason: Reason;
  /** Of the message that it contradicts. */
  readonly conflictsWith?: { readonly source: string; readonly id: string };
  readonly season: string | undefined;
}

/** The season that a message names, if there is such a one. */
export const seasonNamed = (data: unknown, book: Rulebook): string | undefined => {
  const season = (data as { season?: unknown } | null | undefined)?.season;
  return typeof season === 'string' && book.seasons.has(season) ? season : undefined;
};

export const deadLetterOf = ({ message, reason }: SetAside, setAsideAt: string): DeadLetter => ({
  deadLetterId: message.deadLetterId,
  agency: message.sender.agency,
  ...(message.sender.employers && { senderEmployers: message.sender.employers }),
  setAsideAt,
  reason,
  ...(message.source !== null && { messageSource: message.source }),
  ...(message.id !== null && { messageId: message.id }),
  contentHash: message.contentHash,
  ...(message.content !== undefined && { content: typeof message.content === 'string' ? Buffer.from(message.content) : message.content }),
  contentBytes: message.contentBytes,
});

/** The event that says that a message came and was not taken. It holds nothing of the message but its id, if that is well-formed. */
export const messageSetAside = ({ message, reason, conflictsWith, season }: SetAside, recordedAt: string): PlannedEvent => {
  const { deadLetterId, contentHash, sender, source, id } = message;
  const data: EventData<'MessageSetAside'> = {
    deadLetterId,
    agency: sender.agency,
    setAsideOn: isoOf(jakartaDayOf(Date.parse(recordedAt))),
    reasonCode: reason.code,
    contentHash,
    ...(source !== null && id !== null && { message: { source, id } }),
    ...(season !== undefined && { season }),
    ...(conflictsWith !== undefined && { conflictsWith }),
  };
  const metadata: EventMetadata = {
    agency: 'netral', source: 'urn:netral:intake', messageId: deadLetterId, subject: deadLetterId, publishedAt: recordedAt, recordedAt, version: 1,
  };
  const event = { id: deadLetterId, type: 'MessageSetAside', data: JSON.stringify(data), metadata: JSON.stringify(metadata), contentHash };
  return { stream: `intake-${sender.agency}`, event };
};

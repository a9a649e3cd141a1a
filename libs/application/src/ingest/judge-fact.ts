import {
  catalogue, contractVersionOf, correctedTypeOf, employersOf, nestedOf, ownDayOf, readData, toStored, upcast,
  type ContractVersion, type EventData, type EventType, type Marks,
} from '@netral/contracts';
import { DomainError, dayOf, mayState, ruleAdoption, season as seasonOf, type Rulebook, type RuleEvent } from '@netral/domain';
import { employerCodes } from './employer-codes';
import type { Reason, Sender } from './ingest';
import { unknownCode } from './known-codes';
import { eventIdOf } from './message-ids';
import type { EnvelopedMessage } from './open-message';
import { mayAmendSource } from './sender-office';
import { strayName } from './stray-name';

/** A message that may be recorded as a fact. */
export interface Fact extends ContractVersion {
  readonly message: EnvelopedMessage;
  readonly marks: Marks;
  readonly codeOf: (employer: string) => string;
  /** Data as the log will hold it, in the version sent, but with NIPs where the pseudonyms will be. Never to be stored if there are any. */
  readonly sent: unknown;
  /** The same at the latest version. */
  readonly draft: EventData<EventType>;
  /** Event id of the message that this corrects or retracts. */
  readonly corrects: string | undefined;
}
/** What stands of a message that is corrected: its stored data at the latest version. */
export interface Original {
  readonly type: EventType;
  readonly data: EventData<EventType>;
}
export type Verdict = { readonly ok: true; readonly fact: Fact } | { readonly ok: false; readonly reason: Reason };
const refused = (reason: Reason): Verdict => ({ ok: false, reason });

/** Names the message that a correction or retraction is about; undefined for every other event and for what is malformed. */
export const correctedMessage = ({ event }: EnvelopedMessage): string | undefined => {
  const type = contractVersionOf(event);
  if (!type.ok || catalogue[type.value.type].role !== 'any') return undefined;
  const { messageSource, messageId } = event.data as { messageSource?: unknown; messageId?: unknown };
  return typeof messageSource === 'string' && typeof messageId === 'string' ? eventIdOf(messageSource, messageId) : undefined;
};

/**
 * Whether a message may be recorded: its contract, season, employers, codes and its sender's authority. An agency's fact is never
 * refused for its content; what the operator states of the joint decision may be.
 */
export const judgeFact = (message: EnvelopedMessage, book: Rulebook, original: Original | undefined): Verdict => {
  const claimed = contractVersionOf(message.event);
  if (!claimed.ok) return refused(claimed.reason);
  const { type, version } = claimed.value;
  const { data } = message.event;
  const read = readData(type, version, data);
  if (!read.ok) return refused(read.reason);
  const marks = read.value;
  const joint = catalogue[type].role === 'joint';
  const season = (data as { season?: string }).season;
  const opened = season === undefined ? undefined : seasonOf(book, season);
  if (!joint && opened === undefined) return refused({ code: 'unknown-season', pointer: '/data/season', found: season ?? 'nothing', expected: 'a season that has been opened' });
  const employers = employerCodes(marks, opened?.regionEdition ?? '2019');
  if (!employers.ok) return refused(employers.reason);
  const { codeOf } = employers;
  const sent = toStored(type, version, data, { subject: (nip) => nip, sealed: () => '', employer: codeOf });
  const stray = strayName(marks, message.event, sent);
  const unknown = stray ?? unknownCode(type, data);
  if (unknown !== undefined) return refused(unknown);
  const draft = upcast(type, version, sent);
  const reason = anothersMessage(type, draft, message.sender) ?? withoutAuthority(type, draft, message.sender, book, original) ?? (joint ? refusedByUs(type, draft, book) : undefined);
  return reason === undefined ? { ok: true, fact: { ...claimed.value, message, marks, codeOf, sent, draft, corrects: correctedMessage(message) } } : refused(reason);
};

const anothersMessage = (type: EventType, draft: unknown, sender: Sender): Reason | undefined => {
  if (correctedTypeOf(type, draft) === undefined) return undefined;
  const { messageSource } = draft as { messageSource: string };
  if (mayAmendSource(sender, messageSource)) return undefined;
  const { agency, employers } = sender;
  const expected = employers === undefined ? `urn:netral:${agency}, or an office of it` : `urn:netral:${agency}:<employer>, of an employer of the key`;
  return { code: 'correction-of-another', pointer: '/data/messageSource', found: 'a message of another agency or office', expected };
};

/** Whose word it is that counts: of a correction, the corrected data's; of a retraction, the retracted message's, if it is known. */
const withoutAuthority = (type: EventType, draft: EventData<EventType>, sender: Sender, book: Rulebook, original: Original | undefined): Reason | undefined => {
  const about = correctedTypeOf(type, draft) ?? type;
  const nested = nestedOf(type, draft);
  const standing = original?.type === about ? original : undefined;
  const spoken = nested !== undefined ? { type: about, data: nested.data as EventData<EventType> } : (about !== type ? standing : undefined) ?? { type, data: draft };
  const named = employersOf(type, draft);
  // Of what stands, whatever type it is called here: nobody amends what was said for an employer that is not theirs.
  const employers = [...named, ...(original === undefined ? [] : employersOf(original.type, original.data))];
  // Who speaks for certain employers only must say for which, also of a message that has not come yet: a retraction need not name one.
  if (sender.employers !== undefined && named.length === 0) {
    return { code: 'wrong-employer', pointer: '/data/employer', found: 'nothing', expected: "one of the sender's own employers" };
  }
  const answer = mayState(book, sender, about, employers, dayOf(ownDayOf(spoken.type, spoken.data)));
  return answer === true ? undefined : { ...answer, pointer: '/data' };
};

const refusedByUs = (type: EventType, draft: unknown, book: Rulebook): Reason | undefined => {
  try {
    ruleAdoption.decide({ type, data: draft } as RuleEvent, book);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, pointer: '/data', found: error.message };
    throw error;
  }
};

import { reasonCodes as contractReasons } from '@netral/contracts';
import { authorityRefusals, domainErrorCodes } from '@netral/domain';

/** Reasons of the ingest's own: of bytes, senders, repeats and codes. A code is never renamed: agencies' programs read it. */
export const ingestReasons = {
  'empty': 'The message has no text at all.',
  'invalid-utf-8': 'A byte is not UTF-8. The place is counted in bytes from the beginning of the message.',
  'invalid-json': 'The text is not JSON: malformed, or cut in the middle. The place is counted in bytes from the beginning of the message.',
  'duplicate-key': 'A key stands twice in one object: programs disagree on which of the two counts.',
  'message-too-large': 'The message is larger than one may be. Its length and hash are kept, not its content.',
  'sender-not-source': 'The source names another agency than the one that the key or topic belongs to.',
  'tombstone': 'The message has no value at all. What was recorded is never taken back by deleting it: send a retraction.',
  'missing-content-type': 'The message has neither a content-type header nor ce_ headers, so what its value is cannot be told.',
  'wrong-content-type': 'The content type is not one that is read here: application/cloudevents+json, or application/json beside ce_ headers.',
  'key-not-subject': 'The key of the message is not its subject. Order is kept by key, so that all of one subject must share it.',
  'correction-of-another': "The message corrected or retracted is another agency's or office's: only its own sender may change it.",
  'conflicting-redelivery': 'The id stands in the log already with other content. The first stands; that this came is kept as evidence.',
  'unknown-season': 'No season of this id has been opened.',
  'unknown-employer': 'No employer has this code or name in the edition of the region codes that the season uses.',
  'ambiguous-employer': 'The bare name is borne by several employers: say Kabupaten or Kota, or send the code.',
  'unknown-category': 'No category has this code.',
  'unknown-office': 'No office of BKN has this code.',
  'name-outside-person': "A person's name stands in a field that is stored in the log, where no personal data may be.",
} as const;

/** Every reason for which a message is set aside, with what it means: the contracts', the authority's, the joint decision's and ours. */
export const setAsideReasons: Readonly<Record<string, string>> = { ...domainErrorsOfJoint(), ...contractReasons, ...authorityRefusals, ...ingestReasons };

/** Of the refusals of our own decisions, those that a message can meet: the ones about the joint decision. */
function domainErrorsOfJoint(): Record<string, string> {
  const ofReprimandLists = ['reprimand-list-exists', 'nothing-overdue', 'too-many-entries', 'repeated-recommendation'];
  return Object.fromEntries(Object.entries(domainErrorCodes).filter(([code]) => !ofReprimandLists.includes(code)));
}

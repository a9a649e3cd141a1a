import type { Sender } from '../ingest/ingest';

/** Agencies that have a topic of their own; `operator` for the joint decision's events. */
export const topicAgencies = ['bawaslu', 'kasn', 'ppk', 'bkn', 'kemendagri', 'operator'] as const;
export const topicOf = (agency: (typeof topicAgencies)[number]): string => `netral.${agency}`;
export const agencyTopics: readonly string[] = topicAgencies.map(topicOf);
/** One receipt for each message, keyed by the message's event id. */
export const RECEIPTS_TOPIC = 'netral.receipts';
/** That a message was set aside, without anything personal. */
export const DEAD_LETTERS_TOPIC = 'netral.dead-letters';
/** Permanent: under this name the offsets are committed. */
export const INTAKE_GROUP = 'netral-ingestor';

/** The topic fixes the sender: never the message. All PPKs share one, each speaks for the office that its `source` names. */
export const senderOfTopic = (topic: string): Sender => {
  const agency = topicAgencies.find((each) => topicOf(each) === topic);
  if (agency === undefined) throw new RangeError(`no agency has the topic ${topic}`);
  return agency === 'ppk' ? { agency, officeFromSource: true } : { agency };
};

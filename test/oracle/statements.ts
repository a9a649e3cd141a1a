import type { RawEvent } from './raw-event';

/** A statement as it stands when `known` events are known: data after its last correction, its place in the log, the day it was recorded. */
export interface Statement extends RawEvent {
  readonly place: number;
  readonly recordedOn: string;
  /** Data as first sent. */
  readonly sent: RawEvent['data'];
}

/** What a PPK says, for the employer that it names. */
export const PPK_TYPES = ['FollowUpStarted', 'SanctionImposed', 'RecommendationDisputed', 'PersonSeparated'];
const CORRECTIONS = ['FactCorrected', 'FactRetracted'];
const matterField: Readonly<Record<string, string>> = {
  ViolationReported: 'reportId', ReportDismissed: 'reportId', ReportForwarded: 'reportId',
  ComplaintRegistered: 'complaintId', ReportReturned: 'complaintId', ExaminationOpened: 'complaintId', ViolationNotProven: 'complaintId',
  RecommendationIssued: 'recommendationId', RecommendationDelivered: 'recommendationId', RecommendationWithdrawn: 'recommendationId',
  BlockRequested: 'recommendationId', FollowUpStarted: 'recommendationId', SanctionImposed: 'recommendationId',
  RecommendationDisputed: 'recommendationId', PersonSeparated: 'recommendationId', ViolationDataSubmitted: 'oversightId',
};
export const dayField: Readonly<Record<string, string>> = {
  ViolationReported: 'reportedOn', ReportDismissed: 'dismissedOn', ReportForwarded: 'forwardedOn',
  ComplaintRegistered: 'registeredOn', ReportReturned: 'returnedOn', ExaminationOpened: 'openedOn', ViolationNotProven: 'decidedOn',
  RecommendationIssued: 'issuedOn', RecommendationDelivered: 'receivedOn', RecommendationWithdrawn: 'withdrawnOn',
  BlockRequested: 'requestedOn', FollowUpStarted: 'startedOn', SanctionImposed: 'imposedOn', RecommendationDisputed: 'disputedOn',
  PersonSeparated: 'separatedOn', EarlyWarningIssued: 'issuedOn', PersonnelDataBlocked: 'blockedOn', PersonnelDataUnblocked: 'liftedOn',
  ViolationDataSubmitted: 'submittedOn', FactCorrected: 'correctedOn', FactRetracted: 'retractedOn',
};

const matterOf = (type: string, data: RawEvent['data']): string => (data.person === undefined ? data[matterField[type] ?? ''] : data.person.subject);

/** Version 1 of the two types that have had two. */
const latest = (type: string, data: RawEvent['data']): RawEvent['data'] => {
  if (type === 'ViolationReported' && data.category !== undefined) {
    const { category, categoryLabel, ...rest } = data;
    return { ...rest, categories: [{ code: category, label: categoryLabel }] };
  }
  if (type === 'RecommendationIssued' && data.person !== undefined) {
    const { person, ...rest } = data;
    return { ...rest, persons: [person] };
  }
  return data;
};

/** Day in Jakarta (UTC+7, no summer time) of the running maximum of recordedAt. */
export const recordedDays = (events: readonly RawEvent[]): string[] => {
  let maximum = -Infinity;
  return events.map(({ recordedAt }) => {
    maximum = Math.max(maximum, Date.parse(recordedAt));
    return new Date(maximum + 7 * 3_600_000).toISOString().slice(0, 10);
  });
};

/** Every message once, as first sent, with its place in the log and the day it was recorded. */
export const firstSent = (events: readonly RawEvent[]): (RawEvent & { readonly place: number; readonly recordedOn: string })[] => {
  const days = recordedDays(events);
  const seen = new Set<string>();
  return events.map((event, place) => ({ ...event, place, recordedOn: days[place]! })).filter(({ source, messageId }) => {
    const name = `${source} ${messageId}`;
    return seen.has(name) ? false : (seen.add(name), true);
  });
};

/** All statements that stand, in log order: repeats, corrections and retractions resolved; second statements are still there. */
export const standing = (events: readonly RawEvent[]): Statement[] => {
  const fresh = firstSent(events);
  const corrections = fresh.filter(({ type }) => CORRECTIONS.includes(type));
  return fresh.flatMap((event): Statement[] => {
    if (CORRECTIONS.includes(event.type)) return [];
    const sent = latest(event.type, event.data);
    const last = corrections.filter(({ type, data }) => {
      const named = type === 'FactCorrected' ? data.correctedType : data.retractedType;
      const matter = data.person === undefined ? data.matter : data.person.subject;
      const employer = type === 'FactCorrected' ? data.data.employer : data.employer;
      const speaksForAnother = PPK_TYPES.includes(event.type) && employer !== undefined && employer !== sent.employer;
      return !speaksForAnother && named === event.type && matter === matterOf(event.type, sent) && data.messageSource === event.source && data.messageId === event.messageId;
    }).at(-1);
    if (last === undefined) return [{ ...event, data: sent, sent }];
    return last.type === 'FactRetracted' ? [] : [{ ...event, data: latest(event.type, last.data.data), sent }];
  });
};

export const ownDay = ({ type, data }: Pick<Statement, 'type' | 'data'>): string => data[dayField[type] ?? ''];

/** Splits into those that count and the later ones that say the same thing again. */
export const firstOf = <S>(statements: readonly S[], same: (statement: S) => string): { counts: S[]; again: { statement: S; first: S }[] } => {
  const first = new Map<string, S>();
  const counts: S[] = [];
  const again: { statement: S; first: S }[] = [];
  for (const statement of statements) {
    const key = same(statement);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, statement);
      counts.push(statement);
    } else again.push({ statement, first: before });
  }
  return { counts, again };
};

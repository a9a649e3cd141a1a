import type { EventData, EventType } from '@netral/contracts';

/** An event as a spec says it; what is not said is filled in. Persons are plainly synthetic: `a`, `b`, `c`. */
export interface Said<T extends EventType = EventType> {
  readonly type: T;
  readonly data: EventData<T>;
  readonly messageId?: string;
  readonly source?: string;
  /** Day of recording; long after all own days unless said. */
  readonly recordedOn?: string;
}
type Meta = Omit<Said, 'type' | 'data'>;

const [season, recommendationId, employer] = ['pilkada-2020', 'R-1', '74.07'];
const letter = { season, recommendationId, employer };
const maker = <T extends EventType>(type: T, defaults: unknown) => (data: Partial<EventData<T>> = {}, meta: Meta = {}): Said<T> =>
  ({ type, data: { ...(defaults as EventData<T>), ...data }, ...meta });
const given = (persons: readonly string[] | undefined) => (persons === undefined ? {} : { persons: persons.map((subject) => ({ subject })) });
const about = <T extends EventType>(type: T, dayField: string, defaults: object) =>
  (day: string, persons?: readonly string[], more: object = {}, meta: Meta = {}): Said<T> =>
    maker(type, defaults)({ [dayField]: day, ...given(persons), ...more } as never, meta);

export const issued = (issuedOn: string, persons: Readonly<Record<string, string>> = { a: 'moral-open' }, more: object = {}, meta: Meta = {}) =>
  maker('RecommendationIssued', { ...letter, letterNumber: 'R-1/TEST', addressedOffice: 'Bupati', copiesTo: [], reports: [], complaints: [] })(
    { issuedOn, persons: Object.entries(persons).map(([subject, sanction]) => ({ subject, sanction, legalBasis: 'PP 42/2004' })), ...more } as never, meta);
export const delivered = about('RecommendationDelivered', 'receivedOn', { ...letter, receivedBy: 'sealed:1', proof: 'post' });
export const withdrawn = about('RecommendationWithdrawn', 'withdrawnOn', { ...letter, reason: 'sealed:2' });
export const started = about('FollowUpStarted', 'startedOn', letter);
export const sanctioned = about('SanctionImposed', 'imposedOn', { ...letter, sanction: 'moral-open', decreeNumber: 'SK-1', decreeDate: '2020-10-01' });
export const disputed = about('RecommendationDisputed', 'disputedOn', { ...letter, argument: 'sealed:3' });
export const separated = about('PersonSeparated', 'separatedOn', { ...letter, kind: 'retired', decreeNumber: 'SK-9', decreeDate: '2020-10-01' });

const report = { season, reportId: 'L-1' };
const people = [{ subject: 'a', employer, positionGroup: 'jpt' }];
const categories = [{ code: 'SOSMED', label: 'Media sosial' }];
export const reported = maker('ViolationReported', { ...report, kind: 'finding', reportedOn: '2020-06-01', electionRegion: '74', stage: 'before-candidates', categories, persons: people });
export const dismissed = maker('ReportDismissed', { ...report, dismissedOn: '2020-06-10', reason: 'no-evidence' });
export const forwarded = maker('ReportForwarded', { ...report, forwardedOn: '2020-06-12', to: 'kasn', withStudy: true, letterNumber: 'B-1' });

const complaint = { season, complaintId: 'C-1' };
export const registered = maker('ComplaintRegistered', { ...complaint, registeredOn: '2020-06-15', origin: 'bawaslu', reportId: 'L-1', categories, persons: people });
export const returned = about('ReportReturned', 'returnedOn', { ...complaint, reason: 'no-study' });
export const examined = about('ExaminationOpened', 'openedOn', complaint);
export const notProven = about('ViolationNotProven', 'decidedOn', { ...complaint, reason: 'not-proven' });

const act = { season, person: { subject: 'a' }, employer, office: 'kanreg-4', scope: 'both' };
export const blocked = maker('PersonnelDataBlocked', { ...act, blockedOn: '2020-11-01', ground: 'not-followed-up', recommendationId: 'R-1', document: 'BA-1' });
export const lifted = maker('PersonnelDataUnblocked', { ...act, liftedOn: '2020-11-10', ground: 'followed-up', document: 'BA-2' });
export const warned = maker('EarlyWarningIssued', { season, person: { subject: 'a' }, employer, issuedOn: '2020-10-20', office: 'kanreg-4', ground: 'report' });

export const submitted = maker('ViolationDataSubmitted', {
  season, oversightId: 'O-1', submittedOn: '2020-11-26', to: 'kasn', periodFrom: '2020-01-01', periodUntil: '2020-11-26',
  counts: [{ figure: 'blocked', unit: 'personnel-records', value: 26 }],
});
export const toThePresident = maker('PresidentialRecommendationMade', { season, oversightId: 'O-2', madeOn: '2020-12-01', addressee: 'Presiden', employer, ground: 'not-followed-up' });
export const setAside = maker('MessageSetAside', { deadLetterId: 'd-1', agency: 'ppk', setAsideOn: '2020-10-10', reasonCode: 'conflicting-redelivery', contentHash: 'h', season });
export const reprimandIssued = maker('ReprimandIssued', {
  season, reprimandId: 'T-1', employer, issuedOn: '2020-10-27', letterNumber: 'T-1', answerDays: 3, answerFrom: 'received', signatory: 'Inspektur Jenderal',
});
export const seasonOpened = maker('SeasonOpened', {
  season, label: { id: 'Pilkada 2020', en: '2020 elections' }, openedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31', regionEdition: '2019', synthetic: true,
});

/** `what` said again with other data: its whole data as it should have been. */
export const corrected = (messageId: string, what: Said, more: { readonly source?: string; readonly matter?: string; readonly recordedOn?: string } = {}): Said =>
  maker('FactCorrected', { season, correctedVersion: 2, messageSource: more.source ?? 'urn:netral:test', correctedOn: '2020-12-01', reason: 'sealed:4' })(
    { correctedType: what.type, messageId, data: what.data, matter: more.matter ?? 'R-1', ...(what.type === 'RecommendationIssued' || what.type === 'ViolationReported' ? {} : { correctedVersion: 1 }) } as never,
    more.recordedOn === undefined ? {} : { recordedOn: more.recordedOn });
export const retracted = (messageId: string, retractedType: EventType, more: { readonly matter?: string; readonly retractedOn?: string; readonly recordedOn?: string; readonly employer?: string } = {}): Said =>
  maker('FactRetracted', { season, messageSource: 'urn:netral:test', retractedOn: '2020-12-01', reason: 'sealed:5', matter: 'R-1' })(
    {
      messageId, retractedType, ...(more.matter === undefined ? {} : { matter: more.matter }), ...(more.retractedOn === undefined ? {} : { retractedOn: more.retractedOn }),
      ...(more.employer === undefined ? {} : { employer: more.employer }),
    } as never,
    more.recordedOn === undefined ? {} : { recordedOn: more.recordedOn });

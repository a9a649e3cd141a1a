import fc from 'fast-check';
import type { RawEvent } from './raw-event';

/** A small world, so that random histories meet themselves: the same letters, persons, decrees and days again and again. */
export const SEASON = 'pilkada-2020';
const OTHER_SEASON = 'pilkada-2015';
export const EMPLOYERS = ['74.07', '52', '63.72', 'pusat.kemenag'] as const;
const SUBJECTS = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const SANCTIONS = ['moral-closed', 'moral-open', 'discipline-light', 'discipline-medium', 'discipline-heavy'];
const CATEGORIES = ['sosmed', 'spanduk', 'parpol-dekati'];
const POSITIONS = ['jpt', 'pelaksana', 'unknown'];
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAYS = 70;
export const dayText = (day: number): string => new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10);
export const someDay = fc.integer({ min: 0, max: DAYS }).map(dayText);

const season = fc.oneof({ weight: 9, arbitrary: fc.constant(SEASON) }, { weight: 1, arbitrary: fc.constant(OTHER_SEASON) });
const subject = fc.constantFrom(...SUBJECTS);
const employer = fc.constantFrom(...EMPLOYERS);
const id = (prefix: string) => fc.integer({ min: 1, max: 3 }).map((n) => `${prefix}-${n}`);
const refs = fc.option(fc.uniqueArray(subject.map((each) => ({ subject: each })), { minLength: 1, maxLength: 3, selector: (each) => each.subject }), { nil: undefined });
const categories = fc.uniqueArray(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 2 }).map((codes) => codes.map((code) => ({ code, label: code })));
const registeredPersons = fc.uniqueArray(fc.record({ subject, employer, positionGroup: fc.constantFrom(...POSITIONS) }), { minLength: 1, maxLength: 3, selector: (each) => each.subject });
const letterPersons = fc.uniqueArray(fc.record({ subject, sanction: fc.constantFrom(...SANCTIONS), legalBasis: fc.constant('PP 53/2010') }), { minLength: 1, maxLength: 3, selector: (each) => each.subject });
const decree = fc.constantFrom('SK-1', 'SK-2');
const withoutUndefined = <T extends object>(data: T): T => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;

interface Shape {
  readonly type: string;
  readonly agency: string;
  readonly data: object;
}
const shape = (type: string, agency: string, data: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Shape> =>
  fc.record({ season, ...data }).map((made) => ({ type, agency, data: addressed(withoutUndefined(made)) }));
/** Of a letter and of what PPKs say of it, mostly the employer that goes with its id, so that the two meet and sometimes do not. */
const OWN = 'own';
const ownEmployer = (recommendationId: unknown): string => EMPLOYERS[Number(String(recommendationId).slice(-1)) % EMPLOYERS.length]!;
const addressed = (data: Record<string, unknown>): object => (data['employer'] === OWN ? { ...data, employer: ownEmployer(data['recommendationId']) } : data);
const letter = { recommendationId: id('L'), employer: fc.oneof({ weight: 4, arbitrary: fc.constant(OWN) }, { weight: 1, arbitrary: employer }) };
const sealed = fc.constant('sealed:00000000-0000-4000-8000-000000000000');

const facts: readonly (readonly [weight: number, fc.Arbitrary<Shape>])[] = [
  [4, shape('ViolationReported', 'bawaslu', { reportId: id('R'), kind: fc.constantFrom('finding', 'report'), reportedOn: someDay, electionRegion: fc.constant('74.07'), stage: fc.constantFrom('before-candidates', 'after-candidates'), categories, persons: registeredPersons })],
  [1, shape('ViolationReported', 'bawaslu', { reportId: id('R'), kind: fc.constantFrom('finding', 'report'), reportedOn: someDay, electionRegion: fc.constant('74.07'), stage: fc.constant('before-candidates'), category: fc.constantFrom(...CATEGORIES), categoryLabel: fc.constant('label'), persons: registeredPersons })],
  [2, shape('ReportDismissed', 'bawaslu', { reportId: id('R'), dismissedOn: someDay, reason: fc.constantFrom('not-a-violation', 'expired') })],
  [1, shape('ReportForwarded', 'bawaslu', { reportId: id('R'), forwardedOn: someDay, to: fc.constant('kasn'), withStudy: fc.boolean(), letterNumber: fc.constant('1/B') })],
  [4, shape('ComplaintRegistered', 'kasn', { complaintId: id('C'), registeredOn: someDay, origin: fc.constant('public'), categories, persons: registeredPersons })],
  [2, shape('ReportReturned', 'kasn', { complaintId: id('C'), returnedOn: someDay, reason: fc.constantFrom('no-study', 'other'), persons: refs })],
  [1, shape('ExaminationOpened', 'kasn', { complaintId: id('C'), openedOn: someDay, persons: refs })],
  [2, shape('ViolationNotProven', 'kasn', { complaintId: id('C'), decidedOn: someDay, reason: fc.constantFrom('not-proven', 'no-violation'), persons: refs })],
  [8, shape('RecommendationIssued', 'kasn', { ...letter, letterNumber: fc.constant('R-1'), issuedOn: someDay, addressedOffice: fc.constant('Bupati'), copiesTo: fc.constant([]), reports: fc.constant([]), complaints: fc.constant([]), persons: letterPersons })],
  [1, shape('RecommendationIssued', 'kasn', { ...letter, letterNumber: fc.constant('R-1'), issuedOn: someDay, addressedOffice: fc.constant('Bupati'), copiesTo: fc.constant([]), reports: fc.constant([]), complaints: fc.constant([]), person: letterPersons.map((persons) => persons[0]) })],
  [3, shape('RecommendationDelivered', 'kasn', { ...letter, receivedOn: someDay, receivedBy: sealed, proof: fc.constant('post') })],
  [2, shape('RecommendationWithdrawn', 'kasn', { ...letter, withdrawnOn: someDay, reason: sealed, persons: refs })],
  [3, shape('FollowUpStarted', 'ppk', { ...letter, startedOn: someDay, persons: refs })],
  [7, shape('SanctionImposed', 'ppk', { ...letter, imposedOn: someDay, decreeNumber: decree, decreeDate: someDay, sanction: fc.constantFrom(...SANCTIONS), persons: refs })],
  [1, shape('RecommendationDisputed', 'ppk', { ...letter, disputedOn: someDay, argument: sealed, persons: refs })],
  [2, shape('PersonSeparated', 'ppk', { ...letter, separatedOn: someDay, decreeNumber: decree, decreeDate: someDay, kind: fc.constant('retired'), persons: refs.map((persons) => persons ?? [{ subject: SUBJECTS[0] }]) })],
  [6, shape('PersonnelDataBlocked', 'bkn', { person: fc.record({ subject }), employer, blockedOn: someDay, office: fc.constantFrom('pusat', 'kanreg-04'), scope: fc.constantFrom('data', 'services', 'both'), ground: fc.constantFrom('not-followed-up', 'investigation'), recommendationId: fc.option(id('L'), { nil: undefined }), document: fc.constantFrom('D-1', 'D-2') })],
  [5, shape('PersonnelDataUnblocked', 'bkn', { person: fc.record({ subject }), employer, liftedOn: someDay, office: fc.constantFrom('pusat', 'kanreg-04'), scope: fc.constantFrom('data', 'services', 'both'), ground: fc.constant('followed-up'), document: fc.constantFrom('D-1', 'D-2') })],
  [2, shape('ViolationDataSubmitted', 'bkn', { oversightId: id('V'), submittedOn: someDay, to: fc.constant('kasn'), periodFrom: fc.constant('2020-01-01'), periodUntil: someDay, counts: fc.array(fc.record({ figure: fc.constantFrom('recommended', 'settled', 'pending'), unit: fc.constantFrom('persons', 'recommendations'), value: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 1 }) })],
];
const fact = fc.oneof(...facts.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const matters: Readonly<Record<string, string>> = { ViolationReported: 'reportId', ComplaintRegistered: 'complaintId' };
type Data = Record<string, unknown> & { season: string; person?: { subject: string } };
const isPersonnel = (type: string): boolean => type.startsWith('PersonnelData');
const matterIn = (type: string, data: Data): Record<string, unknown> =>
  isPersonnel(type) ? { person: data.person } : { matter: data[matters[type] ?? ['reportId', 'complaintId', 'recommendationId', 'oversightId'].find((field) => field in data)!] };

/** What comes after a fact has been said once: nothing, the same message again, a correction, a retraction. */
type Sequel = { readonly kind: 'repeat' } | { readonly kind: 'retract'; readonly employer: string | undefined } | { readonly kind: 'correct'; readonly by: Shape };

/** Random events in random order of arrival: late, repeated, corrected before and after, contradicting one another. */
export const histories: fc.Arbitrary<RawEvent[]> = fc
  .array(fc.record({ said: fact, sequels: fc.array(fc.oneof(fc.constantFrom<Sequel>({ kind: 'repeat' }, ...[undefined, OWN, EMPLOYERS[0]].map((named) => ({ kind: 'retract' as const, employer: named }))), fact.map((by): Sequel => ({ kind: 'correct', by }))), { maxLength: 2 }), quiet: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 28 })
  .chain((told) => {
    const events = told.flatMap(({ said, sequels, quiet }, index) => {
      const message = { agency: said.agency, source: `urn:netral:${said.agency}`, messageId: `m-${index}` };
      const first = { ...message, type: said.type, data: said.data as Data };
      return [first, ...(quiet < 6 ? [] : sequels).map((sequel, nth) => follow(first, sequel, nth))];
    });
    return fc.record({ order: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }), clock: fc.array(fc.integer({ min: -20, max: 60 }), { minLength: events.length, maxLength: events.length }) });
  })
  .map(({ order, clock }) => {
    let hours = 24;
    return order.map((event, index) => {
      hours += clock[index]!;
      return { ...event, recordedAt: new Date(FIRST_DAY + hours * 3_600_000).toISOString() };
    });
  });

const follow = (first: Omit<RawEvent, 'recordedAt'> & { data: Data }, sequel: Sequel, nth: number): Omit<RawEvent, 'recordedAt'> => {
  if (sequel.kind === 'repeat') return first;
  const common = { season: first.data.season, ...matterIn(first.type, first.data), messageSource: first.source, messageId: first.messageId, reason: 'sealed:00000000-0000-4000-8000-000000000000' };
  const message = { agency: first.agency, source: first.source, messageId: `${first.messageId}-${nth}` };
  if (sequel.kind === 'retract') return { ...message, type: 'FactRetracted', data: withoutUndefined({ ...common, employer: sequel.employer === OWN ? first.data['employer'] : sequel.employer, retractedType: first.type, retractedOn: '2020-03-01' }) };
  // The whole corrected data: what another fact of the same type would say, of the same matter and season; else the same data on another day.
  const same = sequel.by.type === first.type ? (sequel.by.data as Data) : first.data;
  const keep = Object.fromEntries(['season', 'reportId', 'complaintId', 'recommendationId', 'oversightId', ...(isPersonnel(first.type) ? ['person'] : [])].filter((field) => field in first.data).map((field) => [field, first.data[field]]));
  const speaksForItsOwn = !isPersonnel(first.type) && 'recommendationId' in same && same['employer'] === ownEmployer(same['recommendationId']);
  const data: Data = { ...same, ...keep, ...(speaksForItsOwn ? { employer: ownEmployer(first.data['recommendationId']) } : {}) } as Data;
  const version = ['ViolationReported', 'RecommendationIssued'].includes(first.type) && !('category' in data || ('person' in data && !isPersonnel(first.type))) ? 2 : 1;
  return { ...message, type: 'FactCorrected', data: { ...common, correctedType: first.type, correctedVersion: version, correctedOn: '2020-03-01', data } };
};

const label = { id: 'x', en: 'x' };
const rule = (ruleId: string, over: object) => ({ ruleId, adoptedOn: '2019-12-01', appliesTo: 'recommendation', days: 14, dayKind: 'calendar', from: 'issued', validFrom: null, validUntil: null, label, source: 'x', ...over });
const calendar = (...dates: string[]) => ({ calendarId: 'id-2020', adoptedOn: '2019-12-01', from: '2020-01-01', until: '2020-12-31', days: dates.map((date) => ({ date, kind: 'holiday', label })), basis: 'x' });

/** What stands before every history: seasons, rules and a calendar in two versions. */
export const prelude: readonly RawEvent[] = [
  ['SeasonOpened', { season: OTHER_SEASON, label, openedOn: '2015-01-01', from: '2015-01-01', until: '2015-12-31', regionEdition: '2019', synthetic: true }],
  ['SeasonOpened', { season: SEASON, label, openedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31', regionEdition: '2019', synthetic: true }],
  ['DeadlineRuleAdopted', rule('in-force-rule', { days: 10, validFrom: '2020-01-01', validUntil: '2020-02-10' })],
  ['DeadlineRuleAdopted', rule('later-rule', { days: 5, dayKind: 'working', calendarId: 'id-2020', validFrom: '2020-02-01' })],
  ['DeadlineRuleAdopted', rule('in-force-rule', { days: 14, validFrom: '2020-01-01', validUntil: '2020-02-10' })],
  ['DeadlineRuleAdopted', rule('delivered-working', { dayKind: 'working', from: 'delivered', calendarId: 'id-2020' })],
  ['HolidayCalendarAdopted', calendar('2020-01-25')],
  ['HolidayCalendarAdopted', calendar('2020-01-25', '2020-01-27', '2020-02-05')],
].map(([type, data], index) => ({
  type: type as string, data, agency: 'operator', source: 'urn:netral:operator', messageId: `joint-${index}`, recordedAt: new Date(FIRST_DAY + index * 1000).toISOString(),
}));

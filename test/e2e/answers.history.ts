import type { IncomingMessage } from '@netral/application';
import { ceType, dataschemaOf, type EventType } from '@netral/contracts';

/** A small season made by hand: three letters, one of them corrected, and what became of them. NIPs are nobody's. */
export const SEASON = 'pilkada-2020';
export const nip = (serial: number): string => `1980010120050110${String(serial).padStart(2, '0')}`.slice(0, 15) + String(serial).padStart(3, '0');
export const person = (serial: number, traits: object = {}) => ({ nip: nip(serial), name: `Pegawai Contoh ${serial}`, ...traits });

/** A message of an agency, recorded at an instant of a simulated clock. */
export const say = (recordedAt: string, agency: string, type: EventType, id: string, data: object): IncomingMessage => ({
  content: JSON.stringify({
    specversion: '1.0', id, source: `urn:netral:${agency}`, type: ceType(type), dataschema: dataschemaOf(type), subject: id, time: recordedAt, data,
  }),
  sender: { agency },
  recordedAt,
});

const rule = (id: string, days: number, more: object = {}) => ({
  ruleId: id, adoptedOn: '2020-01-01', appliesTo: 'recommendation', days, dayKind: 'calendar', from: 'issued', validFrom: '2020-01-01', validUntil: null,
  label: { id: `${days} hari`, en: `${days} days` }, source: 'Keputusan bersama', ...more,
});
const grant = (agency: string, role: string) => say('2020-01-02T02:00:00.000Z', 'operator', 'AuthorityGranted', `grant-${agency}`, {
  grantId: `grant-${agency}`, agency, role, eventTypes: 'all', employers: 'all', validFrom: '2020-01-01', validUntil: null, basis: 'Keputusan bersama',
});

export const jointDecision: readonly IncomingMessage[] = [
  say('2020-01-02T01:00:00.000Z', 'operator', 'SeasonOpened', 'season', {
    season: SEASON, label: { id: 'Pilkada 2020', en: 'Regional elections 2020' }, openedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31', regionEdition: '2019', synthetic: true,
  }),
  say('2020-01-02T01:30:00.000Z', 'operator', 'DeadlineRuleAdopted', 'rule-14', rule('ppk-14-calendar', 14)),
  say('2020-01-02T01:31:00.000Z', 'operator', 'DeadlineRuleAdopted', 'rule-10', rule('ppk-10-calendar', 10, { validFrom: null })),
  grant('bawaslu', 'bawaslu'), grant('kasn', 'recommender'), grant('ppk', 'ppk'), grant('bkn', 'bkn'), grant('kemendagri', 'kemendagri'),
];

export const letter = (id: string, issuedOn: string, employer: string, serials: readonly number[], sanction = 'moral-open') => ({
  season: SEASON, recommendationId: id, letterNumber: `R-${id}/KASN/9/2020`, issuedOn, employer, addressedOffice: 'Bupati', copiesTo: [], reports: ['L-1'], complaints: [],
  persons: serials.map((serial) => person(serial, { sanction, legalBasis: 'PP 42/2004' })),
});
const categories = [{ code: 'sosmed', label: 'Media sosial' }];

export const facts: readonly IncomingMessage[] = [
  say('2020-09-01T02:00:00.000Z', 'bawaslu', 'ViolationReported', 'b-1', {
    season: SEASON, reportId: 'L-1', kind: 'finding', reportedOn: '2020-08-30', electionRegion: '74.07', stage: 'before-candidates', categories,
    persons: [person(1, { employer: '74.07', positionGroup: 'jpt' })],
  }),
  say('2020-09-02T02:00:00.000Z', 'kasn', 'ComplaintRegistered', 'k-1', {
    season: SEASON, complaintId: 'P-1', registeredOn: '2020-09-01', origin: 'bawaslu', reportId: 'L-1', categories,
    persons: [person(1, { employer: '74.07', positionGroup: 'jpt' }), person(2, { employer: '33.11', positionGroup: 'pelaksana' })],
  }),
  say('2020-09-03T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-2', letter('R1', '2020-09-02', '74.07', [1, 2])),
  say('2020-09-12T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-3', letter('R2', '2020-09-10', '33.11', [3])),
  say('2020-09-20T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-4', letter('R3', '2020-09-15', '74', [4])),
  say('2020-09-25T02:00:00.000Z', 'ppk', 'FollowUpStarted', 'p-1', { season: SEASON, recommendationId: 'R1', employer: '74.07', startedOn: '2020-09-20' }),
  say('2020-10-05T02:00:00.000Z', 'ppk', 'SanctionImposed', 'p-2', {
    season: SEASON, recommendationId: 'R1', employer: '74.07', imposedOn: '2020-09-28', decreeNumber: '800/1', decreeDate: '2020-09-28', sanction: 'moral-open', persons: [person(1)],
  }),
  say('2020-10-06T02:00:00.000Z', 'bkn', 'PersonnelDataBlocked', 'n-1', {
    season: SEASON, person: person(2), employer: '74.07', blockedOn: '2020-10-06', office: 'kanreg-04', scope: 'both', ground: 'not-followed-up', document: 'Surat blokir', recommendationId: 'R1',
  }),
  say('2020-10-20T02:00:00.000Z', 'ppk', 'SanctionImposed', 'p-3', {
    season: SEASON, recommendationId: 'R2', employer: '33.11', imposedOn: '2020-09-20', decreeNumber: '800/2', decreeDate: '2020-09-20', sanction: 'discipline-light', persons: [person(3)],
  }),
];

import { ceType, dataschemaOf, type EventType } from '@netral/contracts';
import type { IncomingMessage, Sender } from '../ingest';

/** Persons of the specs: their numbers can be NIPs, nobody's. */
export const nipOf = (serial: number): string => `19800101200501${1 + (serial % 2)}${String(1 + (serial % 999)).padStart(3, '0')}`;
export const nameOf = (serial: number): string => `Pegawai Contoh ${serial}`;

interface Parts {
  readonly agency?: string;
  readonly source?: string;
  readonly version?: number;
  readonly subject?: string;
  readonly time?: string;
  /** Who hands it over, if not the agency of the source. */
  readonly sender?: Sender;
  readonly recordedAt?: string;
  /** Attributes that overwrite or add to the envelope. */
  readonly envelope?: Readonly<Record<string, unknown>>;
}

export const cloudEvent = (type: EventType, id: string, data: unknown, { agency = 'kasn', source, version, subject, time, envelope }: Parts = {}) => ({
  specversion: '1.0', id, source: source ?? `urn:netral:${agency}`, type: ceType(type), dataschema: dataschemaOf(type, version),
  subject: subject ?? 'matter', time: time ?? '2020-10-01T09:00:00+07:00', data, ...envelope,
});

export const message = (type: EventType, id: string, data: unknown, parts: Parts = {}): IncomingMessage => ({
  content: JSON.stringify(cloudEvent(type, id, data, parts)),
  sender: parts.sender ?? { agency: parts.agency ?? 'kasn' },
  ...(parts.recordedAt && { recordedAt: parts.recordedAt }),
});

const joint = (type: EventType, id: string, data: unknown): IncomingMessage => message(type, id, data, { agency: 'operator' });
const grant = (agency: string, role: string, extra: object = {}) => joint('AuthorityGranted', `grant-${agency}`, {
  grantId: `grant-${agency}`, agency, role, eventTypes: 'all', employers: 'all', validFrom: '2020-01-01', validUntil: '2021-03-31', basis: 'Keputusan bersama 2020', ...extra,
});

/** The joint decision of the specs: one season, and every agency granted its role until the end of March 2021. */
export const jointDecision: readonly IncomingMessage[] = [
  joint('SeasonOpened', 'season', {
    season: 'pilkada-2020', label: { id: 'Pilkada 2020', en: 'Regional elections 2020' }, openedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31',
    regionEdition: '2019', synthetic: true,
  }),
  grant('bawaslu', 'bawaslu'), grant('kasn', 'recommender'), grant('ppk', 'ppk'), grant('bkn', 'bkn'), grant('kemendagri', 'kemendagri'),
];

export const letter = (id: string, extra: object = {}) => ({
  season: 'pilkada-2020', recommendationId: id, letterNumber: `R-${id}/KASN/9/2020`, issuedOn: '2020-09-20', employer: '74.07', addressedOffice: 'Bupati',
  copiesTo: [], reports: [], complaints: [], persons: [{ nip: nipOf(1), name: nameOf(1), sanction: 'moral-open', legalBasis: 'PP 42/2004' }], ...extra,
});

export const sanction = (letterId: string, extra: object = {}) => ({
  season: 'pilkada-2020', recommendationId: letterId, employer: '74.07', imposedOn: '2020-10-01', decreeNumber: '800/1', decreeDate: '2020-10-01', sanction: 'moral-open', ...extra,
});

export const dispute = (letterId: string, argument: string, extra: object = {}) => ({
  season: 'pilkada-2020', recommendationId: letterId, employer: '74.07', disputedOn: '2020-10-02', argument, ...extra,
});

export const block = (serial: number, extra: object = {}) => ({
  season: 'pilkada-2020', person: { nip: nipOf(serial), name: nameOf(serial) }, employer: '74.07', blockedOn: '2020-10-05', office: 'kanreg-04', scope: 'both',
  ground: 'not-followed-up', document: 'Surat blokir', ...extra,
});

export const correction = (correctedType: EventType, of: string, matter: string, data: unknown, extra: object = {}) => ({
  season: 'pilkada-2020', correctedType, correctedVersion: 2, matter, messageSource: 'urn:netral:kasn', messageId: of, correctedOn: '2020-10-03',
  reason: 'Salah ketik', data, ...extra,
});

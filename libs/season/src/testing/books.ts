import { type EventType, catalogue, readMessage, resolveEmployer } from '@netral/contracts';
import type { SeasonMessage } from '../season';

// Data as sent, read as loosely as JSON: an oracle that leaned on the contracts' types would share their mistakes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;
type Data = Record<string, Loose>;

/** One statement that stands, as known at an instant: corrected, not retracted, not a second one. */
export interface Entry {
  readonly type: EventType;
  readonly agency: string;
  readonly data: Data;
  readonly recordedAt: string;
}

const keyOf = (source: string, id: string): string => `${source} ${id}`;
const roleOf: Readonly<Record<string, string>> = {
  kasn: 'recommender',
  bawaslu: 'bawaslu',
  ppk: 'ppk',
  bkn: 'bkn',
  kemendagri: 'kemendagri',
};

/** Latest shape of the two events that have an older one. */
const latest = (type: EventType, data: Data): Data => {
  if (type === 'RecommendationIssued' && data['person'] !== undefined) return { ...data, persons: [data['person']] };
  if (type === 'ViolationReported' && data['category'] !== undefined)
    return { ...data, categories: [{ code: data['category'], label: data['categoryLabel'] }] };
  return data;
};

const mayState = (type: EventType, { agency, employers }: SeasonMessage, data: Data): boolean => {
  const { role } = catalogue[type];
  if (role !== 'any' && role !== roleOf[agency]) return false;
  return employers === undefined || data['employer'] === undefined || employers.includes(data['employer']);
};
const employerKnown = (data: Data): boolean =>
  [data['employer'], data['electionRegion'], ...((data['persons'] as Loose[] | undefined) ?? []).map((person) => person.employer)].every(
    (ref) => ref === undefined || resolveEmployer(ref, '2019').ok,
  );

/** What makes two messages statements of the same thing. */
const sameThing = (type: EventType, data: Data): string | undefined => {
  switch (type) {
    case 'ViolationReported':
      return data['reportId'];
    case 'ComplaintRegistered':
      return data['complaintId'];
    case 'RecommendationIssued':
      return data['recommendationId'];
    case 'PersonnelDataBlocked':
    case 'PersonnelDataUnblocked':
      return [data['person'].nip, data['scope'], data['blockedOn'] ?? data['liftedOn'], data['document']].join(' ');
    default:
      return undefined;
  }
};

export interface Intake {
  readonly entries: Entry[];
  readonly setAside: number;
  readonly repeated: number;
}

/** Plain reading of the messages recorded by an instant; shares nothing with the folds. */
export const readBooks = (messages: readonly SeasonMessage[], knownAt: string): Intake => {
  const seen = new Map<string, string>();
  const statements: (Entry & { readonly key: string })[] = [];
  const changes = new Map<string, Data | undefined>();
  let [setAside, repeated] = [0, 0];
  for (const sent of messages) {
    if (sent.recordedAt > knownAt || sent.agency === 'operator') continue;
    const read = typeof sent.message === 'string' ? undefined : readMessage(sent.message);
    const data = read?.ok ? (read.value.event.data as Data) : undefined;
    if (!read?.ok || data === undefined || !mayState(read.value.type, sent, data) || !employerKnown(data)) {
      setAside += 1;
      continue;
    }
    const { type, event } = read.value;
    const [key, content] = [keyOf(event.source, event.id), JSON.stringify(data)];
    const before = seen.get(key);
    if (before !== undefined) {
      if (before === content) repeated += 1;
      else setAside += 1;
      continue;
    }
    seen.set(key, content);
    const target = data['messageId'] === undefined ? '' : keyOf(data['messageSource'], data['messageId']);
    if (type === 'FactCorrected') changes.set(target, data['data']);
    else if (type === 'FactRetracted') changes.set(target, undefined);
    else statements.push({ key, type, agency: sent.agency, data, recordedAt: sent.recordedAt });
  }
  const told = new Set<string>();
  const entries = statements
    .filter(({ key }) => !changes.has(key) || changes.get(key) !== undefined)
    .map(({ key, ...entry }) => ({ ...entry, data: latest(entry.type, changes.get(key) ?? entry.data) }))
    .filter(({ type, data }) => {
      const thing = sameThing(type, data);
      if (thing === undefined) return true;
      return told.has(`${type} ${thing}`) ? false : told.add(`${type} ${thing}`) !== undefined;
    });
  return { entries, setAside, repeated };
};

import { resolveEmployer } from '@netral/contracts';
import type { SeasonMessage } from '../season';
import { type Entry, type Loose, readBooks } from './books';

const endOf = (isoDay: string): string => new Date(Date.parse(`${isoDay}T23:59:59.999+07:00`)).toISOString();
const addDays = (isoDay: string, days: number): string =>
  new Date(Date.parse(`${isoDay}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export interface RegisterPerson {
  readonly employer: string;
  readonly position: string;
  readonly categories: readonly string[];
}
export interface CountedPerson {
  readonly letter: string;
  readonly employer: string;
  readonly state: 'withdrawn' | 'settled' | 'in-process' | 'not-started';
}
export interface CountedLetter {
  readonly id: string;
  readonly number: string;
  readonly employer: string;
  readonly issuedOn: string;
  readonly sanction: string;
  readonly overdue: boolean;
}

/** Figures counted from the messages by their definitions, the plain and slow way: an oracle for the generator. */
export class PlainFigures {
  private readonly entries: readonly Entry[];

  constructor(
    messages: readonly SeasonMessage[],
    readonly asOf: string,
    knownOn: string,
  ) {
    this.entries = readBooks(messages, endOf(knownOn)).entries;
  }

  private of(type: Entry['type'], own: string): Entry[] {
    return this.entries.filter((entry) => entry.type === type && entry.data[own] <= this.asOf);
  }

  register(of: 'bawaslu' | 'recommender'): RegisterPerson[] {
    const matters = of === 'bawaslu' ? this.of('ViolationReported', 'reportedOn') : this.of('ComplaintRegistered', 'registeredOn');
    return matters.flatMap(({ data }) => {
      const categories = data['categories'].map(({ code }: { code: string }) => code) as string[];
      return (data['persons'] as Loose[]).map(({ employer, positionGroup }) => {
        const resolved = resolveEmployer(employer, '2019');
        return { employer: resolved.ok ? resolved.code : '', position: positionGroup as string, categories };
      });
    });
  }

  private names = (entry: Entry, letter: string, nip: string): boolean =>
    entry.data['recommendationId'] === letter &&
    (entry.data['persons'] === undefined || entry.data['persons'].some((person: Loose) => person.nip === nip));

  persons(): CountedPerson[] {
    const settling = [...this.of('SanctionImposed', 'imposedOn'), ...this.of('PersonSeparated', 'separatedOn')];
    const [withdrawals, starts] = [this.of('RecommendationWithdrawn', 'withdrawnOn'), this.of('FollowUpStarted', 'startedOn')];
    return this.of('RecommendationIssued', 'issuedOn').flatMap(({ data }) =>
      (data['persons'] as Loose[]).map(({ nip }): CountedPerson => {
        const [letter, employer] = [data['recommendationId'], data['employer']];
        const some = (entries: Entry[]): boolean => entries.some((entry) => this.names(entry, letter, nip));
        return {
          letter,
          employer,
          state: some(withdrawals) ? 'withdrawn' : some(settling) ? 'settled' : some(starts) ? 'in-process' : 'not-started',
        };
      }),
    );
  }

  letters(): CountedLetter[] {
    const unsettled = new Set(
      this.persons()
        .filter(({ state }) => state === 'in-process' || state === 'not-started')
        .map(({ letter }) => letter),
    );
    return this.of('RecommendationIssued', 'issuedOn').map(({ data }) => ({
      id: data['recommendationId'],
      number: data['letterNumber'],
      employer: data['employer'],
      issuedOn: data['issuedOn'],
      sanction: data['persons'][0].sanction,
      overdue: unsettled.has(data['recommendationId']) && addDays(data['issuedOn'], 14) < this.asOf,
    }));
  }

  /** Offices of the records blocked, and how many became blocked and free. */
  blocks(): { readonly stock: string[]; readonly blocked: number; readonly freed: number } {
    const acts = [
      ...this.of('PersonnelDataBlocked', 'blockedOn').map(({ data }) => ({ data, on: data['blockedOn'], block: true })),
      ...this.of('PersonnelDataUnblocked', 'liftedOn').map(({ data }) => ({ data, on: data['liftedOn'], block: false })),
    ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const records = new Map<string, { data: boolean; services: boolean; office: string }>();
    let [blocked, freed] = [0, 0];
    for (const { data, block } of acts) {
      const record = records.get(data['person'].nip) ?? { data: false, services: false, office: '' };
      const was = record.data || record.services;
      if (data['scope'] !== 'services') record.data = block;
      if (data['scope'] !== 'data') record.services = block;
      if (!was && block) [record.office, blocked] = [data['office'], blocked + 1];
      if (was && !record.data && !record.services) freed += 1;
      records.set(data['person'].nip, record);
    }
    return { stock: [...records.values()].filter(({ data, services }) => data || services).map(({ office }) => office), blocked, freed };
  }
}

/** Values by how often they stand, largest first. */
export const ranked = (values: readonly string[]): (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
};

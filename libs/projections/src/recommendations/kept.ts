import type { EventData } from '@netral/contracts';
import { dayOf } from '@netral/domain';
import { subjectsOf, uniqueBy, type Ledger, type StatementOf } from '../ledger';

type Data<T extends 'RecommendationIssued' | 'SanctionImposed' | 'PersonSeparated'> = EventData<T>;
interface Named { readonly season: string; readonly employer: string; readonly persons?: readonly { readonly subject: string }[] }

const named = ({ season, employer, persons }: Named) => ({ season, employer, ...subjectsOf(persons) });

/** What a letter's document keeps of each event. */
export const keep = {
  RecommendationIssued: ({ season, employer, letterNumber, addressedOffice, copiesTo, reports, complaints, persons }: Data<'RecommendationIssued'>) => ({
    season, employer, letterNumber, addressedOffice, copiesTo, reports, complaints,
    persons: uniqueBy(persons.map(({ subject, sanction, legalBasis }) => ({ subject, sanction, legalBasis })), ({ subject }) => subject),
  }),
  RecommendationDelivered: ({ season, employer, proof }: EventData<'RecommendationDelivered'>) => ({ season, employer, proof }),
  RecommendationWithdrawn: (data: EventData<'RecommendationWithdrawn'>) => named(data),
  BlockRequested: (data: EventData<'BlockRequested'>) => ({ ...named(data), ground: data.ground, letterNumber: data.letterNumber }),
  FollowUpStarted: (data: EventData<'FollowUpStarted'>) => named(data),
  SanctionImposed: (data: Data<'SanctionImposed'>) => ({
    ...named(data), sanction: data.sanction, decreeNumber: data.decreeNumber, decreeDay: dayOf(data.decreeDate),
    ...(data.document === undefined ? {} : { document: data.document }),
  }),
  RecommendationDisputed: (data: EventData<'RecommendationDisputed'>) => named(data),
  PersonSeparated: (data: Data<'PersonSeparated'>) => ({
    season: data.season, employer: data.employer, kind: data.kind, decreeNumber: data.decreeNumber, decreeDay: dayOf(data.decreeDate),
    persons: subjectsOf(data.persons).persons ?? [],
  }),
};

export type LetterStatement = StatementOf<typeof keep>;
export type LetterLedger = Ledger<LetterStatement>;
export type Issued = Extract<LetterStatement, { type: 'RecommendationIssued' }>;
export type SanctionStatement = Extract<LetterStatement, { type: 'SanctionImposed' }>;
export type Separation = Extract<LetterStatement, { type: 'PersonSeparated' }>;

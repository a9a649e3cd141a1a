import type { EventData } from '@netral/contracts';
import type { Ledger, StatementOf } from '../ledger';

type Act = EventData<'PersonnelDataBlocked'> | EventData<'PersonnelDataUnblocked'>;
const act = <D extends Act>({ season, employer, office, scope, ground, recommendationId, document }: D) => ({
  season, employer, office, scope, document, ground: ground as D['ground'],
  ...(recommendationId === undefined ? {} : { recommendationId }),
});

/** What a personnel record's document keeps of each event. */
export const keep = {
  EarlyWarningIssued: ({ season, employer, office, ground, document }: EventData<'EarlyWarningIssued'>) => ({
    season, employer, office, ground, ...(document === undefined ? {} : { document }),
  }),
  PersonnelDataBlocked: (data: EventData<'PersonnelDataBlocked'>) => act(data),
  PersonnelDataUnblocked: (data: EventData<'PersonnelDataUnblocked'>) => act(data),
};

export type PersonnelStatement = StatementOf<typeof keep>;
export type PersonnelLedger = Ledger<PersonnelStatement>;
export type Block = Extract<PersonnelStatement, { type: 'PersonnelDataBlocked' }>;
export type Lift = Extract<PersonnelStatement, { type: 'PersonnelDataUnblocked' }>;

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, IsoDate, MatterId, PersonRef, Scope, SeasonId, Title, oneOf } from '../core/shapes';

/** BKN lifts a block, of data, services or both. */
export const PersonnelDataUnblocked = eventContract({
  type: 'PersonnelDataUnblocked',
  role: 'bkn',
  label: { id: 'Blokir dibuka', en: 'Personnel data unblocked' },
  wire: Type.Object(
    {
      season: SeasonId,
      person: PersonRef,
      employer: Employer,
      liftedOn: IsoDate,
      office: Code,
      scope: Scope,
      ground: oneOf(['followed-up', 'recommendation-withdrawn', 'error', 'other']),
      recommendationId: Type.Optional(MatterId),
      document: Title,
    },
    { additionalProperties: false },
  ),
  matter: 'personnel',
  matterId: ({ person }) => person.subject,
  ownDay: ({ liftedOn }) => liftedOn,
  employers: ({ employer }) => [employer],
});

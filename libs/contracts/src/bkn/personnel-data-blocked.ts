import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, IsoDate, MatterId, PersonRef, Scope, SeasonId, Title, oneOf } from '../core/shapes';

/** BKN's second role: a person's data, services or both are blocked. */
export const PersonnelDataBlocked = eventContract({
  type: 'PersonnelDataBlocked',
  role: 'bkn',
  label: { id: 'Data kepegawaian diblokir', en: 'Personnel data blocked' },
  wire: Type.Object(
    {
      season: SeasonId,
      person: PersonRef,
      employer: Employer,
      blockedOn: IsoDate,
      office: Code,
      scope: Scope,
      ground: oneOf(['not-followed-up', 'investigation', 'other']),
      recommendationId: Type.Optional(MatterId),
      document: Title,
    },
    { additionalProperties: false },
  ),
  matter: 'personnel',
  matterId: ({ person }) => person.subject,
  ownDay: ({ blockedOn }) => blockedOn,
  employers: ({ employer }) => [employer],
});

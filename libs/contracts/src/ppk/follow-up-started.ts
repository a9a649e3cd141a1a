import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, IsoDate, MatterId, SeasonId, SomePersons } from '../core/shapes';

/** The PPK began to act on the letter. */
export const FollowUpStarted = eventContract({
  type: 'FollowUpStarted',
  role: 'ppk',
  label: { id: 'Tindak lanjut dimulai', en: 'Follow-up started' },
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: MatterId,
      employer: Employer,
      startedOn: IsoDate,
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ startedOn }) => startedOn,
  employers: ({ employer }) => [employer],
});

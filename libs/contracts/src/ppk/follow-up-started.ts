import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, MatterId, SeasonId, SomePersons, about, day } from '../core/shapes';

export const FollowUpStarted = eventContract({
  type: 'FollowUpStarted',
  role: 'ppk',
  label: { id: 'Tindak lanjut dimulai', en: 'Follow-up started' },
  meaning: 'The PPK began to act on the letter.',
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: about(MatterId, 'Letter acted on'),
      employer: about(Employer, 'Employer that acts'),
      startedOn: day('Day on which it began'),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ startedOn }) => startedOn,
  employers: ({ employer }) => [employer],
});

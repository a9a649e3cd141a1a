import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, MatterId, SeasonId, SomePersons, about, day } from '../core/shapes';

export const RecommendationDisputed = eventContract({
  type: 'RecommendationDisputed',
  role: 'ppk',
  label: { id: 'Rekomendasi disanggah', en: 'Recommendation disputed' },
  meaning: 'The PPK disputes the letter; this changes no state, but is shown.',
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: about(MatterId, 'Letter disputed'),
      employer: about(Employer, 'Employer that disputes'),
      disputedOn: day('Day of the dispute'),
      argument: about(FreeTextField, 'What is said against it; sealed on arrival'),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ disputedOn }) => disputedOn,
  employers: ({ employer }) => [employer],
});

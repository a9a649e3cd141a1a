import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, MatterId, SeasonId, SomePersons, about, day } from '../core/shapes';

export const RecommendationWithdrawn = eventContract({
  type: 'RecommendationWithdrawn',
  role: 'recommender',
  label: { id: 'Rekomendasi ditarik', en: 'Recommendation withdrawn' },
  meaning: 'The recommender withdraws the letter, or some of its persons.',
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: about(MatterId, 'Letter withdrawn'),
      employer: about(Employer, 'Employer addressed'),
      withdrawnOn: day('Day from which it no longer counts'),
      reason: about(FreeTextField, 'Why; sealed on arrival'),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ withdrawnOn }) => withdrawnOn,
  employers: ({ employer }) => [employer],
});

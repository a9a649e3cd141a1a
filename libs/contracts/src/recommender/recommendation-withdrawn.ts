import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, IsoDate, MatterId, SeasonId, SomePersons } from '../core/shapes';

/** The recommender withdraws the letter, or some of its persons. */
export const RecommendationWithdrawn = eventContract({
  type: 'RecommendationWithdrawn',
  role: 'recommender',
  label: { id: 'Rekomendasi ditarik', en: 'Recommendation withdrawn' },
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: MatterId,
      employer: Employer,
      withdrawnOn: IsoDate,
      reason: FreeTextField,
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ withdrawnOn }) => withdrawnOn,
  employers: ({ employer }) => [employer],
});

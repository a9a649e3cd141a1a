import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, IsoDate, LetterNumber, MatterId, SeasonId, oneOf } from '../core/shapes';

/** The letter reached its addressee, by this proof. */
export const RecommendationDelivered = eventContract({
  type: 'RecommendationDelivered',
  role: 'recommender',
  label: { id: 'Rekomendasi diterima', en: 'Recommendation delivered' },
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: MatterId,
      employer: Employer,
      receivedOn: IsoDate,
      receivedBy: FreeTextField,
      proof: oneOf(['post', 'e-office', 'hand']),
      proofReference: Type.Optional(LetterNumber),
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ receivedOn }) => receivedOn,
  employers: ({ employer }) => [employer],
});

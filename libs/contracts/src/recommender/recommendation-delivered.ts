import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, LetterNumber, MatterId, SeasonId, about, day, oneOf } from '../core/shapes';

export const RecommendationDelivered = eventContract({
  type: 'RecommendationDelivered',
  role: 'recommender',
  label: { id: 'Rekomendasi diterima', en: 'Recommendation delivered' },
  meaning: 'The letter reached its addressee, by this proof.',
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: about(MatterId, 'Letter that arrived'),
      employer: about(Employer, 'Employer addressed'),
      receivedOn: day('Day of receipt'),
      receivedBy: about(FreeTextField, 'Who took it; sealed on arrival'),
      proof: oneOf(['post', 'e-office', 'hand'], 'What proves the receipt'),
      proofReference: Type.Optional(about(LetterNumber, 'Number of the proof, as printed')),
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ receivedOn }) => receivedOn,
  employers: ({ employer }) => [employer],
});

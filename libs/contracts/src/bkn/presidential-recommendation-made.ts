import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, MatterId, SeasonId, Title, about, day, oneOf } from '../core/shapes';

export const PresidentialRecommendationMade = eventContract({
  type: 'PresidentialRecommendationMade',
  role: 'bkn',
  label: { id: 'Rekomendasi kepada Presiden', en: 'Recommendation to the President made' },
  meaning: "BKN's fourth role: a recommendation to the President about a PPK that did not act.",
  wire: Type.Object(
    {
      season: SeasonId,
      oversightId: about(MatterId, "BKN's id of the recommendation"),
      madeOn: day('Day of the letter'),
      addressee: about(Title, 'Office addressed'),
      employer: about(Employer, 'Employer whose PPK did not act'),
      ground: oneOf(['not-followed-up', 'other'], 'Why'),
      recommendationId: Type.Optional(about(MatterId, "The recommender's letter that was not acted on")),
    },
    { additionalProperties: false },
  ),
  matter: 'oversight',
  matterId: ({ oversightId }) => oversightId,
  ownDay: ({ madeOn }) => madeOn,
  employers: ({ employer }) => [employer],
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, IsoDate, MatterId, SeasonId, Title, oneOf } from '../core/shapes';

/** BKN's fourth role: a recommendation to the President about a PPK that did not act. */
export const PresidentialRecommendationMade = eventContract({
  type: 'PresidentialRecommendationMade',
  role: 'bkn',
  label: { id: 'Rekomendasi kepada Presiden', en: 'Recommendation to the President made' },
  wire: Type.Object(
    {
      season: SeasonId,
      oversightId: MatterId,
      madeOn: IsoDate,
      addressee: Title,
      employer: Employer,
      ground: oneOf(['not-followed-up', 'other']),
      recommendationId: Type.Optional(MatterId),
    },
    { additionalProperties: false },
  ),
  matter: 'oversight',
  matterId: ({ oversightId }) => oversightId,
  ownDay: ({ madeOn }) => madeOn,
  employers: ({ employer }) => [employer],
});

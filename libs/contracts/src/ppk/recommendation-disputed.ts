import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, IsoDate, MatterId, SeasonId, SomePersons } from '../core/shapes';

/** The PPK disputes the letter; this changes no state, but is shown. */
export const RecommendationDisputed = eventContract({
  type: 'RecommendationDisputed',
  role: 'ppk',
  label: { id: 'Rekomendasi disanggah', en: 'Recommendation disputed' },
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: MatterId,
      employer: Employer,
      disputedOn: IsoDate,
      argument: FreeTextField,
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ disputedOn }) => disputedOn,
  employers: ({ employer }) => [employer],
});

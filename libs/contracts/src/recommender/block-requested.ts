import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, IsoDate, LetterNumber, MatterId, SeasonId, SomePersons, oneOf } from '../core/shapes';

/** The recommender asks BKN to block the personnel data of a letter's persons. */
export const BlockRequested = eventContract({
  type: 'BlockRequested',
  role: 'recommender',
  label: { id: 'Pemblokiran diminta', en: 'Block requested' },
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: MatterId,
      employer: Employer,
      requestedOn: IsoDate,
      letterNumber: LetterNumber,
      ground: oneOf(['not-followed-up', 'investigation', 'other']),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ requestedOn }) => requestedOn,
  employers: ({ employer }) => [employer],
});

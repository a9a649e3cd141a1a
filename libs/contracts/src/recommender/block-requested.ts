import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, LetterNumber, MatterId, SeasonId, SomePersons, about, day, oneOf } from '../core/shapes';

export const BlockRequested = eventContract({
  type: 'BlockRequested',
  role: 'recommender',
  label: { id: 'Pemblokiran diminta', en: 'Block requested' },
  meaning: "The recommender asks BKN to block the personnel data of a letter's persons.",
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: about(MatterId, 'Letter it rests on'),
      employer: about(Employer, 'Employer addressed by the letter'),
      requestedOn: day('Day of the request'),
      letterNumber: about(LetterNumber, 'Number of the letter to BKN'),
      ground: oneOf(['not-followed-up', 'investigation', 'other'], 'Why a block is asked for'),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ requestedOn }) => requestedOn,
  employers: ({ employer }) => [employer],
});

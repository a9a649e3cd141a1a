import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, IsoDate, LetterNumber, MatterId, Sanction, SeasonId, SomePersons, Title } from '../core/shapes';

/** The PPK imposed a sanction on all or some persons of the letter. */
export const SanctionImposed = eventContract({
  type: 'SanctionImposed',
  role: 'ppk',
  label: { id: 'Sanksi dijatuhkan', en: 'Sanction imposed' },
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: MatterId,
      employer: Employer,
      imposedOn: IsoDate,
      decreeNumber: LetterNumber,
      decreeDate: IsoDate,
      sanction: Sanction,
      document: Type.Optional(Title),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ imposedOn }) => imposedOn,
  employers: ({ employer }) => [employer],
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, LetterNumber, MatterId, Sanction, SeasonId, SomePersons, Title, about, day } from '../core/shapes';

export const SanctionImposed = eventContract({
  type: 'SanctionImposed',
  role: 'ppk',
  label: { id: 'Sanksi dijatuhkan', en: 'Sanction imposed' },
  meaning: 'The PPK imposed a sanction on all or some persons of the letter.',
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: about(MatterId, 'Letter acted on'),
      employer: about(Employer, 'Employer that acts'),
      imposedOn: day('Day from which the sanction holds'),
      decreeNumber: about(LetterNumber, 'Number of the decree, as printed'),
      decreeDate: day('Date of the decree'),
      sanction: about(Sanction, 'Sanction actually imposed, whatever was recommended'),
      document: Type.Optional(about(Title, 'Where the decree is kept')),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ imposedOn }) => imposedOn,
  employers: ({ employer }) => [employer],
});

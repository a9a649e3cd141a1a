import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, LetterNumber, MatterId, PersonRef, SeasonId, Title, about, day, oneOf } from '../core/shapes';

export const PersonSeparated = eventContract({
  type: 'PersonSeparated',
  role: 'ppk',
  label: { id: 'Pegawai berhenti atau pensiun', en: 'Person separated from service' },
  meaning: 'Persons of the letter left the service, which settles it for them.',
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: about(MatterId, 'Letter that it settles'),
      employer: about(Employer, 'Employer that was left'),
      separatedOn: day('Last day of service'),
      decreeNumber: about(LetterNumber, 'Number of the decree, as printed'),
      decreeDate: day('Date of the decree'),
      document: Type.Optional(about(Title, 'Where the decree is kept')),
      kind: oneOf(['retired', 'dismissed', 'resigned', 'died'], 'How the service ended'),
      persons: Type.Array(PersonRef, { minItems: 1, maxItems: 500, description: 'Persons who left' }),
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ separatedOn }) => separatedOn,
  employers: ({ employer }) => [employer],
});

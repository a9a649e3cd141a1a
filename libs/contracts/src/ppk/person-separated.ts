import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, IsoDate, LetterNumber, MatterId, PersonRef, SeasonId, oneOf } from '../core/shapes';

/** Persons of the letter left the service, which settles it for them. */
export const PersonSeparated = eventContract({
  type: 'PersonSeparated',
  role: 'ppk',
  label: { id: 'Pegawai berhenti atau pensiun', en: 'Person separated from service' },
  wire: Type.Object(
    {
      season: SeasonId,
      recommendationId: MatterId,
      employer: Employer,
      separatedOn: IsoDate,
      decreeNumber: LetterNumber,
      decreeDate: IsoDate,
      kind: oneOf(['retired', 'dismissed', 'resigned', 'died']),
      persons: Type.Array(PersonRef, { minItems: 1, maxItems: 500 }),
    },
    { additionalProperties: false },
  ),
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ separatedOn }) => separatedOn,
  employers: ({ employer }) => [employer],
});

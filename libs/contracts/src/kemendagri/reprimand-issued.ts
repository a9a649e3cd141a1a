import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, IsoDate, LetterNumber, MatterId, SeasonId, Title, oneOf } from '../core/shapes';

/** A reprimand letter to one regional head. */
export const ReprimandIssued = eventContract({
  type: 'ReprimandIssued',
  role: 'kemendagri',
  label: { id: 'Teguran diterbitkan', en: 'Reprimand issued' },
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: MatterId,
      employer: Employer,
      issuedOn: IsoDate,
      letterNumber: LetterNumber,
      answerDays: Type.Integer({ minimum: 1, maximum: 365, description: 'Days to answer' }),
      answerFrom: oneOf(['issued', 'received']),
      signatory: Title,
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ issuedOn }) => issuedOn,
  employers: ({ employer }) => [employer],
});

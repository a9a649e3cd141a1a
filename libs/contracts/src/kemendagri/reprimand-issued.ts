import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, LetterNumber, MatterId, SeasonId, Title, about, day, oneOf } from '../core/shapes';

export const ReprimandIssued = eventContract({
  type: 'ReprimandIssued',
  role: 'kemendagri',
  label: { id: 'Teguran diterbitkan', en: 'Reprimand issued' },
  meaning: 'A reprimand letter to one regional head.',
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: about(MatterId, "Kemendagri's id of the round"),
      employer: about(Employer, 'Region whose head is reprimanded'),
      issuedOn: day('Date of the letter'),
      letterNumber: about(LetterNumber, 'Number of the letter, as printed'),
      answerDays: Type.Integer({ minimum: 1, maximum: 365, description: 'Days to answer' }),
      answerFrom: oneOf(['issued', 'received'], 'What the days to answer count from'),
      signatory: about(Title, 'Office that signed'),
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ issuedOn }) => issuedOn,
  employers: ({ employer }) => [employer],
});

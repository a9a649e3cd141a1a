import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, MatterId, SeasonId, about, day, oneOf } from '../core/shapes';

export const ReprimandDelivered = eventContract({
  type: 'ReprimandDelivered',
  role: 'kemendagri',
  label: { id: 'Teguran diterima', en: 'Reprimand delivered' },
  meaning: 'The reprimand reached the regional head, by this proof; the answer clock starts.',
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: about(MatterId, "Kemendagri's id of the round"),
      employer: about(Employer, 'Region whose head got it'),
      receivedOn: day('Day of receipt'),
      receivedBy: about(FreeTextField, 'Who took it; sealed on arrival'),
      proof: oneOf(['post', 'e-office', 'hand'], 'What proves the receipt'),
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ receivedOn }) => receivedOn,
  employers: ({ employer }) => [employer],
});

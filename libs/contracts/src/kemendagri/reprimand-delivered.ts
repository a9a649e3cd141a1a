import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, IsoDate, MatterId, SeasonId, oneOf } from '../core/shapes';

/** The reprimand reached the regional head, by this proof; the answer clock starts. */
export const ReprimandDelivered = eventContract({
  type: 'ReprimandDelivered',
  role: 'kemendagri',
  label: { id: 'Teguran diterima', en: 'Reprimand delivered' },
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: MatterId,
      employer: Employer,
      receivedOn: IsoDate,
      receivedBy: FreeTextField,
      proof: oneOf(['post', 'e-office', 'hand']),
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ receivedOn }) => receivedOn,
  employers: ({ employer }) => [employer],
});

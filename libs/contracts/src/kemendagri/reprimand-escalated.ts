import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, Employer, IsoDate, MatterId, SeasonId, oneOf } from '../core/shapes';

/** Kemendagri takes an unanswered or unheeded reprimand further. */
export const ReprimandEscalated = eventContract({
  type: 'ReprimandEscalated',
  role: 'kemendagri',
  label: { id: 'Teguran dinaikkan', en: 'Reprimand escalated' },
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: MatterId,
      employer: Employer,
      escalatedOn: IsoDate,
      to: AgencyId,
      ground: oneOf(['no-answer', 'not-followed-up', 'other']),
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ escalatedOn }) => escalatedOn,
  employers: ({ employer }) => [employer],
});

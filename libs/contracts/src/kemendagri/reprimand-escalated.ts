import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, Employer, MatterId, SeasonId, about, day, oneOf } from '../core/shapes';

export const ReprimandEscalated = eventContract({
  type: 'ReprimandEscalated',
  role: 'kemendagri',
  label: { id: 'Teguran dinaikkan', en: 'Reprimand escalated' },
  meaning: 'Kemendagri takes an unanswered or unheeded reprimand further.',
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: about(MatterId, "Kemendagri's id of the round"),
      employer: about(Employer, 'Region whose head is concerned'),
      escalatedOn: day('Day on which it was taken further'),
      to: about(AgencyId, 'Agency it was taken to'),
      ground: oneOf(['no-answer', 'not-followed-up', 'other'], 'Why'),
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ escalatedOn }) => escalatedOn,
  employers: ({ employer }) => [employer],
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, IsoDate, MatterId, SeasonId } from '../core/shapes';

/** The regional head answered. */
export const ReprimandAnswered = eventContract({
  type: 'ReprimandAnswered',
  role: 'kemendagri',
  label: { id: 'Teguran dijawab', en: 'Reprimand answered' },
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: MatterId,
      employer: Employer,
      answeredOn: IsoDate,
      content: FreeTextField,
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ answeredOn }) => answeredOn,
  employers: ({ employer }) => [employer],
});

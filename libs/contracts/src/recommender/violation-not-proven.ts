import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { FreeTextField, IsoDate, MatterId, SeasonId, SomePersons, oneOf } from '../core/shapes';

/** The recommender finds no breach, for all or some persons of the matter. */
export const ViolationNotProven = eventContract({
  type: 'ViolationNotProven',
  role: 'recommender',
  label: { id: 'Pelanggaran tidak terbukti', en: 'Violation not proven' },
  wire: Type.Object(
    {
      season: SeasonId,
      complaintId: MatterId,
      decidedOn: IsoDate,
      reason: oneOf(['not-proven', 'no-violation', 'insufficient-evidence', 'other']),
      explanation: Type.Optional(FreeTextField),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'complaint',
  matterId: ({ complaintId }) => complaintId,
  ownDay: ({ decidedOn }) => decidedOn,
});

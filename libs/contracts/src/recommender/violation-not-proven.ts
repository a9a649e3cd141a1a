import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { FreeTextField, MatterId, SeasonId, SomePersons, about, day, oneOf } from '../core/shapes';

export const ViolationNotProven = eventContract({
  type: 'ViolationNotProven',
  role: 'recommender',
  label: { id: 'Pelanggaran tidak terbukti', en: 'Violation not proven' },
  meaning: 'The recommender finds no breach, for all or some persons of the matter.',
  wire: Type.Object(
    {
      season: SeasonId,
      complaintId: about(MatterId, "The recommender's id of the matter"),
      decidedOn: day('Day of the decision'),
      reason: oneOf(['not-proven', 'no-violation', 'insufficient-evidence', 'other'], 'Why nothing was recommended'),
      explanation: Type.Optional(FreeTextField),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'complaint',
  matterId: ({ complaintId }) => complaintId,
  ownDay: ({ decidedOn }) => decidedOn,
});

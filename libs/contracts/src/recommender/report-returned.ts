import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { FreeTextField, MatterId, SeasonId, SomePersons, about, day, oneOf } from '../core/shapes';

export const ReportReturned = eventContract({
  type: 'ReportReturned',
  role: 'recommender',
  label: { id: 'Pengaduan dikembalikan', en: 'Report returned' },
  meaning: 'The recommender sends a matter back, for example because it came without a study.',
  wire: Type.Object(
    {
      season: SeasonId,
      complaintId: about(MatterId, "The recommender's id of the matter"),
      returnedOn: day('Day on which it was sent back'),
      reason: oneOf(['no-study', 'incomplete', 'outside-authority', 'other'], 'Why it was sent back'),
      explanation: Type.Optional(FreeTextField),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'complaint',
  matterId: ({ complaintId }) => complaintId,
  ownDay: ({ returnedOn }) => returnedOn,
});

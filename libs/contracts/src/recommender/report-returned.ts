import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { FreeTextField, IsoDate, MatterId, SeasonId, SomePersons, oneOf } from '../core/shapes';

/** The recommender sends a matter back, for example because it came without a study. */
export const ReportReturned = eventContract({
  type: 'ReportReturned',
  role: 'recommender',
  label: { id: 'Pengaduan dikembalikan', en: 'Report returned' },
  wire: Type.Object(
    {
      season: SeasonId,
      complaintId: MatterId,
      returnedOn: IsoDate,
      reason: oneOf(['no-study', 'incomplete', 'outside-authority', 'other']),
      explanation: Type.Optional(FreeTextField),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'complaint',
  matterId: ({ complaintId }) => complaintId,
  ownDay: ({ returnedOn }) => returnedOn,
});

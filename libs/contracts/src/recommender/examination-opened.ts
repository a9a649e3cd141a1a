import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { FreeTextField, IsoDate, MatterId, SeasonId, SomePersons } from '../core/shapes';

/** The recommender begins to examine a matter. */
export const ExaminationOpened = eventContract({
  type: 'ExaminationOpened',
  role: 'recommender',
  label: { id: 'Pemeriksaan dimulai', en: 'Examination opened' },
  wire: Type.Object(
    {
      season: SeasonId,
      complaintId: MatterId,
      openedOn: IsoDate,
      explanation: Type.Optional(FreeTextField),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'complaint',
  matterId: ({ complaintId }) => complaintId,
  ownDay: ({ openedOn }) => openedOn,
});

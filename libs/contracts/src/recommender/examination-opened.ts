import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { FreeTextField, MatterId, SeasonId, SomePersons, about, day } from '../core/shapes';

export const ExaminationOpened = eventContract({
  type: 'ExaminationOpened',
  role: 'recommender',
  label: { id: 'Pemeriksaan dimulai', en: 'Examination opened' },
  meaning: 'The recommender begins to examine a matter.',
  wire: Type.Object(
    {
      season: SeasonId,
      complaintId: about(MatterId, "The recommender's id of the matter"),
      openedOn: day('Day on which the examination began'),
      explanation: Type.Optional(FreeTextField),
      persons: SomePersons,
    },
    { additionalProperties: false },
  ),
  matter: 'complaint',
  matterId: ({ complaintId }) => complaintId,
  ownDay: ({ openedOn }) => openedOn,
});

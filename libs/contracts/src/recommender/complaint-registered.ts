import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Categories, MatterId, ReportedPersons, SeasonId, about, day, oneOf } from '../core/shapes';

export const ComplaintRegistered = eventContract({
  type: 'ComplaintRegistered',
  role: 'recommender',
  label: { id: 'Pengaduan diregistrasi', en: 'Complaint registered' },
  meaning: 'The recommender enters a matter in its own register, from Bawaslu or from the public.',
  wire: Type.Object(
    {
      season: SeasonId,
      complaintId: about(MatterId, "The recommender's id of the matter"),
      registeredOn: day('Day of the entry'),
      origin: oneOf(['bawaslu', 'public'], 'Who brought it'),
      reportId: Type.Optional(about(MatterId, "Bawaslu's report it came from, if from Bawaslu")),
      categories: Categories,
      persons: ReportedPersons,
    },
    { additionalProperties: false },
  ),
  matter: 'complaint',
  matterId: ({ complaintId }) => complaintId,
  ownDay: ({ registeredOn }) => registeredOn,
  employers: ({ persons }) => persons.map(({ employer }) => employer),
});

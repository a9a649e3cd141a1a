import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Categories, Employer, IsoDate, MatterId, PositionGroup, SeasonId, oneOf, person } from '../core/shapes';

/** The recommender enters a matter in its own register, from Bawaslu or from the public. */
export const ComplaintRegistered = eventContract({
  type: 'ComplaintRegistered',
  role: 'recommender',
  label: { id: 'Pengaduan diregistrasi', en: 'Complaint registered' },
  wire: Type.Object(
    {
      season: SeasonId,
      complaintId: MatterId,
      registeredOn: IsoDate,
      origin: oneOf(['bawaslu', 'public']),
      reportId: Type.Optional(MatterId),
      categories: Categories,
      persons: Type.Array(person({ employer: Employer, positionGroup: PositionGroup }), { minItems: 1, maxItems: 500 }),
    },
    { additionalProperties: false },
  ),
  matter: 'complaint',
  matterId: ({ complaintId }) => complaintId,
  ownDay: ({ registeredOn }) => registeredOn,
  employers: ({ persons }) => persons.map(({ employer }) => employer),
});

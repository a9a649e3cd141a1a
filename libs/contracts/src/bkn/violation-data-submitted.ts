import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, MatterId, SeasonId, about, day, oneOf } from '../core/shapes';

const Count = Type.Object(
  {
    figure: oneOf(['reported', 'recommended', 'settled', 'pending', 'blocked', 'blocks', 'unblocks'], 'Figure, as in the list of figures'),
    unit: oneOf(['persons', 'reports', 'recommendations', 'personnel-records'], 'What is counted'),
    value: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'How many' }),
  },
  { additionalProperties: false },
);

export const ViolationDataSubmitted = eventContract({
  type: 'ViolationDataSubmitted',
  role: 'bkn',
  label: { id: 'Data pelanggaran disampaikan', en: 'Violation data submitted' },
  meaning: "BKN's third role: counts of one period handed to another agency.",
  wire: Type.Object(
    {
      season: SeasonId,
      oversightId: about(MatterId, "BKN's id of the submission"),
      submittedOn: day('Day on which it was handed over'),
      to: about(AgencyId, 'Agency that got it'),
      periodFrom: day('First day counted'),
      periodUntil: day('Last day counted'),
      counts: Type.Array(Count, { minItems: 1, maxItems: 50, description: 'Counts, each with its unit' }),
    },
    { additionalProperties: false },
  ),
  matter: 'oversight',
  matterId: ({ oversightId }) => oversightId,
  ownDay: ({ submittedOn }) => submittedOn,
  spans: [['periodFrom', 'periodUntil']],
});

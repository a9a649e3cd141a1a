import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, IsoDate, MatterId, SeasonId, oneOf } from '../core/shapes';

const Count = Type.Object(
  {
    figure: oneOf(['reported', 'recommended', 'settled', 'pending', 'blocked', 'blocks', 'unblocks']),
    unit: oneOf(['persons', 'reports', 'recommendations', 'personnel-records']),
    value: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  },
  { additionalProperties: false },
);

/** BKN's third role: counts of one period handed to another agency. */
export const ViolationDataSubmitted = eventContract({
  type: 'ViolationDataSubmitted',
  role: 'bkn',
  label: { id: 'Data pelanggaran disampaikan', en: 'Violation data submitted' },
  wire: Type.Object(
    {
      season: SeasonId,
      oversightId: MatterId,
      submittedOn: IsoDate,
      to: AgencyId,
      periodFrom: IsoDate,
      periodUntil: IsoDate,
      counts: Type.Array(Count, { minItems: 1, maxItems: 50 }),
    },
    { additionalProperties: false },
  ),
  matter: 'oversight',
  matterId: ({ oversightId }) => oversightId,
  ownDay: ({ submittedOn }) => submittedOn,
  spans: [['periodFrom', 'periodUntil']],
});

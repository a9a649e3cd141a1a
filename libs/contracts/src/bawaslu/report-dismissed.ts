import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { FreeTextField, IsoDate, MatterId, SeasonId, oneOf } from '../core/shapes';

/** Bawaslu ends a report without forwarding it. */
export const ReportDismissed = eventContract({
  type: 'ReportDismissed',
  role: 'bawaslu',
  label: { id: 'Laporan dihentikan', en: 'Report dismissed' },
  wire: Type.Object(
    {
      season: SeasonId,
      reportId: MatterId,
      dismissedOn: IsoDate,
      reason: oneOf(['not-a-violation', 'expired', 'no-evidence', 'duplicate']),
      explanation: Type.Optional(FreeTextField),
    },
    { additionalProperties: false },
  ),
  matter: 'report',
  matterId: ({ reportId }) => reportId,
  ownDay: ({ dismissedOn }) => dismissedOn,
});

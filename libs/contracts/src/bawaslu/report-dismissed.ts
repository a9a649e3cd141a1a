import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { FreeTextField, MatterId, SeasonId, about, day, oneOf } from '../core/shapes';

export const ReportDismissed = eventContract({
  type: 'ReportDismissed',
  role: 'bawaslu',
  label: { id: 'Laporan dihentikan', en: 'Report dismissed' },
  meaning: 'Bawaslu ends a report without forwarding it.',
  wire: Type.Object(
    {
      season: SeasonId,
      reportId: about(MatterId, "Bawaslu's id of the finding or report"),
      dismissedOn: day('Day of the decision'),
      reason: oneOf(['not-a-violation', 'expired', 'no-evidence', 'duplicate'], 'Why it was ended'),
      explanation: Type.Optional(FreeTextField),
    },
    { additionalProperties: false },
  ),
  matter: 'report',
  matterId: ({ reportId }) => reportId,
  ownDay: ({ dismissedOn }) => dismissedOn,
});

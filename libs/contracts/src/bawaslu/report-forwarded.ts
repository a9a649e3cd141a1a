import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, LetterNumber, MatterId, SeasonId, about, day } from '../core/shapes';

export const ReportForwarded = eventContract({
  type: 'ReportForwarded',
  role: 'bawaslu',
  label: { id: 'Laporan diteruskan', en: 'Report forwarded' },
  meaning: 'Bawaslu hands a report on, with or without its study (kajian).',
  wire: Type.Object(
    {
      season: SeasonId,
      reportId: about(MatterId, "Bawaslu's id of the finding or report"),
      forwardedOn: day('Day on which it was handed on'),
      to: about(AgencyId, 'Agency it was handed to'),
      withStudy: Type.Boolean({ description: "Whether Bawaslu's study (kajian) went with it" }),
      letterNumber: about(LetterNumber, 'Number of the covering letter'),
    },
    { additionalProperties: false },
  ),
  matter: 'report',
  matterId: ({ reportId }) => reportId,
  ownDay: ({ forwardedOn }) => forwardedOn,
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, IsoDate, LetterNumber, MatterId, SeasonId } from '../core/shapes';

/** Bawaslu hands a report on, with or without its study (kajian). */
export const ReportForwarded = eventContract({
  type: 'ReportForwarded',
  role: 'bawaslu',
  label: { id: 'Laporan diteruskan', en: 'Report forwarded' },
  wire: Type.Object(
    { season: SeasonId, reportId: MatterId, forwardedOn: IsoDate, to: AgencyId, withStudy: Type.Boolean(), letterNumber: LetterNumber },
    { additionalProperties: false },
  ),
  matter: 'report',
  matterId: ({ reportId }) => reportId,
  ownDay: ({ forwardedOn }) => forwardedOn,
});

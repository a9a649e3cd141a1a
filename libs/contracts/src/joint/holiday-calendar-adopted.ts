import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { BilingualLabel, Code, IsoDate, Title, oneOf } from '../core/shapes';

/** Holidays and joint leave of a span of days, whole; its version counts the adoptions of its id. */
export const HolidayCalendarAdopted = eventContract({
  type: 'HolidayCalendarAdopted',
  role: 'joint',
  label: { id: 'Kalender libur ditetapkan', en: 'Holiday calendar adopted' },
  wire: Type.Object(
    {
      calendarId: Code,
      adoptedOn: IsoDate,
      from: IsoDate,
      until: IsoDate,
      days: Type.Array(
        Type.Object(
          { date: IsoDate, kind: oneOf(['holiday', 'joint-leave']), label: BilingualLabel },
          { additionalProperties: false },
        ),
        { maxItems: 1000 },
      ),
      basis: Title,
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ adoptedOn }) => adoptedOn,
  spans: [['from', 'until']],
});

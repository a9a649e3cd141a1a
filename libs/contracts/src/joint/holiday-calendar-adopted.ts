import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { BilingualLabel, Code, Title, about, day, oneOf } from '../core/shapes';

export const HolidayCalendarAdopted = eventContract({
  type: 'HolidayCalendarAdopted',
  role: 'joint',
  label: { id: 'Kalender libur ditetapkan', en: 'Holiday calendar adopted' },
  meaning: 'Holidays and joint leave of a span of days, whole; its version counts the adoptions of its id.',
  wire: Type.Object(
    {
      calendarId: about(Code, 'Id of the calendar; adopted again it has one version more'),
      adoptedOn: day('Day of the adoption'),
      from: day('First day it covers'),
      until: day('Last day it covers'),
      days: Type.Array(
        Type.Object(
          {
            date: day('Which day'),
            kind: oneOf(['holiday', 'joint-leave'], 'Holiday, or joint leave (cuti bersama)'),
            label: about(BilingualLabel, 'What the day is called'),
          },
          { additionalProperties: false },
        ),
        { maxItems: 1000, description: 'All holidays and joint leave of those days' },
      ),
      basis: about(Title, 'Decree'),
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ adoptedOn }) => adoptedOn,
  spans: [['from', 'until']],
});

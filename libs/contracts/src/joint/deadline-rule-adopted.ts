import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { BilingualLabel, Code, IsoDate, Title, oneOf } from '../core/shapes';

/** A deadline as data; its version counts the adoptions of its id. */
export const DeadlineRuleAdopted = eventContract({
  type: 'DeadlineRuleAdopted',
  role: 'joint',
  label: { id: 'Aturan tenggat ditetapkan', en: 'Deadline rule adopted' },
  wire: Type.Object(
    {
      ruleId: Code,
      adoptedOn: IsoDate,
      appliesTo: oneOf(['recommendation', 'reprimand']),
      days: Type.Integer({ minimum: 0, maximum: 3650 }),
      dayKind: oneOf(['calendar', 'working']),
      from: oneOf(['issued', 'delivered']),
      calendarId: Type.Optional(Code),
      validFrom: Type.Union([IsoDate, Type.Null()], { description: 'null: a rule that can only be asked for' }),
      validUntil: Type.Union([IsoDate, Type.Null()]),
      label: BilingualLabel,
      source: Title,
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ adoptedOn }) => adoptedOn,
  spans: [['validFrom', 'validUntil']],
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { BilingualLabel, Code, Title, about, day, oneOf, openDay } from '../core/shapes';

export const DeadlineRuleAdopted = eventContract({
  type: 'DeadlineRuleAdopted',
  role: 'joint',
  label: { id: 'Aturan tenggat ditetapkan', en: 'Deadline rule adopted' },
  meaning: 'A deadline as data; its version counts the adoptions of its id.',
  wire: Type.Object(
    {
      ruleId: about(Code, 'Id of the rule; adopted again it has one version more'),
      adoptedOn: day('Day of the adoption'),
      appliesTo: oneOf(['recommendation', 'reprimand'], 'What has to be acted on'),
      days: Type.Integer({ minimum: 0, maximum: 3650, description: 'Days given; day 0 is the starting day' }),
      dayKind: oneOf(['calendar', 'working'], 'Whether only working days count'),
      from: oneOf(['issued', 'delivered'], 'What the days count from'),
      calendarId: Type.Optional(about(Code, 'Calendar of holidays that it needs')),
      validFrom: openDay('First date of a letter it governs; null: a rule that can only be asked for'),
      validUntil: openDay('Last such date; null: until replaced'),
      label: about(BilingualLabel, 'What the rule is called'),
      source: about(Title, 'Where the rule stands'),
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ adoptedOn }) => adoptedOn,
  spans: [['validFrom', 'validUntil']],
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, FreeTextField, MatterId, MessageId, MessageSource, PersonRef, SeasonId, about, day } from '../core/shapes';

export const FactRetracted = eventContract({
  type: 'FactRetracted',
  role: 'any',
  label: { id: 'Fakta dicabut', en: 'Fact retracted' },
  meaning: 'An agency takes back one of its own messages. `matter` (or `person`) is that of the message retracted.',
  wire: Type.Object(
    {
      season: SeasonId,
      retractedType: about(Code, 'Event that is taken back, such as SanctionImposed'),
      matter: Type.Optional(about(MatterId, 'Id of the matter of the message retracted; absent when it is about a person')),
      person: Type.Optional(about(PersonRef, 'Person of the message retracted, when it is about a person')),
      employer: Type.Optional(about(Employer, 'Employer that the message retracted spoke for')),
      messageSource: about(MessageSource, '`source` of the message retracted'),
      messageId: about(MessageId, '`id` of the message retracted'),
      retractedOn: day('Day of the retraction'),
      reason: about(FreeTextField, 'Why; sealed on arrival'),
    },
    { additionalProperties: false },
  ),
  matter: 'rules', // stands in: the stream is that of the retracted type, see streamOf
  matterId: ({ matter, person }) => matter ?? person?.subject ?? '',
  ownDay: ({ retractedOn }) => retractedOn,
  employers: ({ employer }) => (employer === undefined ? [] : [employer]),
});

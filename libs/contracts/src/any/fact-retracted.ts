import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, FreeTextField, IsoDate, MatterId, PersonRef, SeasonId } from '../core/shapes';

/** An agency takes back one of its own messages. `matter` (or `person`) is that of the message retracted. */
export const FactRetracted = eventContract({
  type: 'FactRetracted',
  role: 'any',
  label: { id: 'Fakta dicabut', en: 'Fact retracted' },
  wire: Type.Object(
    {
      season: SeasonId,
      retractedType: Code,
      matter: Type.Optional(MatterId),
      person: Type.Optional(PersonRef),
      employer: Type.Optional(Employer),
      messageSource: Type.String({ minLength: 1, maxLength: 200 }),
      messageId: Type.String({ minLength: 1, maxLength: 200 }),
      retractedOn: IsoDate,
      reason: FreeTextField,
    },
    { additionalProperties: false },
  ),
  matter: 'rules', // stands in: the stream is that of the retracted type, see streamOf
  matterId: ({ matter, person }) => matter ?? person?.subject ?? '',
  ownDay: ({ retractedOn }) => retractedOn,
  employers: ({ employer }) => (employer === undefined ? [] : [employer]),
});

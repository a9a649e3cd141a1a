import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, FreeTextField, MatterId, MessageId, MessageSource, PersonRef, SeasonId, about, day } from '../core/shapes';

/** `data` is validated, and pseudonymised, by the contract of `correctedType` at `correctedVersion`. */
export const FactCorrected = eventContract({
  type: 'FactCorrected',
  role: 'any',
  label: { id: 'Fakta dikoreksi', en: 'Fact corrected' },
  meaning:
    'An agency corrects one of its own messages: the whole corrected data, from its recording on, back to the beginning ' +
    'of the asOf axis. `matter` (or `person`) is that of the message corrected and may not change.',
  wire: Type.Object(
    {
      season: SeasonId,
      correctedType: about(Code, 'Event that is corrected, such as SanctionImposed'),
      correctedVersion: Type.Integer({ minimum: 1, maximum: 1000, description: 'Version of the contract that `data` keeps to' }),
      matter: Type.Optional(about(MatterId, 'Id of the matter of the message corrected; absent when it is about a person')),
      person: Type.Optional(about(PersonRef, 'Person of the message corrected, when it is about a person')),
      messageSource: about(MessageSource, '`source` of the message corrected'),
      messageId: about(MessageId, '`id` of the message corrected'),
      correctedOn: day('Day of the correction'),
      reason: about(FreeTextField, 'Why; sealed on arrival'),
      data: Type.Unsafe<Record<string, unknown>>(Type.Object({}, { description: 'The whole corrected data' })),
    },
    { additionalProperties: false },
  ),
  matter: 'rules', // stands in: the stream is that of the corrected type, see streamOf
  matterId: ({ matter, person }) => matter ?? person?.subject ?? '',
  ownDay: ({ correctedOn }) => correctedOn,
});

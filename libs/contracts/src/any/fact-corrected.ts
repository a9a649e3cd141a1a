import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, FreeTextField, IsoDate, MatterId, PersonRef, SeasonId } from '../core/shapes';

/**
 * An agency corrects one of its own messages: the whole corrected data, from its recording on, back to the beginning
 * of the asOf axis. `matter` (or `person`, for personnel streams) is that of the message corrected and may not change.
 * `data` is validated, and pseudonymised, by the contract of `correctedType` at `correctedVersion`.
 */
export const FactCorrected = eventContract({
  type: 'FactCorrected',
  role: 'any',
  label: { id: 'Fakta dikoreksi', en: 'Fact corrected' },
  wire: Type.Object(
    {
      season: SeasonId,
      correctedType: Code,
      correctedVersion: Type.Integer({ minimum: 1, maximum: 1000 }),
      matter: Type.Optional(MatterId),
      person: Type.Optional(PersonRef),
      messageSource: Type.String({ minLength: 1, maxLength: 200 }),
      messageId: Type.String({ minLength: 1, maxLength: 200 }),
      correctedOn: IsoDate,
      reason: FreeTextField,
      data: Type.Unsafe<Record<string, unknown>>(Type.Object({}, { description: 'The whole corrected data' })),
    },
    { additionalProperties: false },
  ),
  matter: 'rules', // stands in: the stream is that of the corrected type, see streamOf
  matterId: ({ matter, person }) => matter ?? person?.subject ?? '',
  ownDay: ({ correctedOn }) => correctedOn,
});

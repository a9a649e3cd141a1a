import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, IsoDate, LetterNumber, MatterId, Sanction, SeasonId, Title } from '../core/shapes';

const Versioned = Type.Object({ id: Code, version: Type.Integer({ minimum: 1 }) }, { additionalProperties: false });
const Entry = Type.Object(
  {
    employer: Employer,
    office: Title,
    holder: Type.Optional(Title),
    recommendationId: MatterId,
    letterNumber: LetterNumber,
    issuedOn: IsoDate,
    dueOn: IsoDate,
    sanction: Sanction,
  },
  { additionalProperties: false },
);

/** Kemendagri's decision: the regions with recommendations not acted on at a cut-off. What it saw that day is itself a fact. */
export const ReprimandListDrawn = eventContract({
  type: 'ReprimandListDrawn',
  role: 'kemendagri',
  label: { id: 'Daftar teguran disusun', en: 'Reprimand list drawn' },
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: MatterId,
      drawnOn: IsoDate,
      cutOff: IsoDate,
      knownAt: Type.String({ format: 'date-time' }),
      rule: Versioned,
      calendar: Type.Optional(Versioned),
      entries: Type.Array(Entry, { minItems: 1, maxItems: 5000 }),
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ drawnOn }) => drawnOn,
  employers: ({ entries }) => entries.map(({ employer }) => employer),
});

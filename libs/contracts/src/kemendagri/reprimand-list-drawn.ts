import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, LetterNumber, MatterId, Sanction, SeasonId, Title, about, day } from '../core/shapes';

const Versioned = Type.Object(
  {
    id: about(Code, 'Id of the rule or calendar'),
    version: Type.Integer({ minimum: 1, maximum: 1000, description: 'Which adoption of its id' }),
  },
  { additionalProperties: false },
);
const Entry = Type.Object(
  {
    employer: about(Employer, 'Employer addressed'),
    office: about(Title, 'Office of the regional head'),
    holder: Type.Optional(about(Title, 'Who held the office then: public, as its holder')),
    recommendationId: about(MatterId, 'Letter not acted on'),
    letterNumber: about(LetterNumber, 'Number of the letter, as printed'),
    issuedOn: day('Date of the letter'),
    dueOn: day('Day it fell due'),
    sanction: about(Sanction, 'Heaviest sanction recommended'),
  },
  { additionalProperties: false },
);

export const ReprimandListDrawn = eventContract({
  type: 'ReprimandListDrawn',
  role: 'kemendagri',
  label: { id: 'Daftar teguran disusun', en: 'Reprimand list drawn' },
  meaning: "Kemendagri's decision: the regions with recommendations not acted on at a cut-off. What it saw that day is itself a fact.",
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: about(MatterId, "Kemendagri's id of the round"),
      drawnOn: day('Day of the decision'),
      cutOff: day('Day at which letters had to be overdue'),
      knownAt: Type.String({ format: 'date-time', description: 'What was recorded by then was seen' }),
      rule: about(Versioned, 'Deadline rule used, with its version'),
      calendar: Type.Optional(about(Versioned, 'Holiday calendar used, with its version')),
      entries: Type.Array(Entry, { minItems: 1, maxItems: 5000, description: 'One for each letter not acted on' }),
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ drawnOn }) => drawnOn,
  employers: ({ entries }) => entries.map(({ employer }) => employer),
});

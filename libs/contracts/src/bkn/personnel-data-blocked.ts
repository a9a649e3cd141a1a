import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, MatterId, PersonRef, Scope, SeasonId, Title, about, day, oneOf } from '../core/shapes';

export const PersonnelDataBlocked = eventContract({
  type: 'PersonnelDataBlocked',
  role: 'bkn',
  label: { id: 'Data kepegawaian diblokir', en: 'Personnel data blocked' },
  meaning: "BKN's second role: a person's data, services or both are blocked.",
  wire: Type.Object(
    {
      season: SeasonId,
      person: about(PersonRef, 'Person whose record is blocked'),
      employer: about(Employer, "The person's employer then"),
      blockedOn: day('Day from which it is blocked'),
      office: about(Code, 'Office of BKN that blocks'),
      scope: Scope,
      ground: oneOf(['not-followed-up', 'investigation', 'other'], 'Why'),
      recommendationId: Type.Optional(about(MatterId, 'Letter it rests on')),
      document: about(Title, 'Document, as cited'),
    },
    { additionalProperties: false },
  ),
  matter: 'personnel',
  matterId: ({ person }) => person.subject,
  ownDay: ({ blockedOn }) => blockedOn,
  employers: ({ employer }) => [employer],
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, MatterId, PersonRef, Scope, SeasonId, Title, about, day, oneOf } from '../core/shapes';

export const PersonnelDataUnblocked = eventContract({
  type: 'PersonnelDataUnblocked',
  role: 'bkn',
  label: { id: 'Blokir dibuka', en: 'Personnel data unblocked' },
  meaning: 'BKN lifts a block, of data, services or both.',
  wire: Type.Object(
    {
      season: SeasonId,
      person: about(PersonRef, 'Person whose record is freed'),
      employer: about(Employer, "The person's employer then"),
      liftedOn: day('Day from which it is free'),
      office: about(Code, 'Office of BKN that lifts'),
      scope: Scope,
      ground: oneOf(['followed-up', 'recommendation-withdrawn', 'error', 'other'], 'Why'),
      recommendationId: Type.Optional(about(MatterId, 'Letter the block rested on')),
      document: about(Title, 'Document, as cited'),
    },
    { additionalProperties: false },
  ),
  matter: 'personnel',
  matterId: ({ person }) => person.subject,
  ownDay: ({ liftedOn }) => liftedOn,
  employers: ({ employer }) => [employer],
});

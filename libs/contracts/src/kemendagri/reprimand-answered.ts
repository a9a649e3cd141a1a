import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, FreeTextField, MatterId, SeasonId, about, day } from '../core/shapes';

export const ReprimandAnswered = eventContract({
  type: 'ReprimandAnswered',
  role: 'kemendagri',
  label: { id: 'Teguran dijawab', en: 'Reprimand answered' },
  meaning: 'The regional head answered.',
  wire: Type.Object(
    {
      season: SeasonId,
      reprimandId: about(MatterId, "Kemendagri's id of the round"),
      employer: about(Employer, 'Region whose head answered'),
      answeredOn: day('Day of the answer'),
      content: about(FreeTextField, 'What was answered; sealed on arrival'),
    },
    { additionalProperties: false },
  ),
  matter: 'reprimand',
  matterId: ({ reprimandId }) => reprimandId,
  ownDay: ({ answeredOn }) => answeredOn,
  employers: ({ employer }) => [employer],
});

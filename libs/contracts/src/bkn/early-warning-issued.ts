import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, IsoDate, PersonRef, SeasonId, Title, oneOf } from '../core/shapes';

/** BKN's first role: a warning before anything is blocked. */
export const EarlyWarningIssued = eventContract({
  type: 'EarlyWarningIssued',
  role: 'bkn',
  label: { id: 'Peringatan dini', en: 'Early warning issued' },
  wire: Type.Object(
    {
      season: SeasonId,
      person: PersonRef,
      employer: Employer,
      issuedOn: IsoDate,
      office: Code,
      ground: oneOf(['report', 'recommendation', 'monitoring', 'other']),
      document: Type.Optional(Title),
    },
    { additionalProperties: false },
  ),
  matter: 'personnel',
  matterId: ({ person }) => person.subject,
  ownDay: ({ issuedOn }) => issuedOn,
  employers: ({ employer }) => [employer],
});

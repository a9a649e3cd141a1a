import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Employer, PersonRef, SeasonId, Title, about, day, oneOf } from '../core/shapes';

export const EarlyWarningIssued = eventContract({
  type: 'EarlyWarningIssued',
  role: 'bkn',
  label: { id: 'Peringatan dini', en: 'Early warning issued' },
  meaning: "BKN's first role: a warning before anything is blocked.",
  wire: Type.Object(
    {
      season: SeasonId,
      person: about(PersonRef, 'Person warned about'),
      employer: about(Employer, "The person's employer then"),
      issuedOn: day('Day of the warning'),
      office: about(Code, 'Office of BKN that warns'),
      ground: oneOf(['report', 'recommendation', 'monitoring', 'other'], 'What it rests on'),
      document: Type.Optional(about(Title, 'Document, as cited')),
    },
    { additionalProperties: false },
  ),
  matter: 'personnel',
  matterId: ({ person }) => person.subject,
  ownDay: ({ issuedOn }) => issuedOn,
  employers: ({ employer }) => [employer],
});

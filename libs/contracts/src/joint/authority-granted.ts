import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, Code, Title, about, day, oneOf, openDay } from '../core/shapes';

const allOr = (maxItems: number, description: string) =>
  Type.Union([Type.Literal('all'), Type.Array(Code, { minItems: 1, maxItems })], { description });

export const AuthorityGranted = eventContract({
  type: 'AuthorityGranted',
  role: 'joint',
  label: { id: 'Kewenangan diberikan', en: 'Authority granted' },
  meaning: 'An agency may state these types of facts, in this role, for these employers, on these days.',
  wire: Type.Object(
    {
      grantId: about(Code, 'Id of the grant'),
      agency: about(AgencyId, 'Agency that may speak'),
      role: oneOf(['bawaslu', 'recommender', 'ppk', 'bkn', 'kemendagri'], 'Role it speaks in'),
      eventTypes: allOr(50, 'Events it may state: all of the role, or these'),
      employers: allOr(1000, 'Employers it may speak for: all, or these codes'),
      validFrom: day('First day whose facts it may state'),
      validUntil: openDay('Last such day; null: until ended'),
      basis: about(Title, 'Instrument that grants it'),
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ validFrom }) => validFrom,
  spans: [['validFrom', 'validUntil']],
});

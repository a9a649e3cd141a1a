import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, Code, IsoDate, Title, oneOf } from '../core/shapes';

/** An agency may state these types of facts, in this role, for these employers, on these days. */
export const AuthorityGranted = eventContract({
  type: 'AuthorityGranted',
  role: 'joint',
  label: { id: 'Kewenangan diberikan', en: 'Authority granted' },
  wire: Type.Object(
    {
      grantId: Code,
      agency: AgencyId,
      role: oneOf(['bawaslu', 'recommender', 'ppk', 'bkn', 'kemendagri']),
      eventTypes: Type.Union([Type.Literal('all'), Type.Array(Code, { minItems: 1, maxItems: 50 })]),
      employers: Type.Union([Type.Literal('all'), Type.Array(Code, { minItems: 1, maxItems: 1000 })]),
      validFrom: IsoDate,
      validUntil: Type.Union([IsoDate, Type.Null()]),
      basis: Title,
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ validFrom }) => validFrom,
  spans: [['validFrom', 'validUntil']],
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, IsoDate, Title } from '../core/shapes';

/** The last day of a grant. */
export const AuthorityEnded = eventContract({
  type: 'AuthorityEnded',
  role: 'joint',
  label: { id: 'Kewenangan berakhir', en: 'Authority ended' },
  wire: Type.Object(
    {
      grantId: Code,
      endedOn: IsoDate,
      basis: Title,
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ endedOn }) => endedOn,
});

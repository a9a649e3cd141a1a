import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Code, Title, about, day } from '../core/shapes';

export const AuthorityEnded = eventContract({
  type: 'AuthorityEnded',
  role: 'joint',
  label: { id: 'Kewenangan berakhir', en: 'Authority ended' },
  meaning: 'The last day of a grant.',
  wire: Type.Object(
    {
      grantId: about(Code, 'Grant that ends'),
      endedOn: day('Last day whose facts it covers'),
      basis: about(Title, 'Instrument that ends it'),
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ endedOn }) => endedOn,
});

import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, Code, SeasonId, about, day } from '../core/shapes';

const MessageRef = Type.Object(
  {
    source: Type.String({ maxLength: 200, description: '`source` of the message' }),
    id: Type.String({ maxLength: 200, description: '`id` of the message' }),
  },
  { additionalProperties: false },
);

export const MessageSetAside = eventContract({
  type: 'MessageSetAside',
  role: 'intake',
  label: { id: 'Pesan disisihkan', en: 'Message set aside' },
  meaning: 'Ours: a message was not taken as a fact. Its content stays sealed in the vault; the log holds only that it came.',
  wire: Type.Object(
    {
      deadLetterId: about(Code, 'Id under which the message is kept'),
      agency: about(AgencyId, 'Agency whose key or topic brought it'),
      setAsideOn: day('Day on which it came'),
      reasonCode: about(Code, 'Why it was not taken'),
      contentHash: about(Code, 'Keyed hash of its bytes'),
      message: Type.Optional(about(MessageRef, 'What it called itself, as far as that may be stored')),
      season: Type.Optional(SeasonId),
      conflictsWith: Type.Optional(about(MessageRef, 'Message recorded before under the same id with other content')),
    },
    { additionalProperties: false },
  ),
  matter: 'intake',
  matterId: ({ agency }) => agency,
  ownDay: ({ setAsideOn }) => setAsideOn,
});

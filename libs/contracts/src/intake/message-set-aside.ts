import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { AgencyId, Code, IsoDate, SeasonId } from '../core/shapes';

const MessageRef = Type.Object(
  { source: Type.String({ maxLength: 200 }), id: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
);

/** Ours: a message was not taken as a fact. Its content stays sealed in the vault; the log holds only that it came. */
export const MessageSetAside = eventContract({
  type: 'MessageSetAside',
  role: 'intake',
  label: { id: 'Pesan disisihkan', en: 'Message set aside' },
  wire: Type.Object(
    {
      deadLetterId: Code,
      agency: AgencyId,
      setAsideOn: IsoDate,
      reasonCode: Code,
      contentHash: Code,
      message: Type.Optional(MessageRef),
      season: Type.Optional(SeasonId),
      conflictsWith: Type.Optional(MessageRef),
    },
    { additionalProperties: false },
  ),
  matter: 'intake',
  matterId: ({ agency }) => agency,
  ownDay: ({ setAsideOn }) => setAsideOn,
});

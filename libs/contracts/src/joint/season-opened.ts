import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { BilingualLabel, IsoDate, SeasonId, oneOf } from '../core/shapes';

/** A season of oversight, the days it spans and the edition of region codes its figures use. */
export const SeasonOpened = eventContract({
  type: 'SeasonOpened',
  role: 'joint',
  label: { id: 'Musim dibuka', en: 'Season opened' },
  wire: Type.Object(
    {
      season: SeasonId,
      label: BilingualLabel,
      openedOn: IsoDate,
      from: IsoDate,
      until: IsoDate,
      regionEdition: oneOf(['2019', '2022'], 'Edition of the region codes its figures use'),
      synthetic: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ openedOn }) => openedOn,
  spans: [['from', 'until']],
});

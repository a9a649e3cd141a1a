import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { BilingualLabel, SeasonId, about, day, oneOf } from '../core/shapes';

export const SeasonOpened = eventContract({
  type: 'SeasonOpened',
  role: 'joint',
  label: { id: 'Musim dibuka', en: 'Season opened' },
  meaning: 'A season of oversight, the days it spans and the edition of region codes its figures use.',
  wire: Type.Object(
    {
      season: SeasonId,
      label: about(BilingualLabel, 'What the season is called'),
      openedOn: day('Day on which it was opened'),
      from: day('First day'),
      until: day('Last day'),
      regionEdition: oneOf(['2019', '2022'], 'Edition of the region codes its figures use'),
      synthetic: Type.Boolean({ description: 'Whether its facts are made up, which every answer built on it says' }),
    },
    { additionalProperties: false },
  ),
  matter: 'rules',
  matterId: () => '',
  ownDay: ({ openedOn }) => openedOn,
  spans: [['from', 'until']],
});

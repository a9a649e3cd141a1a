import { ListSeasons } from '@netral/application/queries/catalogue/list-seasons';
import type { CommandContext } from '../../command';
import { reading } from '../../session/reading';
import { renderTable } from '../../table';
import { say, spoken, type Words } from '../../words';

interface SeasonList {
  readonly seasons: readonly {
    readonly season: string; readonly label: Words; readonly from: string; readonly until: string; readonly regionEdition: string; readonly synthetic: boolean;
  }[];
}

/** Seasons that the log holds. */
export const listSeasons = async (context: CommandContext): Promise<void> => {
  const answer = await reading(context, ({ ask }) => ask(new ListSeasons('')));
  if (context.json) return context.print.out(JSON.stringify(answer));
  context.print.out(renderTable(
    [say('musim', 'season'), say('nama', 'label'), say('dari', 'from'), say('sampai', 'until'), say('kode wilayah', 'region codes'), ''],
    (answer as unknown as SeasonList).seasons.map(({ season, label, from, until, regionEdition, synthetic }) =>
      [season, spoken(label), from, until, regionEdition, synthetic ? say('sintetis', 'synthetic') : '']),
  ));
};
